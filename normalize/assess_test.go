package normalize

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/normalize/words"
)

func article(t *testing.T, name string) string {
	data, err := os.ReadFile("../testdata/articles/verwaltung/" + name)
	require.NoError(t, err)
	return string(data)
}

// TestAssessTellsGoodPagesFromBad: the worse the reading, the higher the estimate.
func TestAssessTellsGoodPagesFromBad(t *testing.T) {
	p, err := New()
	require.NoError(t, err)
	estimate := func(text string) float64 {
		a, err := p.Assess(text)
		require.NoError(t, err)
		assert.GreaterOrEqual(t, a.WER(), 0.0)
		assert.LessOrEqual(t, a.WER(), 1.0)
		return a.WER()
	}
	eng := article(t, "eng.ocr.txt")
	clean, err := p.Clean(eng)
	require.NoError(t, err)
	assert.Less(t, estimate(clean.Text), 0.05)
	assert.Greater(t, estimate(eng), 0.1)
	assert.Greater(t, estimate(strings.ReplaceAll(eng, "e", "c")), estimate(eng))
	assert.Zero(t, estimate(""))
}

// TestSurveyFindsStrangeWords that stand once, in a text with errors, at their place in
// the text as given, behind what other fixers change.
func TestSurveyFindsStrangeWords(t *testing.T) {
	p, err := New()
	require.NoError(t, err)
	text := article(t, "eng.ocr.txt") + "\n\nSie ﬁndet das gut, sagt die xqwzt darauf.\n"
	s, err := p.Survey(text)
	require.NoError(t, err)
	assert.Positive(t, s.Noise)
	var found bool
	for _, c := range s.Strange {
		assert.Equal(t, c.Before, text[c.Start:c.End])
		assert.Empty(t, c.After)
		assert.Equal(t, words.RuleUnknown, c.Rule)
		assert.False(t, c.Applied)
		found = found || c.Before == "xqwzt" && c.Confidence > 0.5
	}
	assert.True(t, found)
	calm, err := p.Survey("Der Gemeinderat hat am Dienstag beschlossen, was die xqwzt darauf sagt. " + strings.Repeat("Die Sitzung war gut besucht. ", 30))
	require.NoError(t, err)
	for _, c := range calm.Strange {
		assert.Less(t, c.Confidence, 0.1, "a text with few errors")
	}
}

func TestSurveyWithoutWords(t *testing.T) {
	p, err := New(Skip("words"))
	require.NoError(t, err)
	s, err := p.Survey("xqwzt")
	require.NoError(t, err)
	assert.Zero(t, s)
	_, err = p.Assess("xqwzt")
	assert.Error(t, err)
}
