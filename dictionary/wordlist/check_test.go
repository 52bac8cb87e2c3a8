package wordlist

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary"
	"klartext/dictionary/confusion"
)

func TestCheck(t *testing.T) {
	dict, err := dictionary.Embedded()
	require.NoError(t, err)
	tables, err := confusion.Shipped()
	require.NoError(t, err)
	var b Builder
	require.NoError(t, b.addText("w", "Haus\nVerwaltnng\nXanthopsie\n# leer\nfiir\nMüllcr\n"))
	require.NoError(t, b.Add("iiber", 0))
	l, err := b.Build()
	require.NoError(t, err)
	got := slices.Collect(Check(l, dict, tables))
	for i := range got {
		assert.Greater(t, got[i].Ratio, 100.0, got[i].Word)
		got[i].Ratio = 0
	}
	assert.Equal(t, []Suspect{
		{Word: "Verwaltnng", Path: "w", Line: 2, Likely: "Verwaltung"},
		{Word: "fiir", Path: "w", Line: 5, Likely: "für"},
		{Word: "Müllcr", Path: "w", Line: 6, Likely: "Müller"},
		{Word: "iiber", Likely: "über"},
	}, got)
}

// TestCheckKeepsQuiet holds names and rare words that one confusion makes of a word
// that is not common enough to matter, or of the same word in other capitals.
func TestCheckKeepsQuiet(t *testing.T) {
	dict, err := dictionary.Embedded()
	require.NoError(t, err)
	tables, err := confusion.Shipped()
	require.NoError(t, err)
	var b Builder
	require.NoError(t, b.addText("w", strings.ReplaceAll("Bösendorf Meyerhuber Donaudampfschiff Rechenpfennig Zschopau Posamentierer haUs", " ", "\n")))
	l, err := b.Build()
	require.NoError(t, err)
	assert.Empty(t, slices.Collect(Check(l, dict, tables)))
}

func BenchmarkCheck(b *testing.B) {
	dict, err := dictionary.Embedded()
	require.NoError(b, err)
	tables, err := confusion.Shipped()
	require.NoError(b, err)
	var builder Builder
	for _, w := range manyWords(1000) {
		require.NoError(b, builder.Add(w, 0))
	}
	l, err := builder.Build()
	require.NoError(b, err)
	for b.Loop() {
		for range Check(l, dict, tables) {
			continue
		}
	}
}
