package words

import (
	"cmp"
	"slices"
)

// index holds the rules of some of the channel's profiles for the search: a
// document is searched with those of the engine that it was read by.
type index struct {
	channel *channel
	// cost is -ln P of each rule where it is most frequent.
	cost []float32
	// low and high hold the rules by the first character they observe, the
	// cheapest first; deletions those that observe nothing.
	low       [latin][]int32
	high      map[rune][]int32
	deletions []int32
	// regaining are the rules that regain an umlaut or ß, by the first character
	// they observe.
	regaining map[rune][]int32
}

// latin is the number of characters with a place of their own in an index.
const latin = 0x180

// leastIndexed is the probability from which a rule is searched with.
const leastIndexed = 8e-5

// newIndex gathers the rules that one of the profiles has.
func newIndex(c *channel, profiles []int) *index {
	x := &index{channel: c, cost: make([]float32, len(c.rules)), high: make(map[rune][]int32), regaining: make(map[rune][]int32)}
	for i := range c.rules {
		r := &c.rules[i]
		highest := float32(0)
		for _, k := range profiles {
			highest = max(highest, r.byTable[k])
		}
		x.cost[i] = -ln(highest)
		if highest < leastIndexed {
			continue
		}
		if r.regains && len(r.observed) > 0 {
			x.regaining[r.observed[0]] = append(x.regaining[r.observed[0]], int32(i))
		}
		switch {
		case len(r.observed) == 0:
			x.deletions = append(x.deletions, int32(i))
		case r.observed[0] < latin:
			x.low[r.observed[0]] = append(x.low[r.observed[0]], int32(i))
		default:
			x.high[r.observed[0]] = append(x.high[r.observed[0]], int32(i))
		}
	}
	x.sort(x.deletions)
	for _, list := range x.low {
		x.sort(list)
	}
	for _, list := range x.high {
		x.sort(list)
	}
	return x
}

func (x *index) sort(list []int32) {
	slices.SortFunc(list, func(a, b int32) int {
		return cmp.Or(cmp.Compare(x.cost[a], x.cost[b]), cmp.Compare(a, b))
	})
}

// observing returns the rules whose observed side begins with r.
func (x *index) observing(r rune) []int32 {
	if r < latin {
		return x.low[r]
	}
	return x.high[r]
}
