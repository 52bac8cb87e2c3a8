package manual

import (
	"fmt"
	"strings"
)

// escape turns a line of plain text into roff that shows just that: hyphens, quotes and
// the like stay ASCII, so that commands can be copied from the page. What is not ASCII
// is named, since not every roff reads UTF-8.
func escape(line string) string {
	var b strings.Builder
	if strings.HasPrefix(line, ".") {
		b.WriteString(`\&`) // it would be a request
	}
	for _, r := range line {
		switch name := named(r); {
		case name != "":
			b.WriteString(name)
		case r < 0x80:
			b.WriteRune(r)
		default:
			fmt.Fprintf(&b, `\[u%04X]`, r)
		}
	}
	return b.String()
}

// named is how roff calls an ASCII character that it would show as another, or empty.
func named(r rune) string {
	switch r {
	case '\\':
		return `\e`
	case '-':
		return `\-`
	case '\'':
		return `\(aq`
	case '`':
		return `\(ga`
	case '^':
		return `\(ha`
	case '~':
		return `\(ti`
	}
	return ""
}

// quoted is an argument of a request.
func quoted(s string) string { return `"` + strings.ReplaceAll(escape(s), `"`, `\(dq`) + `"` }
