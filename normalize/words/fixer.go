// Package words repairs misread words: the noisy channel over a word lattice.
//
// For an observed text o it looks for the words w with the largest
// ln P(w) + ln P(o | w). P(w) is the dictionary's n-gram model, P(o | w) the
// channel: confusions learned from aligned OCR and truth, adapted to the
// document. A word is changed only if its posterior in context is high.
package words

import (
	"fmt"
	"math"

	"klartext/dictionary"
	"klartext/dictionary/confusion"
	"klartext/normalize/edit"
)

// Fixer repairs misread words. It is safe for many goroutines.
type Fixer struct {
	finder *finder
}

// leastPosterior is the posterior from which a change is made.
const leastPosterior = 0.95

// New makes a Fixer that takes its words from dict and its confusions from
// tables.
func New(dict *dictionary.Dictionary, tables []*confusion.Table) (*Fixer, error) {
	if len(tables) == 0 {
		return nil, fmt.Errorf("words: no confusions given")
	}
	return &Fixer{finder: &finder{dict: dict, channel: newChannel(tables), cache: make(map[string]*entry)}}, nil
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
// no words, "words/context" for words that do not fit where they stand.
func (f *Fixer) Fix(text string) []edit.Edit {
	d := f.finder.read(text)
	if len(d.paragraphs) == 0 {
		return nil
	}
	p := d.adapt()
	d.decode(p)
	return d.edits()
}

// edits are the changes that are likely enough.
func (d *document) edits() []edit.Edit {
	var edits []edit.Edit
	for i := range d.paragraphs {
		for j := range d.paragraphs[i].slots {
			s := &d.paragraphs[i].slots[j]
			for k := range s.options {
				o := &s.options[k]
				if o.from == nil || o.posterior < leastPosterior || o.text == d.text[s.start:s.end] {
					continue
				}
				rule := "words/confusion"
				if s.entry.known {
					rule = "words/context"
				}
				edits = append(edits, edit.Edit{
					Start: s.start, End: s.end, Before: d.text[s.start:s.end], After: o.text,
					Rule: rule, Confidence: min(0.999, math.Round(o.posterior*1000)/1000),
				})
			}
		}
	}
	return edits
}

func exp(x float64) float64 { return math.Exp(x) }
