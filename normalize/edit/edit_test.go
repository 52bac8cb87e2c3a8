package edit

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestApply(t *testing.T) {
	got, err := Apply("kénnen fir", []Edit{
		{Start: 1, End: 3, Before: "é", After: "ö"},
		{Start: 9, End: 10, Before: "i", After: "ü"},
	})
	require.NoError(t, err)
	assert.Equal(t, "können für", got)
}

func TestApplyRefusesEditsOutOfPlace(t *testing.T) {
	for name, edits := range map[string][]Edit{
		"other text": {{Start: 0, End: 1, Before: "x", After: "y"}},
		"overlap":    {{Start: 0, End: 2, Before: "ab"}, {Start: 1, End: 3, Before: "bc"}},
		"too far":    {{Start: 2, End: 9, Before: "c"}},
	} {
		_, err := Apply("abc", edits)
		assert.ErrorIs(t, err, ErrOutOfPlace, name)
	}
}

func TestComposeMergesTouchingEdits(t *testing.T) {
	text := "Verwal-\ntnng der"
	first := []Edit{{Start: 6, End: 13, Before: "-\ntnng ", After: "tnng\n", Rule: "line-ends/join", Confidence: 0.9}}
	second := []Edit{{Start: 7, End: 8, Before: "n", After: "u", Rule: "words", Confidence: 0.8}}
	got := Compose(text, first, second)
	require.Len(t, got, 1)
	assert.Equal(t, Edit{Start: 6, End: 13, Before: "-\ntnng ", After: "tung\n", Rule: "line-ends/join+words", Confidence: 0.8}, got[0])
}

func TestComposeDropsWhatIsRestored(t *testing.T) {
	first := []Edit{{Start: 1, End: 2, Before: "b", After: "x"}}
	second := []Edit{{Start: 1, End: 2, Before: "x", After: "b"}}
	assert.Empty(t, Compose("abc", first, second))
}

// TestComposeEqualsApplyingTwice checks the one law that matters on random edits.
func TestComposeEqualsApplyingTwice(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		text := randomText(r, 30)
		first := randomEdits(r, text)
		middle, err := Apply(text, first)
		require.NoError(t, err)
		second := randomEdits(r, middle)
		want, err := Apply(middle, second)
		require.NoError(t, err)
		got, err := Apply(text, Compose(text, first, second))
		require.NoError(t, err, "%q %v %v", text, first, second)
		require.Equal(t, want, got, "%q %v %v", text, first, second)
	}
}

func randomText(r *rand.Rand, longest int) string {
	var b strings.Builder
	for range r.IntN(longest) {
		b.WriteByte("abc "[r.IntN(4)])
	}
	return b.String()
}

func randomEdits(r *rand.Rand, text string) []Edit {
	var edits []Edit
	at := 0
	for at < len(text) {
		start := at + r.IntN(6)
		end := start + r.IntN(4)
		if end > len(text) {
			break
		}
		edits = append(edits, Edit{Start: start, End: end, Before: text[start:end], After: randomText(r, 4)})
		at = end + 1
	}
	return edits
}
