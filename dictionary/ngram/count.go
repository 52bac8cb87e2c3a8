package ngram

import (
	"fmt"
	"slices"
)

// idBits is the width of a word's number in the keys of the counts.
const idBits = 21

// MaxWords is the largest vocabulary that can be counted.
const MaxWords = 1 << idBits

// Numbers of the words that stand for classes; a vocabulary begins with them.
const (
	UnknownID = iota
	UnknownUpperID
	NumberID
	StartID
	FirstWordID // the first number of a real word
)

// ClassNames are the names of the class words, by their numbers.
func ClassNames() []string { return []string{"<unk>", "<Unk>", "<num>", "<s>"} }

// Counter counts trigrams of word numbers, each source with its weight.
type Counter struct {
	groups map[float64][]uint64 // by weight: one key per trigram seen
}

// Add counts the trigrams of one paragraph, each weight times.
func (c *Counter) Add(ids []uint32, weight float64) {
	if c.groups == nil {
		c.groups = make(map[float64][]uint64)
	}
	keys := c.groups[weight]
	u, v := uint64(StartID), uint64(StartID)
	for _, id := range ids {
		w := uint64(id)
		keys = append(keys, u<<(2*idBits)|v<<idBits|w)
		u, v = v, w
	}
	c.groups[weight] = keys
}

// Tokens returns the number of tokens counted, without weights.
func (c *Counter) Tokens() (n int) {
	for _, keys := range c.groups {
		n += len(keys)
	}
	return n
}

// counts is a sorted list of n-grams with their weighted counts.
type counts struct {
	keys []uint64
	n    []float32
}

// merge sums the groups into one list and empties the counter.
func (c *Counter) merge() counts {
	weights := make([]float64, 0, len(c.groups))
	for w := range c.groups {
		weights = append(weights, w)
	}
	slices.Sort(weights)
	var all counts
	for _, w := range weights {
		slices.Sort(c.groups[w])
		all = addGroup(all, c.groups[w], float32(w))
		delete(c.groups, w)
	}
	return all
}

// addGroup merges sorted keys, each worth weight, into a list of counts.
func addGroup(a counts, keys []uint64, weight float32) counts {
	var out counts
	i := 0
	for len(keys) > 0 || i < len(a.keys) {
		if len(keys) == 0 || (i < len(a.keys) && a.keys[i] < keys[0]) {
			out.keys, out.n = append(out.keys, a.keys[i]), append(out.n, a.n[i])
			i++
			continue
		}
		run := 1
		for run < len(keys) && keys[run] == keys[0] {
			run++
		}
		n := float32(run) * weight
		if i < len(a.keys) && a.keys[i] == keys[0] {
			n += a.n[i]
			i++
		}
		out.keys, out.n = append(out.keys, keys[0]), append(out.n, n)
		keys = keys[run:]
	}
	return out
}

// continuations counts for each bigram v w the different words seen before it;
// what begins a paragraph has no such words and keeps its count.
func (c counts) continuations() counts {
	const mask = 1<<(2*idBits) - 1
	keys := make([]uint64, len(c.keys))
	for i, k := range c.keys {
		keys[i] = k & mask
	}
	slices.Sort(keys)
	out := addGroup(counts{}, keys, 1)
	for i, k := range c.keys {
		if k>>(2*idBits) != StartID || k>>idBits&(1<<idBits-1) != StartID {
			continue
		}
		if at, ok := slices.BinarySearch(out.keys, k&mask); ok {
			out.n[at] = max(out.n[at], c.n[i])
		}
	}
	return out
}

func checkVocabulary(words []string) error {
	if len(words) < FirstWordID || len(words) > MaxWords {
		return fmt.Errorf("ngram: a vocabulary of %d words; %d to %d can be counted", len(words), FirstWordID, MaxWords)
	}
	return nil
}
