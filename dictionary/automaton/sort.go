package automaton

import "slices"

// fewWords is the size of a group that is sorted by comparing words.
const fewWords = 24

// sortEncoded sorts encoded words and drops those that come twice. Words of a
// language share many beginnings, which a sort by comparing would look at again and
// again; here each letter is looked at once or twice.
func sortEncoded(words []string) []string {
	if slices.IsSorted(words) {
		return slices.Compact(words)
	}
	s := radix{words: words, spare: make([]uint32, len(words))}
	order := make([]uint32, len(words))
	for i := range order {
		order[i] = uint32(i)
	}
	s.sort(order, 0)
	sorted := make([]string, len(words))
	for i, at := range order {
		sorted[i] = words[at]
	}
	return slices.Compact(sorted)
}

// radix sorts by the first letter, then each group of words that share it by the
// next. It moves numbers of words: moving the words would keep the garbage
// collector busy.
type radix struct {
	words []string
	spare []uint32
}

// sort sorts a group of words that are equal up to depth.
func (s *radix) sort(group []uint32, depth int) {
	if len(group) < fewWords {
		slices.SortFunc(group, func(a, b uint32) int {
			return compareFrom(s.words[a], s.words[b], depth)
		})
		return
	}
	var ends [NumCodes + 1]int
	for _, at := range group {
		ends[s.code(at, depth)+1]++
	}
	for c := range NumCodes {
		ends[c+1] += ends[c]
	}
	spare := s.spare[:len(group)]
	copy(spare, group)
	// From here ends[c] is where the next word with code c goes.
	for _, at := range spare {
		c := s.code(at, depth)
		group[ends[c]] = at
		ends[c]++
	}
	for c := 1; c < NumCodes; c++ { // words of group 0 are at their end, and equal
		if part := group[ends[c-1]:ends[c]]; len(part) > 1 {
			s.sort(part, depth+1)
		}
	}
}

// code is the letter of a word at depth, 0 after its end.
func (s *radix) code(at uint32, depth int) byte {
	if w := s.words[at]; depth < len(w) {
		return w[depth]
	}
	return 0
}

// compareFrom compares words that are equal up to depth.
func compareFrom(a, b string, depth int) int {
	n := min(len(a), len(b))
	for i := depth; i < n; i++ {
		if a[i] != b[i] {
			return int(a[i]) - int(b[i])
		}
	}
	return len(a) - len(b)
}
