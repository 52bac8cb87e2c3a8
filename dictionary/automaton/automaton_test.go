package automaton

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func build(t *testing.T, words ...string) *Automaton {
	t.Helper()
	data, err := Build(words)
	require.NoError(t, err)
	a, err := Open(data)
	require.NoError(t, err)
	return a
}

func TestContains(t *testing.T) {
	words := []string{"über", "Übung", "Haus", "Hausbau", "aus", "Maus", "Straße", "E-Mail", "geht's"}
	a := build(t, words...)
	for _, w := range words {
		assert.True(t, a.Contains(w), w)
	}
	for _, w := range []string{"", "H", "Hausb", "haus", "Mausbau", "übe", "x", "日"} {
		assert.False(t, a.Contains(w), w)
	}
}

func TestBuildSharesSuffixes(t *testing.T) {
	one, err := Build([]string{"legung"})
	require.NoError(t, err)
	two, err := Build([]string{"legung", "regung"})
	require.NoError(t, err)
	assert.Equal(t, len(one)+4, len(two), "a word with a known ending costs one arc")
}

func TestBuildDoesNotDependOnOrder(t *testing.T) {
	a, err := Build([]string{"b", "a", "ab"})
	require.NoError(t, err)
	b, err := Build([]string{"ab", "b", "a", "a"})
	require.NoError(t, err)
	assert.Equal(t, a, b)
}

// TestBuildSortsManyWords has groups that are sorted letter by letter, words that
// are the beginning of others, and words that come twice.
func TestBuildSortsManyWords(t *testing.T) {
	var words []string
	for _, a := range letters {
		for _, b := range "aZöé-" {
			words = append(words, "Haus"+string(a)+string(b), "Haus"+string(a), string(b)+string(a)+"é", "Haus")
		}
	}
	shuffled := slices.Clone(words)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(shuffled), func(i, j int) {
		shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
	})
	one, err := Build(words)
	require.NoError(t, err)
	two, err := Build(shuffled)
	require.NoError(t, err)
	assert.Equal(t, one, two)
	a := build(t, shuffled...)
	for _, w := range words {
		assert.True(t, a.Contains(w), w)
	}
	encoded, err := encodeAll(shuffled)
	require.NoError(t, err)
	want := slices.Clone(encoded)
	slices.Sort(want)
	assert.Equal(t, slices.Compact(want), sortEncoded(encoded))
}

func TestBuildRefusesForeignSigns(t *testing.T) {
	_, err := Build([]string{"日本"})
	assert.ErrorContains(t, err, "alphabet")
	_, err = Build([]string{""})
	assert.Error(t, err)
}

func TestArcsComeInOrder(t *testing.T) {
	a := build(t, "ab", "ac", "az")
	arc, ok := a.Step(a.Root(), mustCode(t, 'a'))
	require.True(t, ok)
	var got []rune
	for arc, ok := a.First(arc.Target); ok; arc, ok = a.Next(arc) {
		got = append(got, Rune(arc.Label))
		assert.True(t, arc.Final)
	}
	assert.Equal(t, []rune("bcz"), got)
}

func TestOpenRefusesDamage(t *testing.T) {
	for _, data := range [][]byte{nil, {1, 2, 3}, {0, 0, 0, 0, 255, 255, 255, 255}} {
		_, err := Open(data)
		assert.ErrorIs(t, err, ErrCorrupt)
	}
}

func mustCode(t *testing.T, r rune) byte {
	t.Helper()
	c, ok := Code(r)
	require.True(t, ok)
	return c
}
