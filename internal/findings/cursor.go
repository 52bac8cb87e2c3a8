package findings

import (
	"unicode/utf16"
	"unicode/utf8"
)

// span is where a finding is in its Text.
type span struct {
	start, end     int // byte offsets, 0 <= start <= end <= len(Text)
	utf16, utf16To int // columns from 1, in UTF-16 code units
}

// cursor finds places in lines. It goes on from the place before if that is on the
// same line: of a book on one line, each place would otherwise be sought from the start.
type cursor struct {
	text                  string
	column, offset, utf16 int
}

// locate finds where f is in its Text. Columns beyond the line are its end.
func (c *cursor) locate(f Finding) span {
	// Equal strings in one place of memory are compared at once.
	if c.text != f.Text || f.Column < c.column || c.column == 0 {
		*c = cursor{text: f.Text, column: 1, utf16: 1}
	}
	c.forward(f.Column)
	s := span{start: c.offset, utf16: c.utf16}
	end := *c
	if f.oneLine() {
		end.forward(f.EndColumn)
	} else {
		for end.next() {
		}
	}
	s.end, s.utf16To = end.offset, end.utf16
	return s
}

func (c *cursor) forward(column int) {
	for c.column < column && c.next() {
	}
}

// next goes over one code point. At the end of the line it returns false.
func (c *cursor) next() bool {
	if c.offset >= len(c.text) {
		return false
	}
	r, size := utf8.DecodeRuneInString(c.text[c.offset:])
	c.offset += size
	c.column++
	c.utf16 += utf16.RuneLen(r)
	return true
}

// utf16Length is the length of s in UTF-16 code units.
func utf16Length(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}
