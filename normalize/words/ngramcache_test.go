package words

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestNgramCacheSaysWhatTheModelSays, asked again and after others took its place.
func TestNgramCacheSaysWhatTheModelSays(t *testing.T) {
	model, words := abcModel(t)
	cache := new(ngramCache)
	r := rand.New(rand.NewPCG(8, 9))
	for range 5000 {
		u, v, w := &words[r.IntN(len(words))], &words[r.IntN(len(words))], &words[r.IntN(len(words))]
		s := &state{u: u.id, v: v.id, backoff: v.uni.Backoff, context: model.Pair(u.id, v.id, v.uni, u.uni.Backoff).Context}
		want := model.LogProb(u.id, v.id, w.id, w.uni, v.uni.Backoff)
		for _, c := range []*ngramCache{cache, nil} {
			lnp, context := c.logProb(language{shipped: model}, s, w)
			require.InDelta(t, want, lnp, 1e-5)
			require.Equal(t, model.Pair(v.id, w.id, w.uni, v.uni.Backoff).Context, context)
		}
	}
}

// TestDocumentsLeaveNoTrace: what was read before, and what was remembered of it,
// changes nothing in what is proposed for a text.
func TestDocumentsLeaveNoTrace(t *testing.T) {
	fresh := func() *Fixer {
		f, err := New(shippedFixer(t).finder.dict, shippedTables(t))
		require.NoError(t, err)
		return f
	}
	text, other := damage(allParagraphs()), invented
	want := fresh().Proposals(text)
	used := fresh()
	used.Proposals(other)
	used.Proposals(longProse)
	require.Equal(t, want, used.Proposals(text))
	require.Equal(t, want, used.Proposals(text))
}
