package normalize

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/internal/evaluate"
)

// measure compares text with an article's truth, which has round s throughout.
func measure(text, truth string) evaluate.Rates {
	var r evaluate.Report
	r.Add(strings.ReplaceAll(text, "ſ", "s"), truth)
	return r.After
}

// TestCleaningHelps is the floor of quality: every article is nearer to its truth
// once it is clean. What the German model has read has few errors left to find,
// and must not get worse.
func TestCleaningHelps(t *testing.T) {
	for _, f := range ocrTexts(t) {
		t.Run(f.name(), func(t *testing.T) {
			ocr, truth := f.text(t), f.truth(t)
			result, err := wholePipeline(t).Clean(ocr)
			require.NoError(t, err)
			before, after := measure(ocr, truth), measure(result.Text, truth)
			t.Logf("CER %.2f → %.2f %%, WER %.2f → %.2f %%, of bare words %.2f → %.2f %%",
				100*before.CER.Rate, 100*after.CER.Rate, 100*before.WER.Rate, 100*after.WER.Rate,
				100*before.WERWords.Rate, 100*after.WERWords.Rate)
			if f.engine == "deu" {
				assert.LessOrEqual(t, after.CER.Edits, before.CER.Edits)
				assert.LessOrEqual(t, after.WER.Edits, before.WER.Edits)
				return
			}
			assert.Less(t, after.CER.Edits, before.CER.Edits)
			assert.Less(t, after.WER.Edits, before.WER.Edits)
		})
	}
}

// TestTruthStays cleans what has no errors.
func TestTruthStays(t *testing.T) {
	seen := make(map[string]bool)
	for _, f := range ocrTexts(t) {
		if seen[f.article] {
			continue
		}
		seen[f.article] = true
		t.Run(f.article, func(t *testing.T) {
			result := checkLaws(t, wholePipeline(t), f.truth(t))
			for _, c := range result.Changes {
				t.Errorf("%d:%d %q → %q (%s, %.3f)", c.Line, c.Column, c.Before, c.After, c.Rule, c.Confidence)
			}
		})
	}
}
