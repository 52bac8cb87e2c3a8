package ngram

import (
	"encoding/binary"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary/packed"
)

// domainWords are the identities of the words of the tests' vocabulary.
func domainWords() []Word {
	words := make([]Word, len(vocabulary))
	for i, w := range vocabulary {
		words[i] = WordOf(w)
	}
	return words
}

// told lists the trigrams of paragraphs.
func told(times int, paragraphs ...[]uint32) *Trigrams {
	var t Trigrams
	for range times {
		for _, p := range paragraphs {
			u, v := uint32(StartID), uint32(StartID)
			for _, w := range p {
				t.Add(u, v, w)
				u, v = v, w
			}
		}
	}
	return &t
}

func domainOf(t testing.TB, lists ...*Trigrams) *Domain {
	t.Helper()
	d, err := OpenDomain(EstimateDomain(domainWords(), 1000, lists...))
	require.NoError(t, err)
	return d
}

// mixed is ln P(w | u v) of the model with the domain.
func mixed(m *Model, d *Domain, uni []Unigram, u, v, w int) float64 {
	word := func(id int) Word { return WordOf(vocabulary[id]) }
	own := d.Unigram(word(w), uni[w])
	return float64(d.LogProb(word(u), word(v), word(w), m.LogProb(word(u), word(v), word(w), own, uni[v].Backoff)))
}

// TestMixedProbabilitiesSumToOne, but for what quantising costs.
func TestMixedProbabilitiesSumToOne(t *testing.T) {
	m, uni := trained(t, Options{Bigrams: 100, Trigrams: 100})
	d := domainOf(t, told(50, []uint32{4, 7, 8, 9}, []uint32{5, 6, 8, 9}))
	for u := StartID; u < len(vocabulary); u++ {
		for v := StartID; v < len(vocabulary); v++ {
			sum := 0.0
			for w := range vocabulary {
				if w != StartID {
					sum += math.Exp(mixed(m, d, uni, u, v, w))
				}
			}
			assert.InDelta(t, 1, sum, 0.15, "%s %s", vocabulary[u], vocabulary[v])
		}
	}
}

// TestEvidenceMovesTheModel: the more the domain has of a context, the more it counts.
func TestEvidenceMovesTheModel(t *testing.T) {
	m, uni := trained(t, Options{Bigrams: 100, Trigrams: 100})
	const start, der, frau = StartID, 4, 7
	before := float64(m.LogProb(Start, WordOf("der"), WordOf("Frau"), uni[frau], uni[der].Backoff))
	last := before
	for _, times := range []int{3, 30, 300} {
		d := domainOf(t, told(times, []uint32{der, frau, 8, 9}))
		now := mixed(m, d, uni, start, der, frau)
		assert.Greater(t, now, last, times)
		last = now
	}
	assert.Greater(t, last, -0.3, "seen hundreds of times, always so")
	d := domainOf(t, told(300, []uint32{5, 6, 8, 9}))
	assert.InDelta(t, before, mixed(m, d, uni, start, der, frau), 0.1, "the domain has nothing after this word")
}

// TestPhrasesStayPhrases: a phrase repeated in one context says little of others.
func TestPhrasesStayPhrases(t *testing.T) {
	m, uni := trained(t, Options{Bigrams: 100, Trigrams: 100})
	d := domainOf(t, told(300, []uint32{5, 4, 7}))
	inPhrase, outside := mixed(m, d, uni, 5, 4, 7), mixed(m, d, uni, 8, 4, 7)
	assert.Greater(t, inPhrase, outside+1)
}

// TestUnknownWordsAreNoEvidence for other unknown words.
func TestUnknownWordsAreNoEvidence(t *testing.T) {
	d := domainOf(t, told(300, []uint32{4, UnknownUpperID, 8}))
	own := Unigram{LogProb: -5}
	assert.LessOrEqual(t, d.Unigram(UnknownUpper, own).LogProb, own.LogProb)
	assert.LessOrEqual(t, d.LogProb(Start, WordOf("der"), UnknownUpper, -5), float32(-5))
	assert.Greater(t, d.LogProb(WordOf("der"), UnknownUpper, WordOf("geht"), -5), float32(-1), "but a context")
}

func TestEmptyDomainChangesNothing(t *testing.T) {
	d := domainOf(t)
	assert.Equal(t, Unigram{LogProb: -3, Backoff: -1}, d.Unigram(Number, Unigram{LogProb: -3, Backoff: -1}))
	assert.Equal(t, float32(-3), d.LogProb(Start, Start, Number, -3))
}

// TestSameWordsCountTogether, whatever their numbers, in any grouping.
func TestSameWordsCountTogether(t *testing.T) {
	words := domainWords()
	words[6] = words[7] // Mann is Frau
	a := EstimateDomain(words, 1000, told(2, []uint32{4, 6, 8}, []uint32{4, 7, 8}))
	b := EstimateDomain(words, 1000, told(3, []uint32{4, 6, 8}), told(1, []uint32{4, 6, 8}))
	assert.Equal(t, b, a)
}

func TestDomainsAreCutToSize(t *testing.T) {
	d, err := OpenDomain(EstimateDomain(domainWords(), 4, told(5, []uint32{4, 6, 8, 9}), told(1, []uint32{5, 7, 8, 9, 9, 9})))
	require.NoError(t, err)
	_, trigrams := d.Size()
	assert.Equal(t, 4, trigrams)
	none, err := OpenDomain(EstimateDomain(domainWords(), 0, told(5, []uint32{4, 6, 8, 9})))
	require.NoError(t, err)
	_, trigrams = none.Size()
	assert.Zero(t, trigrams)
}

func TestOpenDomainRefusesDamage(t *testing.T) {
	data := EstimateDomain(domainWords(), 1000, told(2, []uint32{4, 6, 8, 9}))
	for _, damaged := range [][]byte{nil, data[:8], data[:9], data[:20], data[:len(data)-1], append([]byte("x"), data...), append(data, 0)} {
		_, err := OpenDomain(damaged)
		assert.Error(t, err)
	}
	leading := append([]byte{}, data...)
	binary.LittleEndian.PutUint32(leading[len(domainMagic)+1+8:], 1<<30) // the first entry of the first bucket
	_, err := OpenDomain(leading)
	assert.ErrorIs(t, err, packed.ErrCorrupt)
}

func BenchmarkDomainLogProb(b *testing.B) {
	d := domainOf(b, told(50, []uint32{4, 7, 8, 9}, []uint32{5, 6, 8, 9}))
	der, frau := WordOf("der"), WordOf("Frau")
	b.ReportAllocs()
	for b.Loop() {
		d.LogProb(Start, der, frau, -7)
	}
}
