// Package words repairs misread words: the noisy channel over a word lattice.
//
// For an observed text o it looks for the words w with the largest
// ln P(w) + ln P(o | w). P(w) is the dictionary's n-gram model, P(o | w) the
// channel: confusions learned from aligned OCR and truth, adapted to the
// document. A word is changed only if its posterior in context is high.
package words

import (
	"fmt"

	"klartext/dictionary"
	"klartext/dictionary/confusion"
	"klartext/normalize/edit"
)

// Fixer repairs misread words. It is safe for many goroutines.
type Fixer struct {
	finder *finder
}

// The confidence from which a change is made: of strings that are no words, and
// of words, which must be surer, since a reader cannot see the harm.
const (
	leastConfidence      = 0.72
	leastKnownConfidence = 0.82
)

// New makes a Fixer that takes its words from dict and its confusions from
// tables.
func New(dict *dictionary.Dictionary, tables []*confusion.Table) (*Fixer, error) {
	if len(tables) == 0 {
		return nil, fmt.Errorf("words: no confusions given")
	}
	return &Fixer{finder: newFinder(dict, newChannel(tables))}, nil
}

// Name is "words".
func (*Fixer) Name() string { return "words" }

// Doc says what the fixer does.
func (*Fixer) Doc() string {
	return "Repairs misread words by the dictionary, known confusions of OCR engines and the words around."
}

// Example is a text and what the fixer makes of it.
func (*Fixer) Example() (before, after string) {
	return "die Gemeinden kénnen fir alle sorgen", "die Gemeinden können für alle sorgen"
}

// Fix returns the changes of words, rule "words/confusion" for strings that are
// no words, "words/context" for words that do not fit where they stand,
// "words/join" and "words/split" for blanks gained and lost.
func (f *Fixer) Fix(text string) []edit.Edit {
	var edits []edit.Edit
	for _, p := range f.Proposals(text) {
		if p.Confidence < leastConfidence || p.Known() && p.Confidence < leastKnownConfidence {
			continue
		}
		edits = append(edits, edit.Edit{
			Start: p.Start, End: p.End, Before: text[p.Start:p.End], After: p.After, Rule: p.rule(), Confidence: p.Confidence,
		})
	}
	return edits
}

// rule names what kind of change p is.
func (p *Proposal) rule() string {
	switch {
	case p.Features[featureJoin] > 0:
		return "words/join"
	case p.Features[featureSplit] > 0, p.Features[featureSign] > 0:
		return "words/split"
	case p.Known():
		return "words/context"
	}
	return "words/confusion"
}
