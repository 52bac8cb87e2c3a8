package automaton

import (
	"cmp"
	"slices"
)

// keyLetters is the number of letter codes, of 7 bits, in a sort key.
const keyLetters = 9

// keyed is an encoded word with its first letters as a number, which settles most
// comparisons without a look at the letters.
type keyed struct {
	key  uint64
	word string
}

// sortEncoded sorts encoded words and drops those that come twice.
func sortEncoded(words []string) []string {
	if !slices.IsSorted(words) {
		all := make([]keyed, len(words))
		for i, w := range words {
			all[i] = keyed{sortKey(w), w}
		}
		slices.SortFunc(all, func(a, b keyed) int {
			if a.key != b.key || len(a.word) <= keyLetters && len(b.word) <= keyLetters {
				return cmp.Compare(a.key, b.key)
			}
			return cmp.Compare(a.word, b.word)
		})
		for i := range all {
			words[i] = all[i].word
		}
	}
	return slices.Compact(words)
}

// sortKey packs the first letters of an encoded word; codes begin at 1, so that
// shorter words come first.
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
