package automaton

import (
	"cmp"
	"slices"
)

const (
	// fewWords is the size of a group that is sorted by comparing words.
	fewWords = 24
	// keyLetters is the number of letter codes, of 7 bits, in a sort key.
	keyLetters = 9
)

// keyed stands for an encoded word: its first letters and its place. It has no
// pointer, so that moving it costs the garbage collector nothing.
type keyed struct {
	key uint64
	at  uint32
}

// sortEncoded sorts encoded words and drops those that come twice. Words of a
// language share many beginnings, which a sort by comparing would look at again and
// again; here each letter is looked at once or twice.
func sortEncoded(words []string) []string {
	if slices.IsSorted(words) {
		return slices.Compact(words)
	}
	s := radix{words: words, spare: make([]keyed, len(words))}
	order := make([]keyed, len(words))
	for i, w := range words {
		order[i] = keyed{sortKey(w), uint32(i)}
	}
	s.sort(order, 0)
	sorted := make([]string, len(words))
	for i, k := range order {
		sorted[i] = words[k.at]
	}
	return slices.Compact(sorted)
}

// sortKey packs the first letters of an encoded word, 0 after its end.
func sortKey(word string) uint64 {
	key := uint64(0)
	for i := range keyLetters {
		key <<= 7
		if i < len(word) {
			key |= uint64(word[i])
		}
	}
	return key
}

// radix sorts by the first letter, then each group of words that share it by the
// next.
type radix struct {
	words []string
	spare []keyed
}

// sort sorts a group of words that are equal up to depth.
func (s *radix) sort(group []keyed, depth int) {
	if len(group) < fewWords {
		slices.SortFunc(group, s.compare)
		return
	}
	var ends [NumCodes + 1]int
	for _, k := range group {
		ends[s.code(k, depth)+1]++
	}
	for c := range NumCodes {
		ends[c+1] += ends[c]
	}
	spare := s.spare[:len(group)]
	copy(spare, group)
	// From here ends[c] is where the next word with code c goes.
	for _, k := range spare {
		c := s.code(k, depth)
		group[ends[c]] = k
		ends[c]++
	}
	for c := 1; c < NumCodes; c++ { // words of group 0 are at their end, and equal
		if part := group[ends[c-1]:ends[c]]; len(part) > 1 {
			s.sort(part, depth+1)
		}
	}
}

// code is the letter of a word at depth, 0 after its end.
func (s *radix) code(k keyed, depth int) byte {
	if depth < keyLetters {
		return byte(k.key>>(7*(keyLetters-1-depth))) & 0x7f
	}
	if w := s.words[k.at]; depth < len(w) {
		return w[depth]
	}
	return 0
}

// compare looks at the words only where the keys do not settle it.
func (s *radix) compare(a, b keyed) int {
	if a.key != b.key {
		return cmp.Compare(a.key, b.key)
	}
	return cmp.Compare(s.words[a.at], s.words[b.at])
}
