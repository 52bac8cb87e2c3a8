package words

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// mended is text with f's edits.
func mended(f *Fixer, text string) string {
	edits := f.Fix(text)
	for i := len(edits) - 1; i >= 0; i-- {
		text = text[:edits[i].Start] + edits[i].After + text[edits[i].End:]
	}
	return text
}

func TestSourceShowsTheChannel(t *testing.T) {
	f := shippedFixer(t)
	source := sampled(f, sourcePages...).Source()
	for read, printed := range map[string]string{
		"Das wurde uns sehr freuen.":             "Das würde uns sehr freuen.",
		"Das Haus wurde im Jahr davor verkauft.": "Das Haus wurde im Jahr davor verkauft.",
	} {
		assert.Equal(t, read, mended(f, read))
		assert.Equal(t, printed, mended(f.With(source), read))
	}
}

func TestNoSourceMakesNoDifference(t *testing.T) {
	f := shippedFixer(t)
	for _, text := range append(sourcePages, "", "Das wurde uns sehr freuen.") {
		assert.Equal(t, f.Proposals(text), f.With(nil).Proposals(text))
		told := f.With(nil).Telling(func(*Source) {}).WithMore(nil)
		assert.Equal(t, f.Proposals(text), told.Proposals(text))
	}
}

func TestSourceCountsForAFewPages(t *testing.T) {
	f := tinyFixer(t)
	small := sampled(f, sourcePages[0]).Source()
	large := small.Plus(nil, 1e6)
	assert.Same(t, small, small.capped())
	assert.InDelta(t, mostSourceWords, large.capped().words, 1e-6)
	assert.Nil(t, (*Source)(nil).capped())
}

func TestSourcesAddUp(t *testing.T) {
	f := tinyFixer(t)
	s := sampled(f, sourcePages[0]).Source()
	before := s.Plus(nil, 0.5).Plus(nil, 2) // a copy
	sum := s.Plus(s, 0.5)
	assert.InDelta(t, 1.5*s.words, sum.words, 1e-9)
	for i, n := range s.evidence.used {
		assert.InDelta(t, 1.5*n, sum.evidence.used[i], 1e-9)
	}
	for i, n := range s.evidence.counts {
		assert.InDelta(t, 1.5*n, sum.evidence.counts[i], 1e-9)
	}
	assert.Equal(t, before, s, "a source is never changed")
	assert.Same(t, s, (*Source)(nil).Plus(s, 0.5))
	assert.Same(t, s, s.Plus(nil, 1))
}

// TestTellingLeavesOutTheSource: else what a source shows would grow by itself.
func TestTellingLeavesOutTheSource(t *testing.T) {
	f := shippedFixer(t)
	var told []*Source
	tell := func(s *Source) { told = append(told, s) }
	text := strings.Join(sourcePages, "\n\n")
	f.Telling(tell).Fix("Das Haus steht am Ufer.")
	f.With(sampled(f, text).Source()).Telling(tell).Fix("Das Haus steht am Ufer.")
	require.Len(t, told, 2)
	assert.InDelta(t, 5, told[1].words, 1e-9)
	assert.Equal(t, told[0].words, told[1].words)
	for i, n := range told[0].evidence.used {
		assert.InDelta(t, n, told[1].evidence.used[i], 0.5)
	}
}
