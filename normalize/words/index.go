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
	low       [latin]*ruleList
	high      map[rune]*ruleList
	deletions *ruleList
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
	x := &index{channel: c, cost: make([]float32, len(c.rules)), high: make(map[rune]*ruleList), regaining: make(map[rune][]int32)}
	var indexed []int32
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
		indexed = append(indexed, int32(i))
		if r.regains && len(r.observed) > 0 {
			x.regaining[r.observed[0]] = append(x.regaining[r.observed[0]], int32(i))
		}
	}
	slices.SortFunc(indexed, func(a, b int32) int {
		return cmp.Or(cmp.Compare(x.cost[a], x.cost[b]), cmp.Compare(a, b))
	})
	x.deletions = &ruleList{}
	for _, id := range indexed {
		x.list(&c.rules[id]).add(id, &c.rules[id], x.cost[id])
	}
	return x
}

// list returns the list that r belongs to.
func (x *index) list(r *rule) *ruleList {
	switch {
	case len(r.observed) == 0:
		return x.deletions
	case r.observed[0] >= latin:
		if x.high[r.observed[0]] == nil {
			x.high[r.observed[0]] = &ruleList{}
		}
		return x.high[r.observed[0]]
	}
	if x.low[r.observed[0]] == nil {
		x.low[r.observed[0]] = &ruleList{}
	}
	return x.low[r.observed[0]]
}

// observing returns the rules whose observed side begins with r; nil if there are
// none.
func (x *index) observing(r rune) *ruleList {
	if r < latin {
		return x.low[r]
	}
	return x.high[r]
}
