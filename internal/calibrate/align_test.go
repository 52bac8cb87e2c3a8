package main

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// aligned writes the words of a with their partners in b.
func aligned(a, b string) string {
	x, y := chunks(a), chunks(b)
	var out []string
	for i, j := range alignWords(x, y) {
		partner := "∅"
		if j >= 0 {
			partner = y[j].word
		}
		out = append(out, x[i].word+"="+partner)
	}
	return strings.Join(out, " ")
}

func TestAlignWords(t *testing.T) {
	tests := []struct{ name, a, b, want string }{
		{"the same", "das alte Haus", "das alte Haus", "das=das alte=alte Haus=Haus"},
		{"misread", "das elte Hans", "das alte Haus", "das=das elte=alte Hans=Haus"},
		{"a word lost", "das Haus", "das alte Haus", "das=das Haus=Haus"},
		{"a word too many", "das sehr alte Haus", "das alte Haus", "das=das sehr=∅ alte=alte Haus=Haus"},
		{"at the beginning", "Seite das Haus", "das Haus", "Seite=∅ das=das Haus=Haus"},
		{"at the end", "das Haus 12", "das Haus", "das=das Haus=Haus 12=∅"},
		{"a word in two", "die Verwal tung der Stadt", "die Verwaltung der Stadt", "die=die Verwal=Verwaltung tung=∅ der=der Stadt=Stadt"},
		{"two words in one", "in derStadt wohnen", "in der Stadt wohnen", "in=in derStadt=Stadt wohnen=wohnen"},
		{"punctuation is no word's", "„das“ Haus,", "das Haus", "das=das Haus=Haus"},
		{"nothing on one side", "", "das Haus", ""},
		{"nothing on the other", "das Haus", "", "das=∅ Haus=∅"},
		{"nothing at all", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, aligned(tt.a, tt.b)) })
	}
}

// TestAlignmentIsInOrder: partners rise, and each word has at most one.
func TestAlignmentIsInOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	text := func() string {
		var words []string
		for range r.IntN(40) {
			words = append(words, []string{"der", "die", "das", "Haus", "Hans", "und"}[r.IntN(6)])
		}
		return strings.Join(words, " ")
	}
	for range 300 {
		a, b := chunks(text()), chunks(text())
		partners := alignWords(a, b)
		require.Len(t, partners, len(a))
		last := -1
		for _, j := range partners {
			if j >= 0 {
				require.Greater(t, j, last)
				require.Less(t, j, len(b))
				last = j
			}
		}
	}
}

// TestAlignmentOfLongTexts finds the way back after much is missing.
func TestAlignmentOfLongTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	var truth []string
	for range 3000 {
		var b strings.Builder
		for range 4 + r.IntN(8) {
			b.WriteByte(byte('a' + r.IntN(26)))
		}
		truth = append(truth, b.String())
	}
	observed := append(append([]string(nil), truth[:1000]...), truth[1100:]...)
	partners := alignWords(chunks(strings.Join(observed, " ")), chunks(strings.Join(truth, " ")))
	for i, j := range partners {
		want := i
		if i >= 1000 {
			want = i + 100
		}
		require.Equal(t, want, j, "word %d", i)
	}
}

func TestPairsOf(t *testing.T) {
	assert.Equal(t, pairsOf("Haus"), pairsOf("Haus"))
	assert.NotEqual(t, pairsOf("Haus"), pairsOf("Baum"))
	assert.NotZero(t, pairsOf(""))
}
