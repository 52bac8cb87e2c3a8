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
	mode   Mode
	era    Era
	source *Source
	tell   func(*Source)
}

// Option sets up a Fixer.
type Option func(*Fixer)

// WithMode says how sure the fixer must be; it is Balanced otherwise.
func WithMode(m Mode) Option {
	return func(f *Fixer) { f.mode = m }
}

// New makes a Fixer that takes its words from dict and its confusions from
// tables.
func New(dict *dictionary.Dictionary, tables []*confusion.Table, options ...Option) (*Fixer, error) {
	if len(tables) == 0 {
		return nil, fmt.Errorf("words: no confusions given")
	}
	f := &Fixer{finder: newFinder(dict, newChannel(tables))}
	for _, set := range options {
		set(f)
	}
	return f, nil
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
	edits, _ := f.Suggest(text)
	return edits
}

// Suggest returns what Fix does and, apart from it, the changes that the fixer is
// not sure enough of to make them, down to a confidence of 0.2.
func (f *Fixer) Suggest(text string) (edits, suggestions []edit.Edit) {
	proposals := f.Proposals(text)
	for i := range proposals {
		p := &proposals[i]
		e := edit.Edit{
			Start: p.Start, End: p.End, Before: text[p.Start:p.End], After: p.After, Rule: p.rule(), Confidence: p.Confidence,
		}
		switch {
		case f.mode.accepts(p):
			edits = append(edits, e)
		case p.Confidence >= leastSuggested:
			suggestions = append(suggestions, e)
		}
	}
	return edits, suggestions
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
