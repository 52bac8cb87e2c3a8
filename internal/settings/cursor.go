package settings

import (
	"bytes"
	"unicode/utf8"
)

// cursor finds lines and columns. Counting on from the last place keeps a file of one
// long line from taking quadratic time.
type cursor struct {
	data   []byte
	offset int
	at     position
}

// to returns the place of a byte.
func (c *cursor) to(offset int) position {
	if offset < c.offset {
		c.offset, c.at = 0, position{1, 1}
	}
	passed := c.data[c.offset:offset]
	if lines := bytes.Count(passed, []byte("\n")); lines > 0 {
		c.at = position{c.at.line + lines, 1}
		passed = passed[bytes.LastIndexByte(passed, '\n')+1:]
	}
	c.at.column += utf8.RuneCount(passed)
	c.offset = offset
	return c.at
}
