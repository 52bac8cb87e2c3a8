package normalize

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary/wordlist"
	"klartext/normalize/edit"
	"klartext/normalize/typography"
)

func ownWords(t *testing.T, text string) *wordlist.List {
	var b wordlist.Builder
	require.NoError(t, b.AddText("list.txt", text))
	list, err := b.Build()
	require.NoError(t, err)
	return list
}

func TestOwnWordsStay(t *testing.T) {
	for _, c := range []struct{ name, list, text, want string }{
		{"a word", "fir", "Das ist fir alle gut, sagt kénnen.", "Das ist fir alle gut, sagt können."},
		{"in signs", "fir", "Das ist „fir“ alle gut.", "Das ist „fir“ alle gut."},
		{"with a hyphen", "E-Bíke", "Das E-Bíke fährt gut.", "Das E-Bíke fährt gut."},
		{"with a sign of its own", "C++-Kúrs", "Der C++-Kúrs fällt aus.", "Der C++-Kúrs fällt aus."},
		{"a small letter in the list", "kénnen", "Kénnen wir das?", "Kénnen wir das?"},
		{"a replacement", "Thiir→Thür", "Die Thiir geht auf.", "Die Thür geht auf."},
		{"in a compound of signs", "Thiir→Thür", "Die Thiir/Wand-Frage.", "Die Thür/Wand-Frage."},
		{"one that is suggested", "Thiir→Thür\tsure?\nThiir", "Die Thiir geht auf.", "Die Thiir geht auf."},
		{"misread for one", "Hutkrempenfranz", "Der Hutkrempenfränz kommt, und der Hutkrempenfranz geht. Kénnen sie fir ihn sorgen?", "Der Hutkrempenfranz kommt, und der Hutkrempenfranz geht. Können sie für ihn sorgen?"},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := New(Words(ownWords(t, c.list)))
			require.NoError(t, err)
			r, err := p.Clean(c.text)
			require.NoError(t, err)
			assert.Equal(t, c.want, r.Text)
			again, err := p.Clean(r.Text)
			require.NoError(t, err)
			assert.Equal(t, r.Text, again.Text)
		})
	}
}

func TestProtectedPlacesStay(t *testing.T) {
	patterns, err := wordlist.Patterns([]string{`\pL+/\d+`})
	require.NoError(t, err)
	p, err := New(Protect(patterns))
	require.NoError(t, err)
	for text, want := range map[string]string{
		"Akte kénnen/7 und kénnen.":           "Akte kénnen/7 und können.",
		"Er schrieb kénnen [sic] und kénnen.": "Er schrieb kénnen [sic] und können.",
		"Er schrieb kénnen(sic!) und kénnen.": "Er schrieb kénnen(sic!) und können.",
		"Die basic fir alle.":                 "Die basic für alle.",
	} {
		r, err := p.Clean(text)
		require.NoError(t, err)
		assert.Equal(t, want, r.Text)
		for _, s := range r.Suggestions {
			assert.NotContains(t, s.Before, "sic]")
		}
	}
}

// TestTouching: what stands beside a protected place may change, and something may be
// put there, but not into it.
func TestTouching(t *testing.T) {
	s := wordlist.Span{Start: 3, End: 6}
	for _, c := range []struct {
		start, end int
		want       bool
	}{{0, 3, false}, {0, 4, true}, {3, 6, true}, {5, 9, true}, {6, 8, false}, {3, 3, false}, {4, 4, true}, {6, 6, false}} {
		assert.Equal(t, c.want, touches(s, edit.Edit{Start: c.start, End: c.end}), "%d-%d", c.start, c.end)
	}
}

func TestNothingProtectedCostsNothing(t *testing.T) {
	edits := []edit.Edit{{Start: 0, End: 1, Before: "a", After: "b"}}
	assert.Equal(t, edits, (&protection{}).clear(typography.New(), "abc", edits))
}
