package batch

import (
	"errors"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func numbers(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

func TestOrderedKeepsTheOrder(t *testing.T) {
	for _, jobs := range []int{1, 2, 7} {
		var busy, most atomic.Int32
		var got []int
		err := Ordered(jobs, slices.Values(numbers(500)), func(i int) int {
			now := busy.Add(1)
			for old := most.Load(); now > old && !most.CompareAndSwap(old, now); old = most.Load() {
			}
			defer busy.Add(-1)
			return i
		}, func(i int) error {
			got = append(got, i)
			return nil
		})
		require.NoError(t, err)
		assert.Equal(t, numbers(500), got)
		assert.LessOrEqual(t, int(most.Load()), jobs)
	}
}

func TestOrderedEndsAtAnError(t *testing.T) {
	var busy atomic.Int32
	broken := errors.New("broken")
	seen := 0
	err := Ordered(3, slices.Values(numbers(10000)), func(i int) int {
		busy.Add(1)
		defer busy.Add(-1)
		return i
	}, func(i int) error {
		seen++
		if i == 5 {
			return broken
		}
		return nil
	})
	assert.ErrorIs(t, err, broken)
	assert.Equal(t, 6, seen)
	assert.Zero(t, busy.Load(), "nobody works on")
	assert.NoError(t, Ordered(2, slices.Values([]int{}), func(i int) int { return i }, func(int) error { return broken }))
}

// TestOrderedIsBounded holds up the first item: only so many others are begun.
func TestOrderedIsBounded(t *testing.T) {
	const jobs = 2
	var begun atomic.Int32
	release, full := make(chan struct{}), make(chan struct{})
	go func() {
		<-full
		close(release)
	}()
	err := Ordered(jobs, slices.Values(numbers(1000)), func(i int) int {
		if n := begun.Add(1); n == ahead*jobs {
			close(full) // one waits, the others are done: this is as far as it goes
		}
		if i == 0 {
			<-release
			assert.LessOrEqual(t, int(begun.Load()), ahead*jobs+jobs+1)
		}
		return i
	}, func(int) error { return nil })
	require.NoError(t, err)
}
