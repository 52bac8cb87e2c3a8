package confusion

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestVocabulary(t *testing.T) {
	known := func(word string) bool { return word == "haus" || word == "Rat" }
	texts := []string{
		"Der Haus-Rat in Zschopau, (Zschopau) und Haus Haus.",
		"Waſſerfeſt und Wasserfest; Ab Ab; einmal. Rat Rat Müͤhle Müͤhle",
		"Zschopau 1848 1848",
	}
	assert.Equal(t, []Word{{"Zschopau", 3}, {"Müͤhle", 2}, {"Wasserfest", 2}, {"und", 2}}, Vocabulary(slices.Values(texts), known))
	assert.Empty(t, Vocabulary(slices.Values([]string(nil)), known))
}

func TestWordsAreReadAsWritten(t *testing.T) {
	table := &Table{Name: "a", Rules: []Rule{{Intended: "e", Observed: "c", Prob: 0.25, Count: 7}}, Words: []Word{{"Zschopau", 3}, {"Ober", 2}}}
	var b bytes.Buffer
	require.NoError(t, table.Write(&b, "a comment"))
	assert.Equal(t, "# a comment\n"+header+"\ne\tc\t0.25\t7\n"+wordHeader+"\nZschopau\t3\nOber\t2\n", b.String())
	got, err := Read("a", &b)
	require.NoError(t, err)
	assert.Equal(t, table, got)
}

func TestWordsThatAreNone(t *testing.T) {
	for line, want := range map[string]string{
		"Haus\t0":        `line 1: count "0" is no number from 1`,
		"Haus\tNaN":      `line 1: count "NaN" is no number from 1`,
		"Haus\tviele":    `line 1: count "viele" is no number from 1`,
		"zwei Wörter\t2": `line 1: "zwei Wörter" is no word`,
		"\t2":            `line 1: "" is no word`,
	} {
		_, err := Read("a", strings.NewReader(line))
		assert.ErrorContains(t, err, want)
	}
}
