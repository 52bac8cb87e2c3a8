package words

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary/confusion"
	"klartext/dictionary/ngram"
)

// abcDomain is a domain in which b stands behind a, whatever comes before.
func abcDomain(t testing.TB) *ngram.Domain {
	t.Helper()
	words := make([]ngram.Word, len(abcWords))
	for i, w := range abcWords {
		words[i] = ngram.WordOf(w)
	}
	var said ngram.Trigrams
	for range 500 {
		said.Add(4, 4, 5)
		said.Add(6, 4, 5)
		said.Add(4, 5, 4)
	}
	d, err := ngram.OpenDomain(ngram.EstimateDomain(words, 100, &said))
	require.NoError(t, err)
	return d
}

func TestDomainShiftsTheLanguage(t *testing.T) {
	model, words := abcModel(t)
	a, b, c := words[4], words[5], words[6]
	plain, mixed := language{shipped: model}, language{shipped: model, domain: abcDomain(t)}
	assert.Equal(t, model.LogProb(a.id, a.id, b.id, b.uni, a.uni.Backoff), plain.logProb(a.id, a.id, &b, a.uni.Backoff))
	assert.Greater(t, mixed.logProb(a.id, a.id, &b, a.uni.Backoff), plain.logProb(a.id, a.id, &b, a.uni.Backoff))
	assert.Less(t, mixed.logProb(a.id, a.id, &c, a.uni.Backoff), plain.logProb(a.id, a.id, &c, a.uni.Backoff))
	assert.Equal(t, plain.logProb(c.id, c.id, &c, c.uni.Backoff), mixed.logProb(c.id, c.id, &c, c.uni.Backoff), "nothing is known of what follows c")
}

// TestLatticeAsksTheDomain: it decides where nothing else does.
func TestLatticeAsksTheDomain(t *testing.T) {
	model, words := abcModel(t)
	read := func(l language) []slot {
		slots := []slot{reads(option{text: "a", words: [2]lmWord{words[4]}, n: 1, span: 1}), reads()}
		for _, k := range []int{5, 6} {
			slots[1].options = append(slots[1].options, option{text: abcWords[k], words: [2]lmWord{words[k]}, n: 1, span: 1})
		}
		(&lattice{model: l}).run(slots, words[ngram.StartID], words[4])
		return slots
	}
	before := read(language{shipped: model})[1].options[0].posterior
	after := read(language{shipped: model, domain: abcDomain(t)})[1].options[0].posterior
	assert.Greater(t, after, before)
	assert.Greater(t, after, 0.9)
}

// TestWordsAreAsLikelyAsInTheDomain, wherever the finder looks them up.
func TestWordsAreAsLikelyAsInTheDomain(t *testing.T) {
	var said ngram.Trigrams
	for range 20000 {
		said.Add(0, 0, 1)
	}
	d, err := ngram.OpenDomain(ngram.EstimateDomain([]ngram.Word{ngram.Start, ngram.WordOf("Übermut")}, 100, &said))
	require.NoError(t, err)
	dict := tinyDictionary(t)
	tables := []*confusion.Table{tinyTable}
	plain, err := New(dict, tables)
	require.NoError(t, err)
	mixed, err := New(dict, tables, WithDomain(d))
	require.NoError(t, err)
	prior := func(f *Fixer) (known, intended, other float32) {
		found := f.finder.candidates("Ubermut", scope{profiles: f.finder.channel.all()}, thorough)
		return f.finder.lookup("Übermut").word.uni.LogProb, find(t, found, "Übermut").prior, f.finder.lookup("Haus").word.uni.LogProb
	}
	known, intended, other := prior(plain)
	knownThere, intendedThere, otherThere := prior(mixed)
	assert.Greater(t, knownThere, known+3)
	assert.Greater(t, intendedThere, intended+3)
	assert.Less(t, otherThere, other)
	_, ok := mixed.finder.find("nichts davon")
	assert.False(t, ok)
}
