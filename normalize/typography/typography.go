// Package typography sets quotation marks, dashes, ellipses and the blanks
// around punctuation as German print has them.
package typography

import (
	"slices"
	"strings"

	"klartext/normalize/edit"
)

// Fixer repairs what OCR and typewriter habits make of German typography.
//
// Quotation marks are paired over the paragraph. A pair is set as „…“ (inside
// another one ‚…‘) if it cannot be right as it stands: if it opens low or with
// commas, or if its marks are of different styles. Pairs that are consistent
// in another style ("…", “…”) are left alone unless the document has German
// ones as well: then they are the same marks, read differently. »…« and «…»
// are kept, >>…<< becomes »…«. Apostrophes are never touched.
//
// "--" between blanks becomes a dash, and so does "—": but not in a document of
// older spelling, whose print has long dashes, nor in a foreign passage. "-"
// between blanks is taken for a dash only in a document that has dashes
// elsewhere. "..." becomes "…" unless the document has it three times or more
// and never "…": then it is its way to write it.
//
// Blanks before closing and after opening punctuation go, except in tables, in
// foreign passages (French has them) and at the start of a line.
type Fixer struct{}

// New returns the fixer.
func New() *Fixer { return &Fixer{} }

// Name implements normalize.Fixer.
func (*Fixer) Name() string { return "typography" }

// Doc implements normalize.Fixer.
func (*Fixer) Doc() string {
	return "Sets German quotation marks, dashes and ellipses, and removes blanks before punctuation."
}

// Example implements normalize.Fixer.
func (*Fixer) Example() (before, after string) {
	return "eine ,Kernaufgabe der Vorsorge” -- so Bauer", "eine „Kernaufgabe der Vorsorge“ – so Bauer"
}

// maxPasses bounds how often evidence found in one pass can help the next.
const maxPasses = 5

// Fix implements normalize.Fixer. It does not allocate where there is nothing to fix.
func (*Fixer) Fix(text string) []edit.Edit {
	return edit.Settle(text, maxPasses, pass)
}

// pass goes over text once, paragraph by paragraph.
func pass(text string) []edit.Edit {
	d := document{text: text, style: styleOf(text)}
	for start := 0; start < len(text); {
		end := paragraphEnd(text, start)
		d.quotes(start, end)
		d.marks(start, end)
		start = end
	}
	slices.SortStableFunc(d.edits, func(a, b edit.Edit) int { return a.Start - b.Start })
	return dropOverlaps(d.edits)
}

// paragraphEnd is where the paragraph at start ends: behind the next blank line
// or form feed.
func paragraphEnd(text string, start int) int {
	for i := start; ; {
		newline := strings.IndexByte(text[i:], '\n')
		if newline < 0 {
			return len(text)
		}
		i += newline + 1
		rest := i
		for rest < len(text) && (text[rest] == ' ' || text[rest] == '\t' || text[rest] == '\r') {
			rest++
		}
		if rest < len(text) && (text[rest] == '\n' || text[rest] == '\f') {
			return rest + 1
		}
	}
}

// document is a text whose typography is being fixed.
type document struct {
	text  string
	style style
	edits []edit.Edit
}

// replace notes an edit unless it changes nothing.
func (d *document) replace(start, end int, after, rule string, confidence float64) {
	if before := d.text[start:end]; before != after {
		d.edits = append(d.edits, edit.Edit{Start: start, End: end, Before: before, After: after, Rule: rule, Confidence: confidence})
	}
}

// dropOverlaps keeps the first of edits that overlap.
func dropOverlaps(edits []edit.Edit) []edit.Edit {
	end := 0
	return slices.DeleteFunc(edits, func(e edit.Edit) bool {
		if e.Start < end {
			return true
		}
		end = e.End
		return false
	})
}
