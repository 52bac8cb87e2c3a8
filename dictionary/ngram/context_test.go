package ngram

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestLogProbInTwoSteps: what pairs and their contexts say is what the model says.
func TestLogProbInTwoSteps(t *testing.T) {
	words := append(ClassNames(), "a", "b", "c")
	var counter Counter
	for range 5 {
		counter.Add([]uint32{4, 5, 6, 4, 5, 6}, 1)
		counter.Add([]uint32{5, 5, 4}, 1)
		counter.Add([]uint32{6, 0, 6}, 1)
	}
	for _, o := range []Options{{Bigrams: 100, Trigrams: 100}, {Bigrams: 3, Trigrams: 2}} {
		data, unigrams, err := Estimate(&counter, words, o)
		require.NoError(t, err)
		m, err := Open(data)
		require.NoError(t, err)
		for u := range words {
			for v := range words {
				before := m.Pair(WordOf(words[u]), WordOf(words[v]), unigrams[v], unigrams[u].Backoff)
				for w := range words {
					pair := m.Pair(WordOf(words[v]), WordOf(words[w]), unigrams[w], unigrams[v].Backoff)
					got := m.LogProbAfter(&before.Context, WordOf(words[w]), pair.LogProb)
					want := m.LogProb(WordOf(words[u]), WordOf(words[v]), WordOf(words[w]), unigrams[w], unigrams[v].Backoff)
					require.InDelta(t, want, got, 1e-5, "%s %s %s", words[u], words[v], words[w])
				}
			}
		}
		for range 5 { // Estimate has emptied it
			counter.Add([]uint32{4, 5, 6, 4, 5, 6}, 1)
			counter.Add([]uint32{5, 5, 4}, 1)
			counter.Add([]uint32{6, 0, 6}, 1)
		}
	}
}
