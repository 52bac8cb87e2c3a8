package wordlist

import (
	"iter"
	"strings"

	"klartext/dictionary"
	"klartext/dictionary/confusion"
)

// Suspect is a word of the user's that looks like a misread common word.
type Suspect struct {
	// Word is the entry, Path and Line say where it stands; empty and 0 if it was
	// given by itself.
	Word, Path string
	Line       int
	// Likely is the common word.
	Likely string
	// Ratio is how many times as often as the rarest word Likely is misread so,
	// from 10 on: the larger, the more suspect. That is P(confusion) times what
	// [dictionary.Dictionary.Count] says of Likely.
	Ratio float64
}

const (
	// minRatio is the least ratio that is reported.
	minRatio = 10
	// rarest is how often a word that the dictionary has not got may be expected in
	// a billion words.
	rarest = 1
)

// Check yields the words of l that the dictionary does not know and that one
// confusion of the tables makes of a word far more common, in the order in which
// they were added. Words from Hunspell dictionaries are not looked at: people have
// checked them. A word that the dictionary does not know takes some 50 µs.
func Check(l *List, dict *dictionary.Dictionary, tables []*confusion.Table) iter.Seq[Suspect] {
	cheap := newUndoing(tables)
	return func(yield func(Suspect) bool) {
		for _, e := range l.entries {
			if !e.plain || isKnown(dict, e.word) {
				continue
			}
			s := cheap.likely(dict, e.word)
			if s.Ratio < minRatio {
				continue
			}
			if e.line > 0 {
				s.Path, s.Line = l.paths[e.file], int(e.line)
			}
			if !yield(s) {
				return
			}
		}
	}
}

// isKnown tells whether the dictionary has the word. Its table takes a word for
// another once in two million times, its automaton never does.
func isKnown(dict *dictionary.Dictionary, word string) bool {
	_, ok := dict.Lookup(word)
	return ok && dict.Forms().Contains(word)
}

// likely finds the word that most often looks like word through one confusion.
func (u *undoing) likely(dict *dictionary.Dictionary, word string) Suspect {
	best := Suspect{Word: word}
	for candidate, prob := range u.candidates(dict.Forms(), word) {
		ratio := prob * dict.Count(candidate) / rarest
		if ratio < best.Ratio || ratio == best.Ratio && candidate >= best.Likely {
			continue
		}
		// Capitals differ for many reasons, reading them wrong is the least of them.
		if !strings.EqualFold(candidate, word) {
			best.Likely, best.Ratio = candidate, ratio
		}
	}
	return best
}
