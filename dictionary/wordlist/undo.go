package wordlist

import (
	"iter"
	"strings"

	"klartext/dictionary/automaton"
	"klartext/dictionary/confusion"
)

// Confusions rarer than these would make every word look like another.
const (
	leastProb  = 1e-3
	leastCount = 3
)

// undoing holds confusions by what was observed, to be undone.
type undoing struct {
	byFirst map[byte][]undo // by the first byte observed
	lost    []undo          // letters that were read as nothing
}

// undo is one confusion.
type undo struct {
	intended, observed string
	prob               float64
}

// newUndoing takes the cheap confusions of the tables, each with its largest
// probability. Those with blanks concern no single word.
func newUndoing(tables []*confusion.Table) *undoing {
	probs := make(map[[2]string]float64)
	for _, t := range tables {
		for _, r := range t.Rules {
			if r.Prob < leastProb || r.Count < leastCount || strings.Contains(r.Intended+r.Observed, " ") {
				continue
			}
			key := [2]string{r.Intended, r.Observed}
			probs[key] = max(probs[key], r.Prob)
		}
	}
	u := &undoing{byFirst: make(map[byte][]undo)}
	for key, prob := range probs {
		un := undo{intended: key[0], observed: key[1], prob: prob}
		if un.observed == "" {
			u.lost = append(u.lost, un)
		} else {
			u.byFirst[un.observed[0]] = append(u.byFirst[un.observed[0]], un)
		}
	}
	return u
}

// candidates yields the words of forms that word may have been before one
// confusion, with the probability of that confusion.
func (u *undoing) candidates(forms *automaton.Automaton, word string) iter.Seq2[string, float64] {
	return func(yield func(string, float64) bool) {
		front := walk{forms, forms.Root(), false}
		for i, r := range word {
			if !u.candidatesAt(front, word, i, yield) {
				return
			}
			// Nearly all candidates end here: no word of forms begins so.
			var ok bool
			if front, ok = front.letter(r); !ok {
				return
			}
		}
		u.candidatesAt(front, word, len(word), yield)
	}
}

// candidatesAt yields those whose confusion is at i; front has walked word[:i]. It
// returns false when there shall be no more.
func (u *undoing) candidatesAt(front walk, word string, i int, yield func(string, float64) bool) bool {
	undos := [2][]undo{u.lost, nil}
	if i < len(word) {
		undos[1] = u.byFirst[word[i]]
	}
	for _, group := range undos {
		for _, un := range group {
			rest, ok := strings.CutPrefix(word[i:], un.observed)
			if ok && front.ends(un.intended, rest) && !yield(word[:i]+un.intended+rest, un.prob) {
				return false
			}
		}
	}
	return true
}

// walk is a way through an automaton; final tells that a word ends where it stands.
type walk struct {
	forms *automaton.Automaton
	state automaton.State
	final bool
}

// letter goes on by one letter; ok is false if no word goes on so.
func (w walk) letter(r rune) (next walk, ok bool) {
	code, ok := automaton.Code(r)
	if !ok {
		return w, false
	}
	arc, ok := w.forms.Step(w.state, code)
	return walk{w.forms, arc.Target, arc.Final}, ok
}

// ends tells whether a word ends after the texts.
func (w walk) ends(texts ...string) bool {
	for _, text := range texts {
		for _, r := range text {
			var ok bool
			if w, ok = w.letter(r); !ok {
				return false
			}
		}
	}
	return w.final
}
