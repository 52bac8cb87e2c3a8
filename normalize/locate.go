package normalize

import (
	"strings"
	"unicode/utf8"

	"klartext/normalize/edit"
)

// locate adds line and column to edits against text.
func locate(text string, edits []edit.Edit) []Change {
	changes := make([]Change, len(edits))
	line, lineStart, at := 1, 0, 0
	for i, e := range edits {
		skipped := text[at:e.Start]
		line += strings.Count(skipped, "\n")
		if newline := strings.LastIndexByte(skipped, '\n'); newline >= 0 {
			lineStart = at + newline + 1
		}
		at = e.Start
		changes[i] = Change{
			Line: line, Column: 1 + utf8.RuneCountInString(text[lineStart:e.Start]),
			Start: e.Start, End: e.End, Before: e.Before, After: e.After,
			Rule: e.Rule, Confidence: e.Confidence,
		}
	}
	return changes
}
