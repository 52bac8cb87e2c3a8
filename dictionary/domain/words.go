package domain

import (
	"encoding/binary"
	"fmt"
	"maps"
	"math"
	"slices"

	"klartext/dictionary/automaton"
	"klartext/dictionary/ngram"
	"klartext/dictionary/packed"
)

// Words are the words that a model makes known, as a user's own list of words does.
type Words struct {
	forms  *automaton.Automaton
	counts packed.Table // a float32 for each word
}

// countValue is the size of a count.
const countValue = 4

// Count returns how often the word with exactly this spelling and case occurs in a
// billion words of the domain; ok is false if it is not among the words. A word that
// stands in few texts only is taken to be rarer than it is there.
func (w *Words) Count(word string) (perBillion float64, ok bool) {
	if !w.forms.Contains(word) {
		return 0, false
	}
	v, ok := w.counts.Find(uint64(ngram.WordOf(word)))
	if !ok {
		return 0, false
	}
	return float64(math.Float32frombits(binary.LittleEndian.Uint32(v))), true
}

// Automaton is the set of the words.
func (w *Words) Automaton() *automaton.Automaton { return w.forms }

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

// packWords makes the data of words that occur so often in a billion.
func packWords(perBillion map[string]float64) (forms, counts []byte, err error) {
	forms, err = automaton.Build(slices.Sorted(maps.Keys(perBillion)))
	if err != nil {
		return nil, nil, fmt.Errorf("words of the domain: %w", err)
	}
	entries := make([]packed.Entry, 0, len(perBillion))
	for word, n := range perBillion {
		e := packed.Entry{Key: uint64(ngram.WordOf(word))}
		binary.LittleEndian.PutUint32(e.Value[:], math.Float32bits(float32(n)))
		entries = append(entries, e)
	}
	return forms, packed.Append(nil, entries, countValue), nil
}
