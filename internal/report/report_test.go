package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/internal/files"
	"klartext/normalize"
)

// change is one of before at its place in text, or a suggestion.
func change(text, before, after, rule string, confidence float64, applied bool) normalize.Change {
	at := strings.Index(text, before)
	return normalize.Change{
		Line: 1, Column: at + 1, Start: at, End: at + len(before), Before: before, After: after,
		Rule: rule, Confidence: confidence, Applied: applied,
	}
}

// hostile is a text that would do harm if it were taken for markup.
const hostile = `</script><script>document.title="hacked"</script><img src=x onerror=alert(1)>`

// documents are two, one of them hostile.
func documents() []Document {
	first := "=fir alle\nund wurde " + hostile
	second := "fir \u2028 sich"
	return []Document{
		{Name: "a.txt", Reading: normalize.Reading{
			Text: first, Words: 4,
			Changes:     []normalize.Change{change(first, "=fir", "für", "words/confusion", 0.95, true)},
			Suggestions: []normalize.Change{change(first, "wurde", "würde", "words/context", 0.4, false)},
		}},
		{Name: hostile + ".txt", Reading: normalize.Reading{
			Text: second, Words: 2, Changes: []normalize.Change{change(second, "fir", "für", "words/confusion", 0.9, true)},
		}},
	}
}

func written(t *testing.T, path, lang string) string {
	t.Helper()
	w, err := New(files.OS{}, path, lang)
	require.NoError(t, err)
	for _, d := range documents() {
		require.NoError(t, w.Add(d))
	}
	var b bytes.Buffer
	require.NoError(t, w.Finish(&b))
	w.Discard()
	return b.String()
}

func TestCSV(t *testing.T) {
	rows, err := csv.NewReader(strings.NewReader(written(t, "x.csv", "en"))).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 4)
	assert.Equal(t, []string{"a.txt", "1", "1", "true", "0.950", "words/confusion", "'=fir", "für", "", " alle⏎und wurde </script><script"}, rows[1], "a formula is defused")
	assert.Equal(t, "false", rows[2][3])
}

func TestJSONLines(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(written(t, "x.jsonl", "en")), "\n")
	require.Len(t, lines, 3)
	var row map[string]any
	require.NoError(t, json.Unmarshal([]byte(lines[1]), &row))
	assert.Equal(t, "würde", row["after"])
	assert.Equal(t, false, row["applied"])
	assert.Equal(t, "=fir alle⏎und ", row["left"])
}

func TestHTML(t *testing.T) {
	page := written(t, "x.html", "de")
	assert.Equal(t, page, written(t, "x.html", "de"), "the same each time")
	has := func(s string) bool { return strings.Contains(page, s) } // the page is too long to be printed
	assert.False(t, has("<script>document.title") || has("<img"), "no text becomes markup")
	assert.True(t, has("default-src 'none'; style-src 'sha256-"))
	assert.True(t, has("Bericht von klartext"))
	_, data, _ := strings.Cut(page, `id="data">`)
	data, _, _ = strings.Cut(data, "</script>")
	var parsed struct {
		Documents [][]any
		Rules     []string
		Rows      [][]any
	}
	require.NoError(t, json.Unmarshal([]byte(data), &parsed))
	assert.Equal(t, []string{"words/confusion", "words/context"}, parsed.Rules)
	require.Len(t, parsed.Rows, 3)
	assert.Equal(t, []any{0.0, 0.0, 950.0, 1.0, 1.0, 1.0, "", "=fir", "für", " alle⏎und wurde </script><script"}, parsed.Rows[0])
	assert.Equal(t, []any{hostile + ".txt", 2.0, 1.0, 0.0}, parsed.Documents[1])
}

// TestHTMLIsTheSameEachTime has groups that differ in nothing but that they are
// suggested.
func TestHTMLIsTheSameEachTime(t *testing.T) {
	text := "hatten hatten"
	d := Document{Name: "a.txt", Reading: normalize.Reading{
		Text: text, Words: 2,
		Changes:     []normalize.Change{change(text, "hatten", "hätten", "words/context", 0.9, true)},
		Suggestions: []normalize.Change{change(text, "hatten", "hätten", "words/context", 0.5, false)},
	}}
	for range 20 {
		w, err := New(files.OS{}, "x.html", "en")
		require.NoError(t, err)
		require.NoError(t, w.Add(d))
		var b bytes.Buffer
		require.NoError(t, w.Finish(&b))
		w.Discard()
		changed, suggested := strings.Index(b.String(), "<td>changed</td>"), strings.Index(b.String(), "<td><em>suggested</em></td>")
		require.Positive(t, changed)
		require.Less(t, changed, suggested)
	}
}

func TestNewRefuses(t *testing.T) {
	for _, name := range []string{"x.html", "x.HTM", "x.csv", "x.jsonl"} {
		assert.NoError(t, Check(name, "de"))
	}
	for _, tt := range []struct{ name, lang, want string }{
		{"x.pdf", "en", "its name ends in .html, .csv or .jsonl"},
		{"x.csv", "fr", `in de or en, not in "fr"`},
	} {
		assert.ErrorContains(t, Check(tt.name, tt.lang), tt.want)
		_, err := New(files.OS{}, tt.name, tt.lang)
		assert.ErrorContains(t, err, tt.want)
	}
}

func TestLanguage(t *testing.T) {
	for _, tt := range []struct{ all, messages, lang, want string }{
		{"", "", "", "en"}, {"", "", "de_AT.UTF-8", "de"}, {"C", "", "de_DE", "en"}, {"", "de", "en_US", "de"},
	} {
		env := map[string]string{"LC_ALL": tt.all, "LC_MESSAGES": tt.messages, "LANG": tt.lang}
		assert.Equal(t, tt.want, Language(func(name string) string { return env[name] }), tt)
	}
}
