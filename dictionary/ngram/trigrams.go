package ngram

import "slices"

// Trigrams lists the trigrams of a text by the numbers of their words, one for each
// place, in 8 bytes.
type Trigrams struct{ keys []uint64 }

// Add adds the trigram u v w. Numbers are below [MaxWords].
func (t *Trigrams) Add(u, v, w uint32) {
	t.keys = append(t.keys, uint64(u)<<(2*idBits)|uint64(v)<<idBits|uint64(w))
}

// Len is the number of trigrams.
func (t *Trigrams) Len() int { return len(t.keys) }

// All calls f with each trigram, in the order in which they were added.
func (t *Trigrams) All(f func(u, v, w uint32)) {
	for _, k := range t.keys {
		f(uint32(k>>(2*idBits)), uint32(k>>idBits&wordMask), uint32(k&wordMask))
	}
}

// countAs counts the trigrams of lists with number[id] for each word number id, but
// for those that end in a word that is not to be expected.
func countAs(number []uint32, expected func(id uint32) bool, lists []*Trigrams) counts {
	total := 0
	for _, t := range lists {
		total += t.Len()
	}
	keys := make([]uint64, 0, total)
	for _, t := range lists {
		t.All(func(u, v, w uint32) {
			if !expected(w) {
				return
			}
			keys = append(keys, uint64(number[u])<<(2*idBits)|uint64(number[v])<<idBits|uint64(number[w]))
		})
	}
	slices.Sort(keys)
	return addGroup(counts{}, keys, 1)
}
