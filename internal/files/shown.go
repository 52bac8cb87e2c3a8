package files

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Shown is what messages call a file: its name or, if that has line feeds, what a
// terminal obeys or what can't be seen in it, the name in quotes with those escaped. A
// name is chosen by whoever made the file, and must not pass for a message.
func Shown(name string) string {
	isOdd := func(r rune) bool { return !unicode.IsPrint(r) }
	if !utf8.ValidString(name) || strings.ContainsFunc(name, isOdd) {
		return strconv.Quote(name)
	}
	return name
}
