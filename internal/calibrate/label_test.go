package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestChunks(t *testing.T) {
	const text = " „Das Haus,“\nist 3,5 m hoch. – § 5 "
	var words []string
	for _, c := range chunks(text) {
		words = append(words, c.word)
		assert.Contains(t, text[c.start:c.end], c.word)
	}
	assert.Equal(t, []string{"Das", "Haus", "ist", "3,5", "m", "hoch", "", "§", "5"}, words)
	assert.Empty(t, chunks(" \n"))
	assert.Equal(t, "daſs"[:0]+"dass", bare("daſs"), "the long s is a spelling")
	assert.Equal(t, "geht's", bare("geht’s"))
	assert.Equal(t, "größer", bare("gro\u0364ßer,"))
}

// TestJudge replaces the words of observed from first on by after.
func TestJudge(t *testing.T) {
	tests := []struct {
		name, observed, truth string
		first, n              int
		after                 string
		want                  outcome
	}{
		{"fixed", "wir kénnen gehen", "wir können gehen", 1, 1, "können", fixed},
		{"broken", "wir konnten gehen", "wir konnten gehen", 1, 1, "könnten", broken},
		{"moved", "wir kénnen gehen", "wir können gehen", 1, 1, "kennen", moved},
		{"changed in punctuation alone", "das Haus, alt", "das Haus alt", 1, 1, "Haus.", broken},
		{"joined", "die Verwal tung der", "die Verwaltung der", 1, 2, "Verwaltung", fixed},
		{"joined what was right", "zu Hause sein", "zu Hause sein", 0, 2, "zuHause", broken},
		{"joined in the wrong way", "die Verwal tung der", "die Verwaltung der", 1, 2, "Verwaltnng", moved},
		{"split", "in derStadt wohnen", "in der Stadt wohnen", 1, 1, "der Stadt", fixed},
		{"split what was right", "in derselben Stadt", "in derselben Stadt", 1, 1, "der selben", broken},
		{"no partner", "das Haus Seite", "das Haus", 2, 1, "Seiten", moved},
		{"half of two words wrong", "die alte Verwal tung", "die alte Verwaltung", 2, 2, "Verwaltung", fixed},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			observed, truth := chunks(tt.observed), chunks(tt.truth)
			partner := alignWords(observed, truth)
			end := tt.first + tt.n
			require.LessOrEqual(t, end, len(observed))
			got := judge(observed[tt.first:end], chunks(tt.after), truth, partner[tt.first:end])
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestFolders(t *testing.T) {
	names := make(map[string]bool)
	for _, f := range folders("eval") {
		assert.NotEmpty(t, f.suffix)
		assert.NotEmpty(t, f.truthSuffix)
		assert.Contains(t, f.ocr, "eval")
		assert.Contains(t, f.truth, "eval")
		assert.False(t, names[f.name], "%s twice", f.name)
		names[f.name] = true
	}
}

func TestEveryNth(t *testing.T) {
	assert.Equal(t, []string{"a", "c", "e"}, everyNth([]string{"a", "b", "c", "d", "e"}, 2))
	assert.Equal(t, []string{"a", "b"}, everyNth([]string{"a", "b"}, 1))
	assert.Empty(t, everyNth(nil, 3))
}
