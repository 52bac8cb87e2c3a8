package settings

import _ "embed"

// Example is a settings file with every key, its meaning and its default. Keys that
// have no fixed default follow a # without a blank.
//
//go:embed example.toml
var Example string
