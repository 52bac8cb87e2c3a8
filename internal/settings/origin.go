package settings

import (
	"fmt"
	"path/filepath"
)

// Origin is where a value comes from. The zero Origin is that of defaults.
type Origin struct {
	// File is the settings file, as it was named, and Line the line in it, from 1.
	File string
	Line int
	// Override counts the overrides of the file from 1; it is 0 outside of them.
	Override int
	// Flag is a flag of the command with its dashes. It has no File.
	Flag string
}

// String is "default", "flag --mode", "klartext.toml:3" or "override 2
// (klartext.toml:20)". The file is without its folder, since no more than one file is
// ever in force.
func (o Origin) String() string {
	switch at := fmt.Sprintf("%s:%d", filepath.Base(o.File), o.Line); {
	case o.Flag != "":
		return "flag " + o.Flag
	case o.File == "":
		return "default"
	case o.Override > 0:
		return fmt.Sprintf("override %d (%s)", o.Override, at)
	default:
		return at
	}
}

// Wrap adds to err, which a value of this origin has caused, where to mend it:
// "dir/klartext.toml:3: …", "--mode: …". It is nil if err is nil.
func (o Origin) Wrap(err error) error {
	switch {
	case err == nil || o == Origin{}:
		return err
	case o.Flag != "":
		return fmt.Errorf("%s: %w", o.Flag, err)
	default:
		return fmt.Errorf("%s:%d: %w", o.File, o.Line, err)
	}
}
