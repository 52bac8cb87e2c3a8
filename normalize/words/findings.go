package words

import (
	"bytes"
	"cmp"
	"slices"
)

// findings are the words that a search has found, each once.
type findings struct {
	words  []candidate
	hashes []uint64 // of their letters
	order  []int32
}

func (f *findings) clear() {
	clear(f.words) // not to hold their texts
	f.words, f.hashes = f.words[:0], f.hashes[:0]
}

// find returns the word with the given letters, nil if it was not found yet, and the
// hash of the letters.
func (f *findings) find(codes []byte) (c *candidate, hash uint64) {
	hash = hashStart
	for _, code := range codes {
		hash = hashNext(hash, code)
	}
	for i, h := range f.hashes {
		if h == hash && bytes.Equal(f.words[i].codes, codes) {
			return &f.words[i], hash
		}
	}
	return nil, hash
}

// add enters a word that was not found yet.
func (f *findings) add(c candidate, hash uint64) {
	f.words = append(f.words, c)
	f.hashes = append(f.hashes, hash)
}

// highest is the rank of the likeliest word; ok is false if there is none.
func (f *findings) highest() (total float32, ok bool) {
	for i := range f.words {
		if t := f.words[i].total(); !ok || t > total {
			total, ok = t, true
		}
	}
	return total, ok
}

// best returns the words found, the likeliest first.
func (f *findings) best() []candidate {
	f.order = f.order[:0]
	for i := range f.words {
		f.order = append(f.order, int32(i))
	}
	slices.SortFunc(f.order, func(i, j int32) int {
		a, b := &f.words[i], &f.words[j]
		return cmp.Or(cmp.Compare(b.total(), a.total()), cmp.Compare(a.text, b.text))
	})
	out := make([]candidate, min(len(f.order), maxCandidates))
	for i := range out {
		out[i] = f.words[f.order[i]]
	}
	return out
}
