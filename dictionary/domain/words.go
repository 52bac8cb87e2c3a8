package domain

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"

	"klartext/dictionary"
	"klartext/dictionary/automaton"
	"klartext/dictionary/ngram"
	"klartext/dictionary/packed"
)

// Words are the words that a model makes known: a [dictionary.Dictionary] may take
// them in as a user's own words.
type Words struct {
	forms  *automaton.Automaton
	counts packed.Table // 32 bits for each word
}

// countValue is the size of a count.
const countValue = 4

// Count returns how often the word with exactly this spelling and case stands in the
// texts, at least 2; ok is false if it is not among the words.
func (w *Words) Count(word string) (n float64, ok bool) {
	if !w.forms.Contains(word) {
		return 0, false
	}
	v, ok := w.counts.Find(uint64(ngram.WordOf(word)))
	if !ok {
		return 0, false
	}
	return float64(binary.LittleEndian.Uint32(v)), true
}

// Find returns what Count does, and no flags: such a word may be misread for another
// like any other.
func (w *Words) Find(word string) (n float64, flags dictionary.Flags, ok bool) {
	n, ok = w.Count(word)
	return n, 0, ok
}

// Automaton is the set of the words. It never fails.
func (w *Words) Automaton() (*automaton.Automaton, error) { return w.forms, nil }

// Len is the number of words.
func (w *Words) Len() int { return w.counts.Len() }

func openWords(forms, counts []byte) (*Words, error) {
	a, err := openForms(forms)
	if err != nil {
		return nil, err
	}
	t, rest, err := packed.Open(counts, countValue)
	if err == nil {
		err = t.Check()
	}
	if err != nil {
		return nil, fmt.Errorf("counts of words: %w", err)
	}
	if len(rest) > 0 {
		return nil, fmt.Errorf("counts of words: %d bytes too many", len(rest))
	}
	return &Words{forms: a, counts: t}, nil
}

// packWords makes the data of words that stand in the texts so often.
func packWords(seen map[string]int) (forms, counts []byte, err error) {
	forms, err = automaton.Build(slices.Sorted(maps.Keys(seen)))
	if err != nil {
		return nil, nil, fmt.Errorf("words of the domain: %w", err)
	}
	entries := make([]packed.Entry, 0, len(seen))
	for word, n := range seen {
		e := packed.Entry{Key: uint64(ngram.WordOf(word))}
		binary.LittleEndian.PutUint32(e.Value[:], uint32(n))
		entries = append(entries, e)
	}
	return forms, packed.Append(nil, entries, countValue), nil
}
