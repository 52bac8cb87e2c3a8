package edit

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTrace(t *testing.T) {
	const text = "die Verwal-\ntung der Stadt"
	joined := Edit{Start: 10, End: 17, Before: "-\ntung ", After: "tung\n"}
	require.Equal(t, joined.Before, text[joined.Start:joined.End])
	tests := []struct {
		name         string
		first        []Edit
		later, wants Edit
	}{
		{"nothing before", nil, Edit{Start: 4, End: 6, Before: "Ve", After: "V"}, Edit{Start: 4, End: 6, Before: "Ve", After: "V"}},
		{"before", []Edit{joined}, Edit{Start: 0, End: 3, Before: "die", After: "der"}, Edit{Start: 0, End: 3, Before: "die", After: "der"}},
		{"behind", []Edit{joined}, Edit{Start: 15, End: 18, Before: "der", After: "den"}, Edit{Start: 17, End: 20, Before: "der", After: "den"}},
		{
			"over", []Edit{joined}, Edit{Start: 4, End: 14, Before: "Verwaltung", After: "Verwalter"},
			Edit{Start: 4, End: 17, Before: "Verwal-\ntung ", After: "Verwalter\n"},
		},
		{
			"within", []Edit{joined}, Edit{Start: 11, End: 12, Before: "u", After: "a"},
			Edit{Start: 10, End: 17, Before: "-\ntung ", After: "tang\n"},
		},
		{
			"touches an insertion", []Edit{{Start: 4, End: 4, After: "„"}},
			Edit{Start: 7, End: 13, Before: "Verwal", After: "Verfal"}, Edit{Start: 4, End: 10, Before: "Verwal", After: "Verfal"},
		},
		{
			"over a deletion", []Edit{{Start: 10, End: 12, Before: "-\n"}},
			Edit{Start: 4, End: 14, Before: "Verwaltung", After: "Walter"}, Edit{Start: 4, End: 16, Before: "Verwal-\ntung", After: "Walter"},
		},
		{
			"behind a deletion", []Edit{{Start: 10, End: 12, Before: "-\n"}},
			Edit{Start: 10, End: 14, Before: "tung", After: "ter"}, Edit{Start: 12, End: 16, Before: "tung", After: "ter"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.later.Rule, tt.later.Confidence = "words", 0.5
			tt.wants.Rule, tt.wants.Confidence = "words", 0.5
			assert.Equal(t, []Edit{tt.wants}, Trace(text, tt.first, []Edit{tt.later}))
		})
	}
}

func TestTraceLeavesOutWhatTakesBack(t *testing.T) {
	first := []Edit{{Start: 0, End: 3, Before: "fir", After: "für"}}
	assert.Empty(t, Trace("fir alle", first, []Edit{{Start: 0, End: 4, Before: "für", After: "fir"}}))
}

// TestTraceMakesTheSame checks on random edits that one traced back makes of the
// text, together with the first edits elsewhere, what it made after all of them.
func TestTraceMakesTheSame(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	widened := 0
	for range 20000 {
		text := randomText(r, 30)
		first := randomEdits(r, text)
		middle, err := Apply(text, first)
		require.NoError(t, err)
		for _, e := range randomEdits(r, middle) {
			want, err := Apply(middle, []Edit{e})
			require.NoError(t, err)
			before, behind := apart(first, e)
			if len(before)+len(behind) < len(first) {
				widened++
			}
			all := slices.Concat(before, Trace(text, first, []Edit{e}), behind)
			got, err := Apply(text, all)
			require.NoError(t, err, "%q %v %v", text, first, e)
			require.Equal(t, want, got, "%q %v %v", text, first, e)
		}
	}
	assert.Greater(t, widened, 1000)
}

// apart returns the edits of first that e, made after them, does not overlap.
func apart(first []Edit, e Edit) (before, behind []Edit) {
	shift := 0
	for _, f := range first {
		start := f.Start + shift
		shift += len(f.After) - len(f.Before)
		switch end := start + len(f.After); {
		case end <= e.Start:
			before = append(before, f)
		case start >= e.End:
			behind = append(behind, f)
		}
	}
	return before, behind
}

func TestForward(t *testing.T) {
	const text = "abc def ghi"
	done := []Edit{{Start: 0, End: 0, After: "„"}, {Start: 4, End: 7, Before: "def", After: "d"}, {Start: 11, End: 11, After: "“"}}
	edits := []Edit{
		{Start: 0, End: 3, Before: "abc", After: "x"},
		{Start: 3, End: 4, Before: " "},
		{Start: 6, End: 8, Before: "f ", After: "y"},
		{Start: 8, End: 11, Before: "ghi", After: "z"},
	}
	after, err := Apply(text, done)
	require.NoError(t, err)
	forward := Forward(edits, done)
	require.Len(t, forward, 3, "the one that overlaps is gone")
	got, err := Apply(after, forward)
	require.NoError(t, err)
	assert.Equal(t, "„xd z“", got)
	assert.Equal(t, edits, Forward(edits, nil))
}

func TestUnion(t *testing.T) {
	edits := []Edit{{Start: 2, End: 4, Rule: "first"}, {Start: 6, End: 7, Rule: "first"}}
	more := []Edit{{Start: 0, End: 2, Rule: "more"}, {Start: 3, End: 5, Rule: "more"}, {Start: 5, End: 6, Rule: "more"}, {Start: 6, End: 8, Rule: "more"}}
	assert.Equal(t, []Edit{more[0], edits[0], more[2], edits[1]}, Union(edits, more))
	assert.Equal(t, edits, Union(edits, nil))
	assert.Equal(t, more, Union(nil, more))
}
