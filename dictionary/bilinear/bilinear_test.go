package bilinear

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary/ngram"
)

// toy is a text in which what stands four words before, or three behind, tells hatte
// from hätte.
func toy() (words []string, lines [][]uint16) {
	words = append(ngram.ClassNames(), "gestern", "angeblich", "er", "das", "auch", "hatte", "hätte", "gesehen", "gerne", "nie")
	ids := make(map[string]uint16)
	for i, w := range words {
		ids[w] = uint16(i)
	}
	r := rand.New(rand.NewPCG(3, 4))
	for range 20_000 {
		text := "gestern er das auch hatte nie das gesehen"
		if r.IntN(3) == 0 {
			text = "angeblich er das auch hätte nie das gerne"
		}
		var line []uint16
		for w := range strings.FieldsSeq(text) {
			line = append(line, ids[w])
		}
		lines = append(lines, line)
	}
	return words, lines
}

func toyModel(t *testing.T) *Model {
	t.Helper()
	words, lines := toy()
	m, err := Open(Estimate(words, lines, DefaultOptions))
	require.NoError(t, err)
	return m
}

func rowsOf(m *Model, text string) (rows []Row) {
	for w := range strings.FieldsSeq(text) {
		rows = append(rows, m.Row(ngram.WordOf(w)))
	}
	return rows
}

func TestBothSidesTellWordsApart(t *testing.T) {
	m := toyModel(t)
	for _, tt := range []struct {
		name, before, behind string
		hatte                bool
	}{
		{"by what stands before", "auch das er gestern <s>", "nie das", true},
		{"by what else stands before", "auch das er angeblich <s>", "nie das", false},
		{"by what stands behind", "auch das er", "nie das gesehen <s>", true},
		{"by what else stands behind", "auch das er", "nie das gerne <s>", false},
		{"unknown words tell nothing", "auch das er Xaver", "nie das gesehen <s>", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := m.Around(rowsOf(m, tt.before), rowsOf(m, tt.behind))
			diff := m.LogProb(&c, m.Row(ngram.WordOf("hatte"))) - m.LogProb(&c, m.Row(ngram.WordOf("hätte")))
			assert.Equal(t, tt.hatte, diff > 0, diff)
			assert.Greater(t, math.Abs(float64(diff)), 1.0)
		})
	}
}

// TestBiasesAreFrequencies: where nothing tells the words apart, their frequencies do,
// though less is learned from the frequent one.
func TestBiasesAreFrequencies(t *testing.T) {
	m := toyModel(t)
	c := m.Around(rowsOf(m, "auch das er"), rowsOf(m, "nie das"))
	diff := m.LogProb(&c, m.Row(ngram.WordOf("hatte"))) - m.LogProb(&c, m.Row(ngram.WordOf("hätte")))
	assert.InDelta(t, math.Log(2), diff, 0.5)
}

func TestModelHasOnlyItsWords(t *testing.T) {
	m := toyModel(t)
	assert.NotEqual(t, None, m.Row(ngram.WordOf("gerne")))
	assert.Equal(t, None, m.Row(ngram.WordOf("Gerne")))
	var none *Model
	assert.Equal(t, None, none.Row(ngram.WordOf("gerne")))
	assert.Zero(t, none.Around(nil, nil))
}

func TestEstimateIsDeterministic(t *testing.T) {
	words, lines := toy()
	assert.Equal(t, Estimate(words, lines[:500], DefaultOptions), Estimate(words, lines[:500], DefaultOptions))
}

func TestEstimateReportsProgress(t *testing.T) {
	words, lines := toy()
	var alike []float64
	o := DefaultOptions
	o.Progress = func(_, _, loss float64) { alike = append(alike, loss) }
	Estimate(words, lines[:2000], o)
	require.Greater(t, len(alike), 5)
	assert.Less(t, alike[len(alike)-1], alike[0])
}

func TestOpenRefusesDamage(t *testing.T) {
	words, lines := toy()
	data := Estimate(words, lines[:10], DefaultOptions)
	for n := range data {
		_, err := Open(data[:n])
		require.Error(t, err, fmt.Sprintf("the first %d of %d bytes", n, len(data)))
	}
	_, err := Open(append([]byte("x"), data[1:]...))
	assert.ErrorIs(t, err, ErrCorrupt)
}

func TestAlike(t *testing.T) {
	words := append(ngram.ClassNames(), "hatte", "hätte", "halte", "hatten", "Halte", "fern", "fem", "das", "daß", "dass", "a", ",", "haben")
	ids := alike(words)
	got := func(word string) (out []string) {
		for i, w := range words {
			if w == word {
				for _, j := range ids[i] {
					out = append(out, words[j])
				}
			}
		}
		return out
	}
	assert.ElementsMatch(t, []string{"hätte", "halte", "hatten"}, got("hatte"))
	assert.ElementsMatch(t, []string{"hatte", "Halte"}, got("halte"))
	assert.ElementsMatch(t, []string{"fem"}, got("fern"))
	assert.ElementsMatch(t, []string{"daß", "das"}, got("dass"))
	assert.Empty(t, got("a"))
	assert.Empty(t, got(","))
	assert.Empty(t, got("haben"))
}

func TestQuantise(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 1000 {
		var v vector
		for d := range v {
			v[d] = float32(r.NormFloat64()) * float32(math.Exp(4*r.NormFloat64()))
		}
		scale, values := quantise(&v)
		step := math.Float32frombits(uint32(scale) << 16)
		for d := range v {
			require.InDelta(t, v[d], step*float32(int8(values[d])), float64(step)*0.501)
		}
	}
	_, values := quantise(&vector{})
	assert.Zero(t, values)
}
