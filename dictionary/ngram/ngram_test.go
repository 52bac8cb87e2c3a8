package ngram

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var vocabulary = append(ClassNames(), "der", "die", "Mann", "Frau", "geht", ".")

func trained(t *testing.T, o Options) (*Model, []Unigram) {
	t.Helper()
	var c Counter
	for range 20 {
		c.Add([]uint32{4, 6, 8, 9}, 1) // der Mann geht .
		c.Add([]uint32{5, 7, 8, 9}, 1) // die Frau geht .
	}
	c.Add([]uint32{4, 7, 8, 0, 9}, 0.5)
	data, unigrams, err := Estimate(&c, vocabulary, o)
	require.NoError(t, err)
	m, err := Open(data)
	require.NoError(t, err)
	return m, unigrams
}

func TestProbabilitiesSumToOne(t *testing.T) {
	for _, o := range []Options{{Bigrams: 100, Trigrams: 100}, {Bigrams: 6, Trigrams: 3}, {}} {
		m, uni := trained(t, o)
		for u := StartID; u < len(vocabulary); u++ {
			for v := StartID; v < len(vocabulary); v++ {
				sum := 0.0
				for w := range vocabulary {
					if w != StartID {
						sum += math.Exp(float64(m.LogProb(WordOf(vocabulary[u]), WordOf(vocabulary[v]), WordOf(vocabulary[w]), uni[w], uni[v].Backoff)))
					}
				}
				assert.InDelta(t, 1, sum, 0.12, "%s %s with %+v", vocabulary[u], vocabulary[v], o)
			}
		}
	}
}

func TestContextDecides(t *testing.T) {
	m, uni := trained(t, Options{Bigrams: 100, Trigrams: 100})
	after := func(u, v string, w int) float32 {
		return m.LogProb(WordOf(u), WordOf(v), WordOf(vocabulary[w]), uni[w], 0)
	}
	assert.Greater(t, after("<s>", "der", 6), after("<s>", "der", 7)+2)
	assert.Greater(t, after("<s>", "die", 7), after("<s>", "die", 6)+2)
}

func TestOpenRefusesDamage(t *testing.T) {
	var c Counter
	c.Add([]uint32{4, 6, 8, 9}, 1)
	data, _, err := Estimate(&c, vocabulary, Options{Bigrams: 9, Trigrams: 9})
	require.NoError(t, err)
	for _, damaged := range [][]byte{nil, data[:10], data[:len(data)-1], append([]byte("xxxx"), data...)} {
		_, err := Open(damaged)
		assert.Error(t, err)
	}
}

func TestLettersPreferWhatLooksLikeAWord(t *testing.T) {
	words := []string{"Haus", "Hausen", "Mausen", "Lausen", "Brausen", "Hauser", "Mauser"}
	m, err := OpenLetters(EstimateLetters(words, func(string) float64 { return 1 }))
	require.NoError(t, err)
	assert.Greater(t, m.LogProb("Krausen"), m.LogProb("Kransue"))
	assert.Greater(t, m.LogProb("Hausen"), m.LogProb("Hausxn")+3)
	assert.Less(t, m.LogProb("Haus"), float32(0))
	_, err = OpenLetters([]byte("nothing"))
	assert.ErrorIs(t, err, ErrCorrupt)
}
