package words

import (
	"math"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestProposals(t *testing.T) {
	text := damage(allParagraphs())
	proposals := shippedFixer(t).Proposals(text)
	require.Greater(t, len(proposals), 30)
	at := 0
	for _, p := range proposals {
		assert.GreaterOrEqual(t, p.Start, at, "in order, without overlap")
		at = p.End
		old := text[p.Start:p.End]
		assert.NotEqual(t, lowerInitial(old), lowerInitial(p.After), "the case of the first letter is the writer's")
		assert.True(t, utf8.ValidString(p.After))
		assert.Greater(t, p.Confidence, 0.0)
		assert.LessOrEqual(t, p.Confidence, 1.0)
		assert.Equal(t, 1.0, p.Features[featureBias])
		assert.Equal(t, confidence(&p.Features), p.Confidence)
		for k, x := range p.Features {
			assert.False(t, math.IsNaN(x) || math.IsInf(x, 0), "%s of %q", FeatureNames[k], old)
		}
	}
	assert.Empty(t, shippedFixer(t).Proposals(""))
	assert.Empty(t, shippedFixer(t).Proposals("12, 13 — 14"))
}

// TestFeatures of proposals for words of each kind.
func TestFeatures(t *testing.T) {
	of := func(word string) *[NumFeatures]float64 {
		text := damagedLead + "Dort kénnten Gesamtdkosysteme in der Nahe sein, dassder Weg zur Verwal tung weit ist. Das kostet fiir Sie. Grtin ist die Miihle.\n"
		for _, p := range shippedFixer(t).Proposals(text) {
			if text[p.Start:p.End] == word {
				return &p.Features
			}
		}
		require.Fail(t, "nothing proposed for "+word)
		return nil
	}
	tests := []struct {
		word    string
		feature int
		want    float64
	}{
		{"kénnten", featureKnown, 0}, {"Nahe", featureKnown, 1}, {"kénnten", featureUmlaut, 1}, {"Nahe", featureUmlaut, 1},
		{"Gesamtdkosysteme", featureCompound, 1}, {"kénnten", featureCompound, 0},
		{"Verwal tung", featureJoin, 1}, {"Verwal tung", featureSplit, 0}, {"dassder", featureSplit, 1}, {"dassder", featureJoin, 0},
		{"kénnten", featureConfusions, 1}, {"kénnten", featureEdited, 0}, {"kénnten", featureShort, 0},
		{"fir", featureShort, 1}, {"fiir", featureShort, 0},
		{"Gesamtdkosysteme", featureLength, 3}, {"fiir", featureLength, 0.8},
		{"Gesamtdkosysteme", featureName, 1}, {"kénnten", featureName, 0}, {"Grtin", featureName, 0},
		{"kénnten", featureSigns, 0}, {"kénnten", featureGuessed, 0}, {"kénnten", featureSection, 0}, {"kénnten", featureSign, 0},
	}
	for _, tt := range tests {
		assert.InDelta(t, tt.want, of(tt.word)[tt.feature], 1e-9, "%s of %q", FeatureNames[tt.feature], tt.word)
	}
	assert.Positive(t, of("kénnten")[featureMargin])
	assert.Negative(t, of("kénnten")[featurePrior])
	assert.Positive(t, of("kénnten")[featureSystematic], "the confusion stands elsewhere, too")
}

// TestConfidenceFollowsTheEvidence: it grows with what speaks for a change and
// falls with what speaks against it.
func TestConfidenceFollowsTheEvidence(t *testing.T) {
	for _, known := range []float64{0, 1} {
		weights := &unknownWeights
		if known > 0 {
			weights = &knownWeights
		}
		for k, w := range weights {
			if k == featureKnown {
				continue
			}
			previous := -1.0
			for x := -3.0; x <= 3; x += 0.5 {
				var features [NumFeatures]float64
				features[featureKnown] = known
				features[k] = x * sign(w)
				c := confidence(&features)
				assert.GreaterOrEqual(t, c, previous, FeatureNames[k])
				assert.GreaterOrEqual(t, c, 0.0)
				assert.LessOrEqual(t, c, 1.0)
				previous = c
			}
		}
		assert.Positive(t, weights[featureMargin], "a reading far likelier than the word as it stands is surer")
		assert.Positive(t, weights[featureRival], "and one far likelier than the next")
	}
	for k, name := range FeatureNames {
		assert.NotEmpty(t, name, "feature %d", k)
	}
}

func sign(x float64) float64 { return math.Copysign(1, x) }

func TestRules(t *testing.T) {
	for rule, features := range map[string][]int{
		"words/confusion": {}, "words/context": {featureKnown}, "words/join": {featureJoin}, "words/split": {featureSplit},
	} {
		var p Proposal
		for _, k := range features {
			p.Features[k] = 1
		}
		assert.Equal(t, rule, p.rule())
	}
	var p Proposal
	p.Features[featureSign] = 1
	assert.Equal(t, "words/split", p.rule())
}

func TestHasOddSigns(t *testing.T) {
	for _, word := range []string{"M6glichkeit", "Au&en", "kSnnen", "GroBe", "haUs"} {
		assert.True(t, hasOddSigns(word), word)
	}
	for _, word := range []string{"Möglichkeit", "HAUS", "haus", "Éclair", ""} {
		assert.False(t, hasOddSigns(word), word)
	}
}

func TestLogRatio(t *testing.T) {
	assert.InDelta(t, math.Log(2), logRatio(0.5, 0.25, 10), 1e-9)
	assert.Equal(t, 10.0, logRatio(1, 0, 10))
	assert.Equal(t, -10.0, logRatio(0, 1, 10))
	assert.Zero(t, logRatio(0, 0, 10))
}

func TestCountUmlauts(t *testing.T) {
	assert.Equal(t, 7, countUmlauts("äöüßÄÖÜ"))
	assert.Zero(t, countUmlauts("aouséàẞ"))
}
