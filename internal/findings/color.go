package findings

import "strings"

// The styles of a terminal, as ANSI names them.
const (
	bold   = "1"
	red    = "31"
	green  = "32"
	yellow = "33"
)

// colors says whether there are any.
type colors bool

// paint is s in a style.
func (c colors) paint(style, s string) string {
	if !c || s == "" {
		return s
	}
	return "\x1b[" + style + "m" + s + "\x1b[0m"
}

// marks paints the carets of a line, but not what goes before.
func (c colors) marks(line string) string {
	at := strings.IndexByte(line, '^')
	return line[:max(at, 0)] + c.paint(red, line[max(at, 0):])
}
