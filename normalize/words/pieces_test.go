package words

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestInPieces: no piece is too long, none is missing, and no reading leads out of one.
func TestInPieces(t *testing.T) {
	run := make([]slot, 2*longestRun+7)
	for i := range run {
		run[i] = reads(option{span: 1}, option{span: min(2, len(run)-i)}, option{span: min(3, len(run)-i)})
	}
	next := 0
	for from, piece := range inPieces(run) {
		assert.Equal(t, next, from)
		assert.LessOrEqual(t, len(piece), longestRun)
		for i := range piece {
			assert.NotEmpty(t, piece[i].options)
			assert.LessOrEqual(t, i+reach(piece[i].options), len(piece))
		}
		next += len(piece)
	}
	assert.Equal(t, len(run), next)
	assert.Len(t, run[longestRun-3].options, 3)
	assert.Len(t, run[longestRun-1].options, 1)
}
