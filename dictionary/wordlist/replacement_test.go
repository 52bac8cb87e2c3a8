package wordlist

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReplacement(t *testing.T) {
	l := read(t, "Thiir → Thür\nvieleicht->vielleicht # häufig\nMaler→Mahler\tder Name?\ngarnicht→gar nicht\nMaler\n")
	for wrong, want := range map[string]Replacement{
		"Thiir":     {Right: "Thür", Line: 1},
		"vieleicht": {Right: "vielleicht", Line: 2},
		"Maler":     {Right: "Mahler", Reason: "der Name?", Line: 3},
		"garnicht":  {Right: "gar nicht", Line: 4},
	} {
		got, ok := l.Replacement(wrong)
		assert.True(t, ok, wrong)
		assert.Contains(t, got.Path, "words.txt")
		got.Path = ""
		assert.Equal(t, want, got)
		assert.Equal(t, want.Reason != "", got.Suggested())
	}
	_, ok := l.Replacement("Thür")
	assert.False(t, ok)
	_, ok = l.Count("Thiir")
	assert.False(t, ok, "the wrong word is no word")
}

func TestReplacementsMustNotChain(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"a→b\nb→c", `w:1: a→b: "b" is itself replaced by "c" (w:2)`},
		{"a→b\nb→a", `w:1: a→b: "b" is itself replaced by "a" (w:2)`},
		{"a→x b y\nb→c", `w:1: a→x b y: "b" is itself replaced by "c" (w:2)`},
		{"a→a;TT", `w:1: a→a;TT: "a" is itself replaced by "a;TT" (w:1)`},
		{"Nro→Nro.", `w:1: Nro→Nro.: "Nro" is itself replaced by "Nro." (w:1)`},
		{"a→(b-c)\nb-c→d", `w:1: a→(b-c): "b-c" is itself replaced by "d" (w:2)`},
		{"a→a b", `w:1: a→a b: "a" is itself replaced by "a b" (w:1)`},
	} {
		var b Builder
		require.NoError(t, b.addText("w", test.text))
		_, err := b.Build()
		assert.EqualError(t, err, test.want)
	}
}

func TestAddReplacement(t *testing.T) {
	var b Builder
	require.NoError(t, b.AddReplacement("Mu\u0308le", "Mu\u0308hle", ""))
	require.NoError(t, b.AddReplacement("Müle", "Mühle", "noch einmal"))
	require.NoError(t, b.AddReplacement("Müle", "Mühle", ""))
	require.EqualError(t, b.AddReplacement("Müle", "Mulde", ""), `"Müle" is already replaced by "Mühle" (given before)`)
	l, err := b.Build()
	require.NoError(t, err)
	r, ok := l.Replacement("Müle")
	assert.True(t, ok)
	assert.Equal(t, Replacement{Right: "Mühle", Reason: "noch einmal"}, r)
}
