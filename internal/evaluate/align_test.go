package evaluate

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/agnivade/levenshtein"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestAlignmentIsOptimal compares the alignment's cost with the plain distance,
// for texts alike and unlike, short ones and ones that are split.
func TestAlignmentIsOptimal(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for n := range 400 {
		length := 1 + r.IntN(60)
		if n%40 == 0 {
			length = 6000 // more than tracedEdits apart
		}
		a := randomRunes(r, length)
		b := damaged(r, a, r.Float64())
		requireOptimal(t, a, b)
	}
	requireOptimal(t, nil, nil)
	requireOptimal(t, []rune("nur hier"), nil)
	requireOptimal(t, nil, []rune("nur dort"))
}

func requireOptimal(t *testing.T, a, b []rune) {
	t.Helper()
	partner := align(a, b)
	require.Len(t, partner, len(a))
	last := -1
	for _, j := range partner {
		if j >= 0 {
			require.Greater(t, j, last, "partners cross")
			require.Less(t, j, len(b))
			last = j
		}
	}
	require.Equal(t, levenshtein.ComputeDistance(string(a), string(b)), edits(a, b, partner))
}

func TestLongTextsAreAligned(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	truth := randomRunes(r, 150_000)
	ocr := damaged(r, truth, 0.03)
	var report Report
	report.AddWithOCR(string(ocr), string(truth), string(truth), false)
	assert.Zero(t, report.After.CER.Edits)
	assert.InDelta(t, 0.03, report.Change.Before.CER.Rate, 0.01)
	assert.Zero(t, report.Change.TokenFates.Broken)
	assert.Greater(t, report.Change.TokenFates.Fixed, 1000)
}

// TestTextsApartStayAffordable: a text held against a wrong truth must end.
func TestTextsApartStayAffordable(t *testing.T) {
	a := []rune(strings.Repeat("eins zwei drei ", 1000))
	b := []rune(strings.Repeat("VIER FÜNF SECHS ", 1000))
	partner := align(a, b)
	assert.LessOrEqual(t, edits(a, b, partner), len(b))
}

func TestTokenDistanceOfLongTexts(t *testing.T) {
	words := make([]string, 2*quadraticTokens)
	for i := range words {
		words[i] = string(nthRune('a' + i))
	}
	a := newText(strings.Join(words, " "))
	words[10], words[quadraticTokens] = "anders", "falsch eingefügt"
	assert.Equal(t, 3, tokenDistance(a, newText(strings.Join(words, " ")), asForm))
}

func randomRunes(r *rand.Rand, n int) []rune {
	alphabet := []rune("eennirstadhlcgmuäöüß   ")
	s := make([]rune, n)
	for i := range s {
		s[i] = alphabet[r.IntN(len(alphabet))]
	}
	return s
}

// damaged makes an edit at a share of the characters.
func damaged(r *rand.Rand, s []rune, share float64) []rune {
	var out []rune
	for _, c := range s {
		if r.Float64() >= share {
			out = append(out, c)
			continue
		}
		switch r.IntN(3) {
		case 0:
			out = append(out, c, randomRunes(r, 1)[0])
		case 1:
			out = append(out, randomRunes(r, 1)[0])
		}
	}
	return out
}

func BenchmarkAddWithOCR(b *testing.B) {
	r := rand.New(rand.NewPCG(3, 3))
	truth := randomRunes(r, 100_000)
	ocr := damaged(r, truth, 0.05)
	output := damaged(r, ocr, 0.01)
	for b.Loop() {
		var report Report
		report.AddWithOCR(string(ocr), string(output), string(truth), true)
	}
}
