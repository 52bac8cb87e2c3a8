package edit

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// shorten makes one step: the first "aab" becomes "ab".
func shorten(text string) []Edit {
	i := strings.Index(text, "aab")
	if i < 0 {
		return nil
	}
	return []Edit{{Start: i, End: i + 2, Before: "aa", After: "a", Rule: "shorten", Confidence: 1}}
}

func TestSettle(t *testing.T) {
	tests := []struct {
		name, text string
		limit      int
		want       string
		edits      int
	}{
		{"nothing to do", "abc", Unlimited, "abc", 0},
		{"steps at one place are one edit", "caaaab", Unlimited, "cab", 1},
		{"steps at two places", "aaab aaab", Unlimited, "ab ab", 2},
		{"as far as the limit", "caaaab", 2, "caab", 1},
		{"not at all", "caaaab", 0, "caaaab", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			edits := Settle(tt.text, tt.limit, shorten)
			assert.Len(t, edits, tt.edits)
			got, err := Apply(tt.text, edits)
			require.NoError(t, err)
			assert.Equal(t, tt.want, got)
		})
	}
}

// TestSettleHidesNoFault has a pass whose second list does not fit.
func TestSettleHidesNoFault(t *testing.T) {
	edits := Settle("aaab", Unlimited, func(text string) []Edit {
		if text == "aaab" {
			return shorten(text)
		}
		return []Edit{{Start: 0, End: 1, Before: "x"}}
	})
	_, err := Apply("aaab", edits)
	assert.ErrorIs(t, err, ErrOutOfPlace)
	assert.ErrorContains(t, err, `\"x\" at 0-1`)
}

func TestSettleDoesNotAllocateOnCleanText(t *testing.T) {
	assert.Zero(t, testing.AllocsPerRun(100, func() { Settle("clean", Unlimited, shorten) }))
}
