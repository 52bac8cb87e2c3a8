package words

import (
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSideBySide(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(4))
	for _, n := range []int{0, 1, leastEach, 2 * leastEach, 1000} {
		done := make([]int, n)
		sideBySide(n, func(i int) { done[i]++ })
		for i := range done {
			assert.Equal(t, 1, done[i], "%d of %d", i, n)
		}
	}
}

// TestSearchesSideBySide find what they find one after the other.
func TestSearchesSideBySide(t *testing.T) {
	text := damage(longProse)
	propose := func(processors int) []Proposal {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(processors))
		old := shippedFixer(t).finder
		f := &Fixer{finder: newFinder(old.dict, old.channel)} // which remembers nothing
		return f.Proposals(text)
	}
	want := propose(1)
	assert.NotEmpty(t, want)
	assert.Equal(t, want, propose(4))
}
