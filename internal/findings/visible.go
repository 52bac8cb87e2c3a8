package findings

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// visibleRune is how a code point is shown. What a terminal obeys, what turns the
// direction of a text and what can't be seen is shown by name; a tab stays.
func visibleRune(r rune) string {
	switch {
	case r == '\t':
		return "\t"
	case r == '\n':
		return "⏎"
	case r < ' ':
		return string('␀' + r)
	case r == 0x7f:
		return "␡"
	case hidden(r):
		return fmt.Sprintf("<U+%04X>", r)
	}
	return string(r)
}

// hidden says whether a code point is a control or format character, separates lines,
// or is no character at all.
func hidden(r rune) bool {
	nonCharacter := r&0xfffe == 0xfffe || (r >= 0xfdd0 && r <= 0xfdef)
	return nonCharacter || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}

// visible makes a text visible that is shown by itself, on one line. A text of nothing
// but blanks shows them. Bytes that are not UTF-8 become U+FFFD.
func visible(s string) string {
	if s != "" && strings.Trim(s, " ") == "" {
		return strings.ReplaceAll(s, " ", "␣")
	}
	var b strings.Builder
	for _, r := range strings.ReplaceAll(s, "\r\n", "\n") {
		if r == '\t' {
			r = '␉'
		}
		b.WriteString(visibleRune(r))
	}
	return b.String()
}

// visibleLines makes a text visible but leaves its line feeds.
func visibleLines(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	for i, line := range lines {
		lines[i] = visible(line)
	}
	return strings.Join(lines, "\n")
}

// validUTF8 is s as JSON holds it: each byte that is not UTF-8 is U+FFFD.
func validUTF8(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	return string([]rune(s))
}
