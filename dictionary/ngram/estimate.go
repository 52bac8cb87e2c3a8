package ngram

import (
	"math"
	"slices"

	"klartext/dictionary/packed"
)

// Options say how large a model is to be.
type Options struct {
	// Bigrams and Trigrams are how many of each are kept: those that the model
	// would miss most (Stolcke, "Entropy-based Pruning of Backoff Language
	// Models", 1998, without the change to the backoff weight).
	Bigrams, Trigrams int
	// Prior returns ln P(word) from other sources than the counts, which is mixed
	// into the unigrams at PriorWeight (0 to 1); the class words have none.
	Prior       func(id int) float64
	PriorWeight float64
}

// Estimate makes a model of what counter has counted, which it empties. words
// gives the text of each word number, class words first (see [FirstWordID]).
// It returns the model's data and the unigram of each word.
func Estimate(counter *Counter, words []string, o Options) (data []byte, unigrams []Unigram, err error) {
	if err := checkVocabulary(words); err != nil {
		return nil, nil, err
	}
	e := estimator{words: words, options: o, tri: counter.merge()}
	e.bi = e.tri.continuations()
	e.estimateUnigrams()
	e.estimateBigrams()
	e.chooseTrigrams()
	e.chooseBigrams()
	e.weighBigramContexts()
	return e.pack(), e.unigrams(), nil
}

type estimator struct {
	words   []string
	options Options
	tri, bi counts

	p1       []float64 // by word
	p2       []float32 // by bigram
	backoff1 []float64 // by word: weight of p1 after it
	gamma2   []float32 // by bigram: weight of p2 after it, before pruning
	keep2    []bool
	keep3    []kept // the trigrams chosen, in order
}

// kept is a chosen trigram.
type kept struct {
	at int32   // its place in tri
	p  float32 // its probability
}

// discount is what is taken off a count c in favour of what was not seen: the
// three discounts of modified Kneser-Ney, drawn as a line so that weighted
// counts, which need not be whole, have one too.
func discount(c float64, d [4]float64) float64 {
	switch {
	case c >= 3:
		return d[3]
	case c <= 1:
		return c * d[1]
	}
	low := math.Floor(c)
	return d[int(low)] + (c-low)*(d[int(low)+1]-d[int(low)])
}

// discounts estimates the three discounts from the numbers of n-grams that were
// counted once, twice, three and four times (Chen and Goodman 1999, eq. 26).
func discounts(n []float32) [4]float64 {
	var of [5]float64
	for _, c := range n {
		if r := int(math.Round(float64(c))); r >= 1 && r <= 4 {
			of[r]++
		}
	}
	y := of[1] / (of[1] + 2*of[2] + 1)
	var d [4]float64
	for i := 1; i <= 3; i++ {
		estimate := float64(i) - float64(i+1)*y*of[i+1]/(of[i]+1)
		d[i] = min(float64(i)*0.95, max(0.3, estimate))
	}
	return d
}

const wordMask = 1<<idBits - 1

func (e *estimator) estimateUnigrams() {
	e.p1 = make([]float64, len(e.words))
	total := 0.0
	for _, k := range e.bi.keys {
		e.p1[k&wordMask]++
		total++
	}
	floor := 0.5 // words that no source has in a bigram
	total += floor * float64(len(e.words))
	for id := range e.p1 {
		e.p1[id] = (e.p1[id] + floor) / total
		if e.options.Prior != nil && id >= FirstWordID {
			e.p1[id] = (1-e.options.PriorWeight)*e.p1[id] + e.options.PriorWeight*math.Exp(e.options.Prior(id))
		}
	}
}

// contexts calls f with each run of n-grams that share all but the last word.
func contexts(keys []uint64, f func(context uint64, from, to int)) {
	for from := 0; from < len(keys); {
		context := keys[from] >> idBits
		to := from + 1
		for to < len(keys) && keys[to]>>idBits == context {
			to++
		}
		f(context, from, to)
		from = to
	}
}

// smooth interpolates the counts of one context with the shorter one's
// probabilities; gamma is the weight left for those.
func smooth(n []float32, d [4]float64, set func(i int, p float64)) (gamma float64) {
	total, taken := 0.0, 0.0
	for _, c := range n {
		total += float64(c)
		taken += discount(float64(c), d)
	}
	for i, c := range n {
		set(i, (float64(c)-discount(float64(c), d))/total)
	}
	return taken / total
}

func (e *estimator) estimateBigrams() {
	d := discounts(e.bi.n)
	e.p2 = make([]float32, len(e.bi.keys))
	e.backoff1 = make([]float64, len(e.words))
	for i := range e.backoff1 {
		e.backoff1[i] = 1
	}
	contexts(e.bi.keys, func(v uint64, from, to int) {
		gamma := smooth(e.bi.n[from:to], d, func(i int, p float64) { e.p2[from+i] = float32(p) })
		for i := from; i < to; i++ {
			e.p2[i] += float32(gamma * e.p1[e.bi.keys[i]&wordMask])
		}
		e.backoff1[v] = gamma
	})
}

// bigram returns the place of v w in bi; ok is false if it was never seen.
func (e *estimator) bigram(vw uint64) (at int, ok bool) {
	return slices.BinarySearch(e.bi.keys, vw)
}

// candidate is an n-gram that may be kept, with what it is worth.
type candidate struct {
	kept
	worth float32
}

// chooseTrigrams keeps those whose loss would cost the training text most.
func (e *estimator) chooseTrigrams() {
	d := discounts(e.tri.n)
	e.gamma2 = make([]float32, len(e.bi.keys))
	var candidates []candidate
	contexts(e.tri.keys, func(uv uint64, from, to int) {
		p := make([]float64, to-from)
		gamma := smooth(e.tri.n[from:to], d, func(i int, x float64) { p[i] = x })
		if at, ok := e.bigram(uv & (1<<(2*idBits) - 1)); ok {
			e.gamma2[at] = float32(gamma)
		}
		for i := from; i < to; i++ {
			at, ok := e.bigram(e.tri.keys[i] & (1<<(2*idBits) - 1))
			if e.tri.n[i] < 1 || !ok {
				continue
			}
			lower := gamma * float64(e.p2[at])
			full := p[i-from] + lower
			worth := float32(float64(e.tri.n[i]) * math.Log(full/lower))
			candidates = append(candidates, candidate{kept{int32(i), float32(full)}, worth})
		}
	})
	e.keep3 = choose(candidates, e.options.Trigrams)
}

// choose returns the n candidates of the greatest worth in their order.
func choose(candidates []candidate, n int) []kept {
	if n <= 0 {
		return nil
	}
	if n < len(candidates) {
		worths := make([]float32, len(candidates))
		for i, c := range candidates {
			worths[i] = c.worth
		}
		slices.Sort(worths)
		least := worths[len(worths)-n]
		candidates = slices.DeleteFunc(candidates, func(c candidate) bool { return c.worth < least })
	}
	out := make([]kept, len(candidates))
	for i, c := range candidates {
		out[i] = c.kept
	}
	return out
}

// chooseBigrams keeps the contexts of the trigrams kept and then the most useful.
func (e *estimator) chooseBigrams() {
	e.keep2 = make([]bool, len(e.bi.keys))
	left := e.options.Bigrams
	for _, k := range e.keep3 {
		if at, ok := e.bigram(e.tri.keys[k.at] >> idBits); ok && !e.keep2[at] {
			e.keep2[at] = true
			left--
		}
	}
	var candidates []candidate
	for i, k := range e.bi.keys {
		lower := e.backoff1[k>>idBits] * e.p1[k&wordMask]
		worth := float64(e.bi.n[i]) * math.Log(float64(e.p2[i])/lower)
		if !e.keep2[i] && e.bi.n[i] >= 2 {
			candidates = append(candidates, candidate{kept{at: int32(i)}, float32(worth)})
		}
	}
	for _, k := range choose(candidates, max(0, left)) {
		e.keep2[k.at] = true
	}
	e.reweighUnigramContexts()
}

// reweighUnigramContexts sets the backoff weights of words to what the bigrams
// that were kept leave over.
func (e *estimator) reweighUnigramContexts() {
	contexts(e.bi.keys, func(v uint64, from, to int) {
		upper, lower := 0.0, 0.0
		for i := from; i < to; i++ {
			if e.keep2[i] {
				upper += float64(e.p2[i])
				lower += e.p1[e.bi.keys[i]&wordMask]
			}
		}
		e.backoff1[v] = leftOver(upper, lower)
	})
}

// weighBigramContexts does the same for bigrams and the trigrams kept.
func (e *estimator) weighBigramContexts() {
	for i := range e.gamma2 {
		e.gamma2[i] = 1
	}
	for from := 0; from < len(e.keep3); {
		uv := e.tri.keys[e.keep3[from].at] >> idBits
		upper, lower := 0.0, 0.0
		to := from
		for ; to < len(e.keep3) && e.tri.keys[e.keep3[to].at]>>idBits == uv; to++ {
			upper += float64(e.keep3[to].p)
			lower += e.keptBigram(e.tri.keys[e.keep3[to].at] & (1<<(2*idBits) - 1))
		}
		if at, ok := e.bigram(uv); ok {
			e.gamma2[at] = float32(leftOver(upper, lower))
		}
		from = to
	}
}

// keptBigram is P(w | v) as the pruned model has it.
func (e *estimator) keptBigram(vw uint64) float64 {
	if at, ok := e.bigram(vw); ok && e.keep2[at] {
		return float64(e.p2[at])
	}
	return e.backoff1[vw>>idBits] * e.p1[vw&wordMask]
}

// leftOver is the weight of the shorter context, given what the kept n-grams
// take of the longer context's probability and of the shorter one's.
func leftOver(upper, lower float64) float64 {
	return max(1e-4, 1-upper) / max(1e-4, 1-lower)
}

func (e *estimator) word(id uint64) Word { return WordOf(e.words[id]) }

func (e *estimator) pack() []byte {
	var bigrams, trigrams []packed.Entry
	for i, k := range e.bi.keys {
		if e.keep2[i] {
			bigrams = append(bigrams, packed.Entry{
				Key:   bigramKey(e.word(k>>idBits), e.word(k&wordMask)),
				Value: packed.Value{packed.PackProb(math.Log(float64(e.p2[i]))), packed.PackBackoff(math.Log(float64(e.gamma2[i])))},
			})
		}
	}
	for _, t := range e.keep3 {
		k := e.tri.keys[t.at]
		uv := bigramKey(e.word(k>>(2*idBits)), e.word(k>>idBits&wordMask))
		trigrams = append(trigrams, packed.Entry{
			Key:   trigramKey(uv, e.word(k&wordMask)),
			Value: packed.Value{packed.PackProb(math.Log(float64(t.p)))},
		})
	}
	data := packed.Append([]byte(magic), bigrams, bigramValue)
	return packed.Append(data, trigrams, trigramValue)
}

func (e *estimator) unigrams() []Unigram {
	out := make([]Unigram, len(e.words))
	for id := range out {
		out[id] = Unigram{LogProb: float32(math.Log(e.p1[id])), Backoff: float32(math.Log(e.backoff1[id]))}
	}
	return out
}
