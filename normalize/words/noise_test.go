package words

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// noisy is the profile of a document of the given noise in which nothing was seen.
func noisy(c *channel, level float64) *profile {
	p := newProfile(c)
	for k := range p.noise {
		p.noise[k] = level
	}
	p.set(&evidence{used: make([]float64, len(c.rules))}, make([]float64, len(c.rules)))
	return p
}

// TestBursts: where a word is damaged, no error is dearer than damage; where it is
// not, the usual confusions are cheaper.
func TestBursts(t *testing.T) {
	f := tinyFinder(t)
	p := noisy(f.channel, 1)
	rule := func(intended, observed string) int32 {
		at := ruleOf(f.channel, intended, observed)
		require.GreaterOrEqual(t, at, 0)
		return int32(at)
	}
	cheap, dear := rule("ö", "é"), rule("h", "b")
	require.Less(t, p.cost[cheap], float32(damagedCost))
	require.Greater(t, p.cost[dear], float32(damagedCost))
	tests := []struct {
		name  string
		rules []int32
		edits uint8
		want  float32
	}{
		{"read right", nil, 0, 0},
		{"a usual confusion", []int32{cheap}, 0, -p.cost[cheap]},
		{"a dear one alone is no burst", []int32{dear}, 0, max(-p.cost[dear], p.burst-damagedCost)},
		{"three dear ones are", []int32{dear, dear, dear}, 0, p.burst - 3*damagedCost},
		{"one edit", nil, 1, max(p.edit, p.burst-damagedCost)},
		{"two edits", nil, 2, p.burst - 2*damagedCost},
		{"four edits", nil, 4, p.burst - 4*damagedCost},
		{"a usual confusion in a burst", []int32{cheap}, 3, p.burst - 3*damagedCost - p.cost[cheap]},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			// No letters, so that what was read right counts for nothing but the
			// letters of the rules.
			c := &candidate{rules: tt.rules, edits: tt.edits}
			kept := float32(0)
			for _, id := range tt.rules {
				for _, code := range f.channel.rules[id].intended {
					kept -= p.keep[code]
				}
			}
			assert.InDelta(t, tt.want+kept, p.channelScore(c), 1e-4)
		})
	}
}

// TestEachErrorCosts: more edits are never likelier, and one more costs no more
// than damage does once the word is in a burst.
func TestEachErrorCosts(t *testing.T) {
	f := tinyFinder(t)
	for _, level := range []float64{0.01, 0.1, 1, largestNoise} {
		p := noisy(f.channel, level)
		previous := p.channelScore(&candidate{})
		for edits := uint8(1); edits <= mostEdits; edits++ {
			score := p.channelScore(&candidate{edits: edits})
			assert.Less(t, score, previous)
			if edits > 1 {
				assert.LessOrEqual(t, previous-score, float32(damagedCost)+1e-3)
			}
			previous = score
		}
	}
}

// TestBurstsComeWithNoise: a clean document has none.
func TestBurstsComeWithNoise(t *testing.T) {
	f := tinyFinder(t)
	damaged := &candidate{edits: 2}
	quiet, bad, worst := noisy(f.channel, 0.01), noisy(f.channel, 0.5), noisy(f.channel, largestNoise)
	assert.Less(t, quiet.channelScore(damaged), bad.channelScore(damaged))
	assert.Less(t, bad.channelScore(damaged), worst.channelScore(damaged))
	assert.Equal(t, noisy(f.channel, 1).burst, worst.burst, "not every word is in a burst")
	assert.Equal(t, noisy(f.channel, 1).edit, worst.edit)
	for _, p := range []*profile{quiet, bad, worst} {
		assert.Negative(t, p.burst)
		assert.Less(t, p.edit, p.burst)
	}
}

func TestCalm(t *testing.T) {
	f := tinyFinder(t)
	for level, want := range map[float64]int{largestNoise: 0, 0.5: 0, 0.31: 0, 0.29: 1, 0.11: 1, 0.09: 2, 0.001: 2} {
		s := noisy(f.channel, level).scope(calmLevels)
		assert.Equal(t, want, s.calm, "noise %g", level)
		assert.Equal(t, uint64(1), s.profiles)
		assert.LessOrEqual(t, s.calm, calmest)
	}
	for calm := 1; calm <= calmest; calm++ {
		assert.Less(t, probedLevels[calm-1], calmLevels[calm-1])
		assert.Less(t, calmLevels[calm-1], 1.0)
		assert.Less(t, realWordCost[calm], realWordCost[calm-1])
		assert.Less(t, twiceMisread[calm], twiceMisread[calm-1])
		assert.Less(t, mostDamage[calm], mostDamage[calm-1])
	}
}

// TestCalmDocumentsAreSearchedLessFar: what is found in one is found in a bad one,
// but not the other way round.
func TestCalmDocumentsAreSearchedLessFar(t *testing.T) {
	f := tinyFinder(t)
	at := func(calm int) scope { return scope{profiles: 1, calm: calm} }
	for _, observed := range []string{"Vqrxaltvng", "Verxaltvng", "Verwaltumg", "kénnen", "Biirgerhauser", "Hauqtverwxltungssystom", "schon", "muBte"} {
		for _, depth := range []int{probing, realWord, realCompound, joining, thorough} {
			for calm := range calmest {
				assert.Subset(t, texts(f.candidates(observed, at(calm), depth)), texts(f.candidates(observed, at(calm+1), depth)), observed)
			}
		}
	}
	tests := []struct {
		name, observed, want string
		depth, most          int // the calmest document that it is found in
	}{
		{"a confusion", "kénnen", "können", thorough, calmest},
		{"one edit", "Verwaltumg", "Verwaltung", thorough, calmest},
		{"three edits", "Vqrxaltvng", "Verwaltung", thorough, 1},
		{"a real word, misread twice", "muBte", "müßte", realWord, 1},
		{"a real word, misread once", "schon", "schön", realWord, -1},
	}
	for _, tt := range tests {
		for calm := range calmest + 1 {
			found := texts(f.candidates(tt.observed, at(calm), tt.depth))
			if calm <= tt.most {
				assert.Contains(t, found, tt.want, "%s: calm %d", tt.name, calm)
			} else {
				assert.NotContains(t, found, tt.want, "%s: calm %d", tt.name, calm)
			}
		}
	}
}

// TestDoubtfulWordsInCalmDocuments are words like any other.
func TestDoubtfulWordsInCalmDocuments(t *testing.T) {
	doubtful, compound, word := &entry{doubtful: true}, &entry{compound: true}, &entry{}
	for calm := range calmest {
		assert.Equal(t, thorough, doubtful.depth(scope{calm: calm}))
	}
	assert.Equal(t, realWord, doubtful.depth(scope{calm: calmest}))
	assert.Equal(t, realCompound, compound.depth(scope{}))
	assert.Equal(t, realWord, word.depth(scope{}))
}
