package normalize

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"klartext/normalize/edit"
	"klartext/normalize/markup"
)

// weigh decides anew about the changes of words, made and suggested, by what the OCR
// engine says of them: of a word that it was sure of, more is asked. All are against
// the document's text.
func (p *Pipeline) weigh(doc *markup.Document, made, suggested []edit.Edit) (now, left []edit.Edit) {
	for _, e := range made {
		if e = weighed(doc, e); p.options.mode.Accepts(e.Confidence) || !isOfWords(e) {
			now = append(now, e)
		} else {
			left = append(left, e)
		}
	}
	var taken []edit.Edit
	for _, e := range suggested {
		if e = weighed(doc, e); p.options.mode.Accepts(e.Confidence) && isOfWords(e) {
			taken = append(taken, e)
		} else {
			left = append(left, e)
		}
	}
	slices.SortStableFunc(left, func(a, b edit.Edit) int { return cmp.Compare(a.Start, b.Start) })
	return edit.Union(now, taken), left
}

func isOfWords(e edit.Edit) bool { return strings.HasPrefix(e.Rule, "words") }

// doubtPerSurety is by how much a change of a word is less likely to be right, in log
// odds, per unit of the engine's confidence, from usualSurety on. It was fitted on
// what Tesseract 5 says of 409 proposals on eight pages; they do not tell much, so
// that this is no more than a hint.
const (
	doubtPerSurety = 1.3
	usualSurety    = 0.8
)

// weighed is e with the confidence that it has in view of what the engine says. Where
// the engine says nothing, or e changes no word, it is e.
func weighed(doc *markup.Document, e edit.Edit) edit.Edit {
	sure := doc.Confidence(e.Start, e.End)
	if sure == markup.Unsure || !isOfWords(e) || e.Confidence <= 0 || e.Confidence >= 1 {
		return e
	}
	odds := e.Confidence / (1 - e.Confidence) * math.Exp(doubtPerSurety*(usualSurety-sure))
	e.Confidence = odds / (1 + odds)
	return e
}
