package words

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestAgendaKeepsTheCheapest, as sorting all would, whatever the order they come in;
// of those of one rank, the first.
func TestAgendaKeepsTheCheapest(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 7))
	for range 200 {
		a := agenda{}
		a.clear(1+r.IntN(10), 30)
		var all []uint64
		for id := range r.IntN(60) {
			rank := float32(r.IntN(12)) / 2
			all = append(all, ranked(rank, id))
			if rank < a.cut {
				a.enter(rank, id)
			}
		}
		slices.Sort(all)
		require.Equal(t, all[:min(len(all), a.width)], a.ids[:len(a.ids):len(a.ids)])
	}
}

func TestAgendaForgets(t *testing.T) {
	a := agenda{}
	a.clear(2, 30)
	for id := range 5 {
		a.enter(float32(5-id), id)
	}
	assert.EqualValues(t, 2, a.cut)
	a.clear(3, 40)
	assert.Empty(t, a.ids)
	assert.Greater(t, a.cut, float32(40))
}
