package words

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestCleanTextNeedsHardlyMemory: a text without errors is read again in the memory
// that served for another, however long it is.
func TestCleanTextNeedsHardlyMemory(t *testing.T) {
	f := shippedFixer(t)
	allocations := func(times int) float64 {
		text := strings.Repeat(longProse+"\n", times)
		return testing.AllocsPerRun(5, func() { f.Fix(text) })
	}
	short, long := allocations(2), allocations(20)
	words := 18 * len(strings.Fields(longProse))
	t.Log(short, long, words)
	assert.Less(t, long-short, 0.01*float64(words), "for each word more")
}
