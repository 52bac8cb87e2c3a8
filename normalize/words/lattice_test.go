package words

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary/ngram"
)

// abcWords are the words of a language model of three letters in which context
// matters.
var abcWords = append(ngram.ClassNames(), "a", "b", "c")

func abcModel(t testing.TB) (*ngram.Model, []lmWord) {
	t.Helper()
	var counter ngram.Counter
	for range 5 {
		counter.Add([]uint32{4, 5, 6, 4, 5, 6}, 1)
		counter.Add([]uint32{5, 5, 4}, 1)
		counter.Add([]uint32{6, 0, 6}, 1)
	}
	data, unigrams, err := ngram.Estimate(&counter, abcWords, ngram.Options{Bigrams: 100, Trigrams: 100})
	require.NoError(t, err)
	model, err := ngram.Open(data)
	require.NoError(t, err)
	words := make([]lmWord, len(abcWords))
	for i, w := range abcWords {
		words[i] = lmWord{id: ngram.WordOf(w), uni: unigrams[i]}
	}
	return model, words
}

// reads is a slot with these readings.
func reads(options ...option) slot { return slot{choice: &choice{options: options}} }

// randomSlots makes n slots with options of every kind: words, blanks (no word),
// splits (two words) and joins (two or three slots).
func randomSlots(r *rand.Rand, words []lmWord, n int) []slot {
	slots := make([]slot, n)
	for i := range slots {
		slots[i].choice = &choice{}
		for k := range 1 + r.IntN(4) {
			o := option{text: fmt.Sprint(i, k), span: 1, n: 1, score: -4 * r.Float32()}
			for w := range o.words {
				o.words[w] = words[4+r.IntN(len(words)-4)]
			}
			if k > 0 {
				o.n = r.IntN(3)
				o.span = min(1+r.IntN(3), n-i)
				o.words[0].spelling = -r.Float32()
			}
			slots[i].options = append(slots[i].options, o)
		}
	}
	return slots
}

// enumerate follows every way through the slots and adds the weight of each to
// what it calls with the options taken.
func enumerate(model *ngram.Model, slots []slot, at int, u, v lmWord, score float64, taken [][2]int, visit func(score float64, taken [][2]int)) {
	if at == len(slots) {
		visit(score, taken)
		return
	}
	for k := range slots[at].options {
		o := &slots[at].options[k]
		sum, x, y := score+float64(o.score), u, v
		for _, w := range o.words[:o.n] {
			sum += modelScale * float64(w.spelling+model.LogProb(x.id, y.id, w.id, w.uni, y.uni.Backoff))
			x, y = y, w
		}
		enumerate(model, slots, at+o.span, x, y, sum, append(taken, [2]int{at, k}), visit)
	}
}

// TestLatticeIsExact: the posteriors are those of all ways enumerated.
func TestLatticeIsExact(t *testing.T) {
	model, words := abcModel(t)
	r := rand.New(rand.NewPCG(3, 4))
	l := &lattice{model: language{shipped: model}}
	start := lmWord{id: ngram.Start, uni: words[ngram.StartID].uni}
	for range 300 {
		slots := randomSlots(r, words, 1+r.IntN(4))
		u, v := start, words[4+r.IntN(3)]
		total := 0.0
		want := make(map[[2]int]float64)
		enumerate(model, slots, 0, u, v, 0, nil, func(score float64, taken [][2]int) {
			p := math.Exp(score)
			total += p
			for _, step := range taken {
				want[step] += p
			}
		})
		l.run(slots, u, v)
		for i := range slots {
			for k := range slots[i].options {
				require.InDelta(t, want[[2]int{i, k}]/total, slots[i].options[k].posterior, 1e-5, "option %d of slot %d", k, i)
			}
		}
	}
}

// TestPosteriorsSumToOne over the options that cover a slot.
func TestPosteriorsSumToOne(t *testing.T) {
	model, words := abcModel(t)
	r := rand.New(rand.NewPCG(5, 6))
	l := &lattice{model: language{shipped: model}}
	for range 50 {
		slots := randomSlots(r, words, 30)
		l.run(slots, words[ngram.StartID], words[ngram.StartID])
		for i := range slots {
			sum := 0.0
			for from := max(0, i-2); from <= i; from++ {
				for _, o := range slots[from].options {
					require.GreaterOrEqual(t, o.posterior, 0.0)
					if from+o.span > i {
						sum += o.posterior
					}
				}
			}
			require.InDelta(t, 1, sum, 1e-5)
		}
	}
}

func TestLatticePrefers(t *testing.T) {
	model, words := abcModel(t)
	a, b, c := words[4], words[5], words[6]
	one := func(text string, score float32, span int, ws ...lmWord) option {
		o := option{text: text, n: len(ws), span: span, score: score}
		copy(o.words[:], ws)
		return o
	}
	t.Run("what fits the context", func(t *testing.T) {
		slots := []slot{reads(one("a", 0, 1, a)), reads(one("c", 0, 1, c), one("b", 0, 1, b)), reads(one("c", 0, 1, c))}
		(&lattice{model: language{shipped: model}}).run(slots, words[ngram.StartID], words[ngram.StartID])
		assert.Greater(t, slots[1].options[1].posterior, slots[1].options[0].posterior)
	})
	t.Run("what the channel makes likely", func(t *testing.T) {
		slots := []slot{reads(one("a", 0, 1, a)), reads(one("c", 0, 1, c), one("b", -20, 1, b))}
		(&lattice{model: language{shipped: model}}).run(slots, words[ngram.StartID], words[ngram.StartID])
		assert.Greater(t, slots[1].options[0].posterior, 0.99)
	})
	t.Run("a join that makes a likely word", func(t *testing.T) {
		slots := []slot{reads(one("x", 0, 1, words[0]), one("a", -1, 2, a)), reads(one("y", 0, 1, words[0])), reads(one("b", 0, 1, b))}
		slots[0].options[0].words[0].spelling, slots[1].options[0].words[0].spelling = -15, -15
		(&lattice{model: language{shipped: model}}).run(slots, words[ngram.StartID], words[ngram.StartID])
		assert.Greater(t, slots[0].options[1].posterior, 0.99)
		assert.InDelta(t, 1-slots[0].options[1].posterior, slots[1].options[0].posterior, 1e-6, "the second half stands only if they are apart")
	})
	t.Run("a split in the right order", func(t *testing.T) {
		slots := []slot{reads(one("x", 0, 1, words[0]), one("a b", -1, 1, a, b), one("b a", -1, 1, b, a)), reads(one("c", 0, 1, c))}
		slots[0].options[0].words[0].spelling = -20
		(&lattice{model: language{shipped: model}}).run(slots, words[ngram.StartID], words[ngram.StartID])
		assert.Greater(t, slots[0].options[1].posterior, slots[0].options[2].posterior)
		assert.Greater(t, slots[0].options[1].posterior, 0.5)
	})
}

// TestLatticeMayBeUsedAgain for another run of slots.
func TestLatticeMayBeUsedAgain(t *testing.T) {
	model, words := abcModel(t)
	used := &lattice{model: language{shipped: model}}
	for n := range 12 {
		r := rand.New(rand.NewPCG(uint64(n), 1))
		slots := randomSlots(r, words, 12-n)
		again := randomSlots(rand.New(rand.NewPCG(uint64(n), 1)), words, 12-n)
		used.run(slots, words[3], words[4])
		(&lattice{model: language{shipped: model}}).run(again, words[3], words[4])
		assert.Equal(t, again, slots)
	}
}

// TestLatticeWithManyReadings: the beam keeps the best ways.
func TestLatticeWithManyReadings(t *testing.T) {
	model, words := abcModel(t)
	var slots []slot
	for range 20 {
		s := slot{choice: &choice{}}
		for k := range 40 {
			w := words[4+k%3]
			w.id += ngram.Word(k / 3) // words that the model does not know
			s.options = append(s.options, option{words: [2]lmWord{w}, n: 1, span: 1, score: -float32(k)})
		}
		slots = append(slots, s)
	}
	l := &lattice{model: language{shipped: model}}
	l.run(slots, words[3], words[3])
	for i := range slots {
		sum := 0.0
		for _, o := range slots[i].options {
			require.False(t, math.IsNaN(o.posterior))
			sum += o.posterior
		}
		assert.InDelta(t, 1, sum, 1e-5)
	}
}

func TestLogAdd(t *testing.T) {
	none := math.Inf(-1)
	assert.InDelta(t, math.Log(5), logAdd(math.Log(2), math.Log(3)), 1e-12)
	assert.InDelta(t, math.Log(5), logAdd(math.Log(3), math.Log(2)), 1e-12)
	assert.Equal(t, -3.0, logAdd(-3, none))
	assert.Equal(t, -3.0, logAdd(none, -3))
	assert.Equal(t, none, logAdd(none, none))
	assert.InDelta(t, 1000, logAdd(1000, -1000), 1e-9)
}
