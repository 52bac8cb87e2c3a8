package check

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/internal/findings"
	"klartext/normalize"
)

func examined(t *testing.T, data string, o Options) Result {
	p, err := normalize.New()
	require.NoError(t, err)
	r, err := Examine(p, "a.txt", []byte(data), o)
	require.NoError(t, err)
	return r
}

func defaults() Options { return Options{MinConfidence: DefaultConfidence, Noisy: DefaultNoisy} }

func TestFindingsHavePlacesAndLines(t *testing.T) {
	r := examined(t, "Alles gut.\r\nSie kénnen für alle sorgen.\r\n", defaults())
	require.Len(t, r.Findings, 1)
	f := r.Findings[0]
	assert.Equal(t, findings.Finding{
		Path: "a.txt", Line: 2, Column: 5, EndLine: 2, EndColumn: 11, Rule: "words/confusion",
		Before: "kénnen", After: "können", Fixable: true, Confidence: f.Confidence, Text: "Sie kénnen für alle sorgen.",
	}, f)
	assert.Equal(t, 7, r.Words)
}

func TestWhatNoChangeCanSettle(t *testing.T) {
	garbage := strings.Repeat("Dxr Hxrr Vxrwxltxr hxt dxm Bxrgxrmxxstxr gxschrxxbxn xnd gxsxgt. ", 5)
	for _, c := range []struct{ name, data, rule, before string }{
		{"two encodings", "M\xc3\xbcller\nM\xfcller\n", "file/mixed-encodings", ""},
		{"one encoding", "M\xfcller und K\xe4se\n", "", ""},
		{"a lost character", "Ein K\ufffdse", "file/undecodable", "\ufffd"},
		{"two in a row", "Ein K\ufffd\ufffdse", "file/undecodable", "\ufffd\ufffd"},
		{"beyond reading", garbage, "file/unreadable", ""},
		{"too little to tell", "Dxr Hxrr", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var rules []string
			for _, f := range examined(t, c.data, defaults()).Findings {
				if strings.HasPrefix(f.Rule, "file/") {
					rules = append(rules, f.Rule)
					assert.Equal(t, c.before, f.Before)
					assert.NotEmpty(t, f.Message)
				}
			}
			if c.rule == "" {
				assert.Empty(t, rules)
				return
			}
			assert.Equal(t, []string{c.rule}, rules)
		})
	}
}

func TestNotesAndDisabledRules(t *testing.T) {
	const text = "Sie ﬁndet, was sie kénnen."
	assert.Len(t, examined(t, text, defaults()).Findings, 1)
	o := defaults()
	o.Notes = true
	assert.Len(t, examined(t, text, o).Findings, 2)
	for _, disabled := range []string{"words", "words/confusion"} {
		o.Disabled = []string{disabled}
		assert.Equal(t, "characters/ligature", examined(t, text, o).Findings[0].Rule)
	}
}

func TestRuleOfComposedChanges(t *testing.T) {
	for rules, want := range map[string]string{
		"words/join": "words/join", "line-ends/joined+words/confusion": "words/confusion",
		"characters/nfc+line-ends/joined": "characters/nfc",
	} {
		assert.Equal(t, want, Rule(rules))
	}
}

// TestEveryRuleIsDescribed of which the fixers' examples tell.
func TestEveryRuleIsDescribed(t *testing.T) {
	p, err := normalize.New()
	require.NoError(t, err)
	for _, f := range p.Fixers() {
		before, _ := f.Example()
		for _, e := range f.Fix(before) {
			assert.Contains(t, Rules(), Rule(e.Rule))
		}
	}
}

func TestStreamFindsTheSame(t *testing.T) {
	const text = "Alles gut.\nSie kénnen fir alle sorgen.\n"
	p, err := normalize.New()
	require.NoError(t, err)
	streamed, err := Stream(p, "a.txt", strings.NewReader(text), defaults())
	require.NoError(t, err)
	whole := examined(t, text, defaults())
	require.Len(t, streamed.Findings, len(whole.Findings))
	for i, f := range streamed.Findings {
		want := whole.Findings[i]
		want.Text = f.Text
		assert.Equal(t, want, f)
		assert.Equal(t, f.Before, f.Text)
	}
	assert.Equal(t, whole.Words, streamed.Words)
}
