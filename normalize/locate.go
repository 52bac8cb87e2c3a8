package normalize

import (
	"strings"
	"unicode/utf8"

	"klartext/normalize/edit"
)

// position is a place in a text: its offset in bytes, and line and column from 1.
type position struct{ offset, line, column int }

// after is the position behind text, which begins at p.
func (p position) after(text string) position {
	p.offset += len(text)
	p.line += strings.Count(text, "\n")
	if newline := strings.LastIndexByte(text, '\n'); newline >= 0 {
		p.column = 1
		text = text[newline+1:]
	}
	p.column += utf8.RuneCountInString(text)
	return p
}

// locate adds line and column to edits against text, which are in order of Start,
// in time linear in both.
func locate(text string, edits []edit.Edit, applied bool) []Change {
	changes := make([]Change, len(edits))
	at := position{line: 1, column: 1}
	for i, e := range edits {
		at = at.after(text[at.offset:e.Start])
		changes[i] = Change{
			Line: at.line, Column: at.column,
			Start: e.Start, End: e.End, Before: e.Before, After: e.After,
			Rule: e.Rule, Confidence: e.Confidence, Applied: applied,
		}
	}
	return changes
}
