package words

import (
	"math"
	"slices"
)

// agenda holds the hypotheses that wait at a place, the cheapest first, and of these
// no more than its width: their numbers, below their ranks, so that they sort as
// numbers do.
type agenda struct {
	ids   []uint64
	width int
	// cut is the rank from which a hypothesis is too dear to wait here: of those of one
	// rank, the first stay.
	cut float32
}

// clear empties a for hypotheses that cost no more than limit.
func (a *agenda) clear(width int, limit float32) {
	a.ids, a.width, a.cut = a.ids[:0], width, limit+dearestPrior
}

// dearestPrior is more than the parts of any compound cost.
const dearestPrior = 1000

// enter puts the hypothesis with number id, whose rank is below the cut, in its place,
// and the dearest out if there are too many.
func (a *agenda) enter(rank float32, id int) {
	if len(a.ids) < a.width {
		a.ids = append(a.ids, 0)
	}
	last := len(a.ids) - 1
	key := ranked(rank, id)
	at, _ := slices.BinarySearch(a.ids[:last], key)
	copy(a.ids[at+1:], a.ids[at:last])
	a.ids[at] = key
	if len(a.ids) == a.width {
		a.cut = math.Float32frombits(uint32(a.ids[last] >> 32))
	}
}

// ranked puts the number of a hypothesis below its rank, which may be negative by
// a hair.
func ranked(rank float32, id int) uint64 {
	return uint64(math.Float32bits(max(0, rank)))<<32 | uint64(id)
}
