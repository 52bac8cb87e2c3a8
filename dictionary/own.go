package dictionary

import (
	"iter"
	"math"
	"slices"

	"klartext/dictionary/automaton"
	"klartext/dictionary/ngram"
)

// Own are words that a user adds to the dictionary. It is safe for many goroutines.
type Own interface {
	// Find returns how often the word with exactly this spelling and case occurs, 0 or
	// more, in whatever the user counted, 0 also for a word without a count, and the
	// flags that it has beside those of the dictionary. ok is false if it is none of
	// them.
	Find(word string) (count float64, flags Flags, ok bool)
	// Automaton is the set of the words that can be written in its alphabet, the same
	// one each time. It fails if they are too many for one.
	Automaton() (*automaton.Automaton, error)
}

// With returns a Dictionary that has the words of own, too; d itself is not changed.
func (d *Dictionary) With(own Own) *Dictionary {
	with := *d
	with.own = append(slices.Clone(d.own), own)
	return &with
}

// OwnForms are the sets of words that were added. Words too many for an automaton are
// known all the same, but not among them.
func (d *Dictionary) OwnForms() iter.Seq[*automaton.Automaton] {
	return func(yield func(*automaton.Automaton) bool) {
		for _, own := range d.own {
			if forms, err := own.Automaton(); err == nil && !yield(forms) {
				return
			}
		}
	}
}

const (
	// ownPrior is ln P of a user's word without a count: about that of a word that
	// stands in a book or two of a library, but is a title word there.
	ownPrior = -12
	// ownCounted bounds, in nats, what a count adds.
	ownCounted = 3
)

// lookupOwn returns word as one of those that were added; known is what the dictionary knows of
// it by itself, if it is in there.
func (d *Dictionary) lookupOwn(word string, known Word, ok bool) (Word, bool) {
	for _, own := range d.own {
		count, flags, added := own.Find(word)
		if !added {
			continue
		}
		if !ok {
			known = Word{ID: ngram.WordOf(word), Unigram: ngram.Unigram{LogProb: never}, Flags: Lexical, Eras: AllEras}
		}
		prior := ownPrior + min(ownCounted, math.Log1p(count)/2)
		known.Unigram.LogProb = max(known.Unigram.LogProb, float32(prior))
		known.Flags = known.Flags&^Weak | flags
		ok = true
	}
	return known, ok
}
