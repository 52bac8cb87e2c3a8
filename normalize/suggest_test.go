package normalize

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/normalize/edit"
	"klartext/normalize/words"
)

// unsure replaces old by new wherever it stands, and suggests another word.
type unsure struct{ old, new, suggested, with string }

func (unsure) Name() string                    { return "unsure" }
func (unsure) Doc() string                     { return "Is not sure." }
func (unsure) Example() (before, after string) { return "a", "b" }
func (u unsure) Fix(text string) []edit.Edit   { e, _ := u.Suggest(text); return e }
func (u unsure) find(text, word, with string) (out []edit.Edit) {
	for at := 0; word != ""; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			break
		}
		at += i
		out = append(out, edit.Edit{Start: at, End: at + len(word), Before: word, After: with, Rule: "unsure", Confidence: 0.5})
		at += len(word)
	}
	return out
}

func (u unsure) Suggest(text string) (edits, suggestions []edit.Edit) {
	return u.find(text, u.old, u.new), u.find(text, u.suggested, u.with)
}

func TestSuggestions(t *testing.T) {
	change := func(start, end int, before, after string) Change {
		return Change{Line: 1, Column: start + 1, Start: start, End: end, Before: before, After: after, Rule: "unsure", Confidence: 0.5}
	}
	tests := []struct {
		name, text string
		fixers     []Fixer
		want       []Change
	}{
		{"beside a change", "fir kommen", []Fixer{unsure{"fir", "fuer", "kommen", "können"}}, []Change{change(4, 10, "kommen", "können")}},
		{
			"over an earlier change", "Ver waltang da", []Fixer{unsure{old: "r w", new: "rw"}, unsure{suggested: "Verwaltang", with: "Verwaltung"}},
			[]Change{change(0, 11, "Ver waltang", "Verwaltung")},
		},
		{"over a later change", "ab cd", []Fixer{unsure{suggested: "ab", with: "x"}, unsure{old: "b c", new: "-"}}, nil},
		{"with the same outcome", "ab cd", []Fixer{unsure{old: "ab", new: "xy"}, unsure{suggested: "xy", with: "ab"}}, nil},
		{"none", "ab cd", []Fixer{unsure{old: "ab", new: "xy"}}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := &Pipeline{fixers: tt.fixers}
			result, err := p.Clean(tt.text)
			require.NoError(t, err)
			if len(tt.want) == 0 {
				assert.Empty(t, result.Suggestions)
			} else {
				assert.Equal(t, tt.want, result.Suggestions)
			}
			checkSuggestions(t, tt.text, result)
		})
	}
}

func TestStreamHasSuggestions(t *testing.T) {
	p := &Pipeline{fixers: []Fixer{unsure{"fir", "fuer", "kommen", "können"}}}
	const text = "kommen\nsie fir kommen"
	var out strings.Builder
	var all []Change
	require.NoError(t, p.Stream(strings.NewReader(text), &out, func(c Change) error {
		all = append(all, c)
		return nil
	}))
	var applied []bool
	for _, c := range all {
		applied = append(applied, c.Applied)
	}
	assert.Equal(t, []bool{false, true, false}, applied)
	replayed, err := Apply(text, all)
	require.NoError(t, err)
	assert.Equal(t, out.String(), replayed)
}

// TestModes checks that a bolder mode changes more of a text full of errors, and
// that the balanced one is the default.
func TestModes(t *testing.T) {
	var text strings.Builder
	for _, f := range ocrTexts(t) {
		if f.engine == "eng" {
			text.WriteString(f.text(t) + "\n\n")
		}
	}
	var changes []int
	var results []Result
	for _, mode := range []words.Mode{words.Conservative, words.Balanced, words.Aggressive} {
		p, err := New(Mode(mode))
		require.NoError(t, err)
		result, err := p.Clean(text.String())
		require.NoError(t, err)
		checkSuggestions(t, text.String(), result)
		assert.NotEmpty(t, result.Suggestions, mode)
		changes = append(changes, len(result.Changes))
		results = append(results, result)
	}
	assert.Less(t, changes[0], changes[1])
	assert.Less(t, changes[1], changes[2])
	byDefault, err := wholePipeline(t).Clean(text.String())
	require.NoError(t, err)
	assert.Equal(t, results[1].Text, byDefault.Text)
}
