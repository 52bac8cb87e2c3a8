package words

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary"
)

const explained = `Die Biirger der Stadt kénnen sich nicht erinnern, dass es fir alle Hauser
geniigend Warme gab. Danach wurden die Plane geandert. "The time of the
winter is near," hieß es. Im Jahr 1873 hat's geschneit, siehe www.archiv.example.
`

func explain(t *testing.T, word string) ExplainedWord {
	t.Helper()
	start := strings.Index(explained, word)
	require.GreaterOrEqual(t, start, 0)
	x := shippedFixer(t).Explain(explained, start, start+len(word))
	require.Len(t, x.Words, 1)
	assert.Equal(t, word, x.Words[0].Word)
	assert.Equal(t, word, explained[x.Words[0].Start:x.Words[0].End])
	return x.Words[0]
}

func TestExplainChange(t *testing.T) {
	w := explain(t, "kénnen")
	assert.Equal(t, Changed, w.Decision)
	assert.Empty(t, w.Entry.Found)
	require.NotNil(t, w.Proposal)
	assert.Equal(t, "können", w.Proposal.After)
	assert.GreaterOrEqual(t, w.Proposal.Confidence, w.Proposal.Least)
	require.Greater(t, len(w.Readings), 1)
	assert.Equal(t, "kénnen", w.Readings[0].Text)
	best := w.Readings[1]
	assert.Equal(t, "können", best.Text)
	assert.Greater(t, best.Entry.PerMillion, 100.0)
	assert.Contains(t, best.Entry.Sources, "lexical")
	require.Len(t, best.Confusions, 1)
	assert.Equal(t, "ö", best.Confusions[0].Intended)
	assert.Equal(t, "é", best.Confusions[0].Observed)
	assert.Greater(t, best.Posterior, 0.9)
	assert.Greater(t, best.Context+best.Channel, w.Readings[0].Context+w.Readings[0].Channel)
}

// TestExplainedEvidenceIsTheConfidence: what is shown is what was decided by.
func TestExplainedEvidenceIsTheConfidence(t *testing.T) {
	x := shippedFixer(t).Explain(explained, 0, len(explained))
	proposals := 0
	for _, w := range x.Words {
		if w.Proposal == nil {
			continue
		}
		proposals++
		sum := w.Proposal.Rest
		for _, e := range w.Proposal.Evidence {
			assert.NotZero(t, e.Weight, "%s: %s", w.Word, e.Feature)
			sum += e.Weight
		}
		assert.InDelta(t, w.Proposal.Confidence, 1/(1+math.Exp(-sum)), 0.0006, w.Word)
	}
	assert.Greater(t, proposals, 3)
}

// TestExplainAgreesWithFix in every decision.
func TestExplainAgreesWithFix(t *testing.T) {
	f := shippedFixer(t)
	edits, suggestions := f.Suggest(explained)
	var changed, suggested []int
	for _, e := range edits {
		changed = append(changed, e.Start)
	}
	for _, e := range suggestions {
		suggested = append(suggested, e.Start)
	}
	byDecision := make(map[Decision][]int)
	for _, w := range f.Explain(explained, 0, len(explained)).Words {
		assert.NotEmpty(t, w.Reason)
		byDecision[w.Decision] = append(byDecision[w.Decision], w.Start)
	}
	assert.Equal(t, changed, byDecision[Changed])
	assert.Equal(t, suggested, byDecision[Suggested])
	assert.NotEmpty(t, byDecision[Kept])
}

func TestExplainWhatStays(t *testing.T) {
	for word, reason := range map[string]string{
		"time":                "stands in a passage of another language, a table, a formula or a reference",
		"1873":                "is a number",
		"hat's":               "has an apostrophe",
		"www.archiv.example.": "is an address, a path or code",
	} {
		w := explain(t, word)
		assert.Equal(t, Untouchable, w.Decision, word)
		assert.Equal(t, reason, w.Reason)
		assert.Empty(t, w.Readings)
	}
	w := explain(t, "Danach")
	assert.Equal(t, Kept, w.Decision)
	assert.Equal(t, "danach", strings.ToLower(w.Entry.Found))
	assert.Equal(t, w.Word, w.Readings[0].Text)
}

func TestExplainDocument(t *testing.T) {
	f := shippedFixer(t)
	x := f.Explain(explained, 0, 3)
	assert.Equal(t, "aggressive", x.Mode)
	require.NotEmpty(t, x.Document.Engines)
	assert.Equal(t, "tesseract-eng", x.Document.Engines[0].Name)
	assert.Positive(t, x.Document.Noise)
	assert.Greater(t, x.Document.Words, x.Document.Unknown)
	assert.Positive(t, x.Document.Unknown)
	assert.Equal(t, Explanation{Mode: "aggressive"}, f.Explain("", 0, 0))
}

func TestEntry(t *testing.T) {
	f := shippedFixer(t).finder
	assert.Equal(t, "und", f.explainEntry("und").Found)
	assert.Equal(t, "zugefroren", f.explainEntry("ZUGEFROREN").Found)
	assert.Equal(t, "Haus", f.explainEntry("Hauſ").Found)
	assert.Equal(t, Entry{}, f.explainEntry("xqzt"))
	assert.Equal(t, Entry{}, f.explainEntry(""))
}

// TestCompoundPartsAreTheLikeliest: they have the probability that the dictionary
// gives to the word.
func TestCompoundPartsAreTheLikeliest(t *testing.T) {
	dict := shippedFixer(t).finder.dict
	for _, word := range []string{"Wasserturmwärter", "Dorfschulmeisterstelle", "Flussbettsohle", "Gartenzaunlatte"} {
		parts := compoundParts(dict, word)
		require.NotEmpty(t, parts, word)
		assert.Equal(t, strings.ToLower(word), strings.Join(parts, ""))
		sum, last := float32(0), len(parts)-1
		for i, part := range parts[:last] {
			lnp, ok := dict.ModifierLogProb(part)
			require.True(t, ok)
			sum += lnp
			if i > 0 {
				sum += dictionary.PartCost
			}
		}
		head, ok := dict.HeadLogProb(parts[last])
		require.True(t, ok)
		assert.InDelta(t, dict.CompoundLogProb(word), sum+head, 1e-3, word)
	}
	assert.Nil(t, compoundParts(dict, "xqztxqzt"))
	assert.Nil(t, compoundParts(dict, strings.Repeat("haus", 50)))
}
