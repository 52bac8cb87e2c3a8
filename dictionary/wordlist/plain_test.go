package wordlist

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary/automaton"
)

// read makes a list of a plain list's text.
func read(t *testing.T, text string) *List {
	t.Helper()
	path := filepath.Join(t.TempDir(), "words.txt")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	var b Builder
	require.NoError(t, b.AddFile(path))
	l, err := b.Build()
	require.NoError(t, err)
	return l
}

func TestAddFile(t *testing.T) {
	l := read(t, "\ufeff# Wörter\r\nHaus\r\n\r\n  Maus # ein Tier\nC#\t7\nMu\u0308hle\t2.5\nStraße\t\nHaus\t3\nHaus\t1\n日本\nletztes")
	for word, want := range map[string]float64{
		"Haus": 3, "Maus": 0, "C#": 7, "Mühle": 2.5, "Straße": 0, "日本": 0, "letztes": 0,
	} {
		count, ok := l.Count(word)
		assert.True(t, ok, word)
		assert.InDelta(t, want, count, 0, word)
	}
	for _, word := range []string{"", "haus", "Wörter", "ein", "#", "Hau"} {
		_, ok := l.Count(word)
		assert.False(t, ok, word)
	}
	assert.Equal(t, 7, l.Len())
}

func TestWordsComeInOrder(t *testing.T) {
	var got []string
	for w := range read(t, "b\na\nb\nc\n").Words() {
		got = append(got, w)
	}
	assert.Equal(t, []string{"b", "a", "c"}, got)
}

func TestAutomatonHoldsWhatItCan(t *testing.T) {
	a, err := read(t, "Mühle\nHaus\n日本\nfalsch→richtig\n").Automaton()
	require.NoError(t, err)
	for word, want := range map[string]bool{"Mühle": true, "Haus": true, "日本": false, "falsch": false, "richtig": true, "Hau": false} {
		assert.Equal(t, want, a.Contains(word), word)
	}
}

func TestEmptyList(t *testing.T) {
	var b Builder
	l, err := b.Build()
	require.NoError(t, err)
	_, ok := l.Count("Haus")
	assert.False(t, ok)
	_, ok = l.Replacement("Haus")
	assert.False(t, ok)
	a, err := l.Automaton()
	require.NoError(t, err)
	assert.False(t, a.Contains("Haus"))
	assert.Equal(t, automaton.State(0), a.Root())
}

func TestAddFileErrors(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"gut\nsch\xe4n\n", "words.txt:2: not UTF-8"},
		{"gut\n\nNeue Welt\n", `words.txt:3: "Neue Welt" has a blank in it`},
		{"Neue\u00a0Welt", `words.txt:1: "Neue\u00a0Welt" has a blank in it`},
		{"Haus\tviel", `words.txt:1: count "viel" is not a number`},
		{"Haus\tInf", `words.txt:1: count "Inf" is not a number`},
		{"Haus\tNaN", `words.txt:1: count "NaN" is not a number`},
		{"Haus\t-1", `words.txt:1: count "-1" is below 0`},
		{"Haus\t1\t2", `words.txt:1: count "1\t2" is not a number`},
		{"Ha\x07us", `words.txt:1: "Ha\aus" has the control character U+0007`},
		{"Ha\x00us", `words.txt:1: "Ha\x00us" has the control character U+0000`},
		{"Haus\u0085", `words.txt:1: "Haus\u0085" has the control character U+0085`},
		{"Haus\u00adbau", `words.txt:1: "Haus\u00adbau" has the invisible character U+00AD`},
		{"Haus\u200bbau", `words.txt:1: "Haus\u200bbau" has the invisible character U+200B`},
		{"Haus\ufffdbau", "words.txt:1: \"Haus\ufffdbau\" has a character that was lost in decoding (U+FFFD)"},
		{strings.Repeat("x", 201), "words.txt:1: a word of 201 bytes; 200 are the most"},
		{"→gut", "words.txt:1: nothing in front of the arrow"},
		{"schlecht-> # nichts", "words.txt:1: nothing after the arrow"},
		{"gut→gut", `words.txt:1: both sides of the arrow are "gut"`},
		{"a→b→c", "words.txt:1: more than one arrow"},
		{"a b→c", `words.txt:1: "a b" has a blank in it`},
		{"a→b  c", `words.txt:1: "b  c" has two blanks side by side`},
		{"a→b\x07", `words.txt:1: "b\a" has the control character U+0007`},
		{"abd->and, bad,", `words.txt:1: "and, bad," has a comma: give one right form, and a reason after a TAB`},
		{"a→b\n\na→c", `words.txt:3: "a" is already replaced by "b" (words.txt:1)`},
	} {
		var b Builder
		text, err := toText("words.txt", []byte(test.text))
		if err == nil {
			err = b.addText("words.txt", text)
		}
		assert.EqualError(t, err, test.want, "%q", test.text)
	}
}

func TestAddFileNamesMissingFile(t *testing.T) {
	var b Builder
	err := b.AddFile("no/such/file")
	assert.ErrorIs(t, err, os.ErrNotExist)
	assert.EqualError(t, err, "opening the word list: open no/such/file: no such file or directory")
}

func TestAdd(t *testing.T) {
	var b Builder
	require.NoError(t, b.Add("Mu\u0308hle", 3))
	require.EqualError(t, b.Add("Haus", -1), `"Haus": count -1 is no number from 0`)
	require.EqualError(t, b.Add("Haus", math.Inf(1)), `"Haus": count +Inf is no number from 0`)
	require.EqualError(t, b.Add("", 1), "an empty word")
	require.EqualError(t, b.Add("zwei Wörter", 1), `"zwei Wörter" has a blank in it`)
	require.EqualError(t, b.Add("sch\xe4n", 1), `"sch\xe4n" has a character that was lost in decoding (U+FFFD)`)
}

func FuzzAddFile(f *testing.F) {
	f.Add([]byte("# Wörter\nHaus\t3\nThiir→Thür\tein Grund\na->b c\n"))
	f.Add([]byte("\xef\xbb\xbfMu\xcc\x88hle\r\n\x00\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := toText("f", data)
		if err != nil {
			return
		}
		var b Builder
		if b.addText("f", text) != nil {
			return
		}
		l, err := b.Build()
		if err != nil {
			return
		}
		a, err := l.Automaton()
		require.NoError(t, err)
		for w := range l.Words() {
			_, ok := l.Count(w)
			require.True(t, ok, w)
			require.Equal(t, hasCodes(w), a.Contains(w), w)
		}
	})
}
