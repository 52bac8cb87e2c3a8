package words

import (
	"math"
	"slices"
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
		assert.GreaterOrEqual(t, p.Confidence, confidence(&p.Features), "forms of a name vouch for each other")
		for k, x := range p.Features {
			assert.False(t, math.IsNaN(x) || math.IsInf(x, 0), "%s of %q", FeatureNames[k], old)
		}
	}
	assert.Empty(t, shippedFixer(t).Proposals(""))
	assert.Empty(t, shippedFixer(t).Proposals("12, 13 — 14"))
}

// TestFeatures of proposals for words of each kind.
func TestFeatures(t *testing.T) {
	of := func(word string) *Features {
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
		{"Gesamtdkosysteme", featureLength, 15}, {"fiir", featureLength, 4},
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

// TestConfidenceFollowsTheEvidence: over the proposals for a damaged text, those
// that mend it are surer than those that do not, and likely readings surer than
// unlikely ones. A single step of a tree may go against that.
func TestConfidenceFollowsTheEvidence(t *testing.T) {
	truth := allParagraphs()
	text := damage(truth)
	intended, observed := runs(truth), runs(text)
	var byRight, byMargin [2]meanOf
	for _, p := range shippedFixer(t).Proposals(text) {
		at := slices.IndexFunc(observed, func(o run) bool { return o.start <= p.Start && p.End <= o.end })
		if at < 0 {
			continue // over a blank
		}
		o := observed[at]
		after := o.text[:p.Start-o.start] + p.After + o.text[p.End-o.start:]
		byRight[int(indicator(after == intended[at].text))].add(p.Confidence)
		byMargin[int(indicator(p.Features[featureMargin] > 1))].add(p.Confidence)
	}
	assert.Greater(t, byRight[1].mean(), 0.8)
	assert.Less(t, byRight[0].mean(), byRight[1].mean())
	assert.Less(t, byMargin[0].mean(), byMargin[1].mean())
}

// meanOf is a sum of values and their number.
type meanOf struct{ sum, n float64 }

func (x *meanOf) add(v float64) { x.sum, x.n = x.sum+v, x.n+1 }

func (x *meanOf) mean() float64 { return x.sum / max(1, x.n) }

func TestFeaturesHaveNames(t *testing.T) {
	for k, name := range FeatureNames {
		assert.NotEmpty(t, name, "feature %d", k)
	}
}

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
