package bilinear

import (
	"math"
	"math/rand/v2"
)

// Options are the settings of [Estimate].
type Options struct {
	// Epochs is how often the texts are gone through.
	Epochs int
	// Rate is how far each example moves the vectors at the beginning; it falls to 0.
	Rate float32
	// Noise is the number of random words that each word is told from, Alike that of
	// the words that it may be misread for.
	Noise, Alike int
	// Progress is told the share that is done and the mean losses since the last
	// time: of words against random ones, and against those that are alike.
	Progress func(done, noise, alike float64)
}

// DefaultOptions are those of the embedded model.
var DefaultOptions = Options{Epochs: 2, Rate: 0.1, Noise: 4, Alike: 3}

// rare is the frequency above which not each occurrence of a word is learned from,
// noisePower flattens the frequencies of random words (Mikolov et al., "Distributed
// Representations of Words and Phrases and their Compositionality", 2013).
const (
	rare       = 3e-4
	noisePower = 0.75
)

// Rates of the weights of positions and of the biases, beside that of the vectors.
const (
	weightRate = 0.02
	biasRate   = 0.3
)

// estimator learns vectors by stochastic gradient descent.
type estimator struct {
	Options
	random            *rand.Rand
	contexts, targets []vector
	bias              []float32
	weights           [positions]vector
	alike             [][]uint16
	keep, logKeep     []float32 // share of a word's occurrences that is learned from
	logNoise          []float32 // ln of how many such random words are expected
	noise             []uint16  // words as often as they are drawn

	// Of the example.
	line        []uint16
	at          int
	sum, change vector // what is around, and how it should have been
	bags        [2]vector
	rate        float32
	losses      [2]float64
	examples    [2]int
}

// Estimate learns a model of words from lines of their numbers. words begin with
// the class names of package ngram, of which the unknown ones are not learned. The
// same input gives the same data.
func Estimate(words []string, lines [][]uint16, o Options) []byte {
	e := newEstimator(words, lines, o)
	total := 0
	for _, line := range lines {
		total += len(line)
	}
	seen, reported := 0, 0
	for range o.Epochs {
		for _, line := range lines {
			e.line = line
			e.rate = o.Rate * (1 - float32(seen)/float32(o.Epochs*total))
			for at, word := range line {
				if e.at = at; e.learned(word) {
					e.learn(word)
				}
			}
			if seen += len(line); seen-reported >= total/5 {
				reported = seen
				e.report(float64(seen) / float64(o.Epochs*total))
			}
		}
	}
	return e.pack(words)
}

func newEstimator(words []string, lines [][]uint16, o Options) *estimator {
	e := &estimator{
		Options: o, random: rand.New(rand.NewPCG(1, 2)), alike: alike(words),
		contexts: make([]vector, len(words)), targets: make([]vector, len(words)), bias: make([]float32, len(words)),
		keep: make([]float32, len(words)), logKeep: make([]float32, len(words)), logNoise: make([]float32, len(words)),
	}
	for w := range words {
		for d := range Dim {
			e.contexts[w][d] = (e.random.Float32() - 0.5) / 4
			e.targets[w][d] = (e.random.Float32() - 0.5) / 64
		}
	}
	for p := range e.weights {
		for d := range Dim {
			e.weights[p][d] = 1 / (1 + 0.3*float32(p%Near))
			if p >= bagBefore {
				e.weights[p][d] = 0.2
			}
		}
	}
	e.frequencies(lines)
	return e
}

// noiseSize is the length of the list that random words are drawn from.
const noiseSize = 1 << 24

func (e *estimator) frequencies(lines [][]uint16) {
	counts, total := make([]float64, len(e.bias)), 0.0
	for _, line := range lines {
		for _, w := range line {
			counts[w]++
		}
		total += float64(len(line))
	}
	all := 0.0
	for _, n := range counts {
		all += math.Pow(n+1, noisePower)
	}
	sum := 0.0
	for w, n := range counts {
		p := math.Pow(n+1, noisePower) / all
		sum += p
		for len(e.noise) < int(sum*noiseSize) {
			e.noise = append(e.noise, uint16(w))
		}
		e.logNoise[w] = float32(math.Log(float64(e.Noise) * p))
		e.bias[w] = float32(math.Log((n + 1) / total))
		e.keep[w] = float32(min(1, math.Sqrt(rare*total/max(1, n))))
		e.logKeep[w] = float32(math.Log(float64(e.keep[w])))
	}
}

// learned tells whether this occurrence of a word is learned from.
func (e *estimator) learned(word uint16) bool {
	return word >= firstLearned && (e.keep[word] == 1 || e.random.Float32() < e.keep[word])
}

// learn moves the vectors by one example: by noise-contrastive estimation, and by
// telling the word from those that it may be misread for. What is left out of
// frequent words is added to their scores meanwhile, so that biases stay those of
// all occurrences.
func (e *estimator) learn(word uint16) {
	e.gather()
	e.change = vector{}
	e.against(word, 1)
	for range e.Noise {
		if other := e.noise[e.random.IntN(len(e.noise))]; other != word {
			e.against(other, 0)
		}
	}
	for range e.Alike {
		e.tell(word)
	}
	e.spread()
}

// against learns whether a word is real or drawn at random.
func (e *estimator) against(word uint16, real float32) {
	p := sigmoid(e.score(word) - e.logNoise[word])
	e.loss(0, real*p+(1-real)*(1-p))
	e.move(word, real-p)
}

// tell learns to tell word from another that it may be misread for. Pairs are drawn
// as often from one of them as from the other, lest that should change what is
// learned of how frequent they are.
func (e *estimator) tell(word uint16) {
	others := e.alike[word]
	if len(others) == 0 {
		return
	}
	other := others[e.random.IntN(len(others))]
	if n := len(e.alike[other]); n > len(others) && e.random.IntN(n) >= len(others) {
		return
	}
	p := sigmoid(e.score(word) - e.score(other))
	e.loss(1, p)
	e.move(word, 1-p)
	e.move(other, p-1)
}

func (e *estimator) score(word uint16) float32 {
	t := &e.targets[word]
	s := e.bias[word] + e.logKeep[word]
	for d := range t {
		s += t[d] * e.sum[d]
	}
	return s
}

// move moves a word's vector towards the example or away from it.
func (e *estimator) move(word uint16, by float32) {
	by *= e.rate
	t := &e.targets[word]
	for d := range t {
		e.change[d] += by * t[d]
		t[d] += by * e.sum[d]
	}
	e.bias[word] += biasRate * by
}

func (e *estimator) loss(kind int, p float32) {
	e.losses[kind] -= math.Log(float64(p) + 1e-9)
	e.examples[kind]++
}

func (e *estimator) report(done float64) {
	if e.Progress != nil {
		e.Progress(done, e.losses[0]/float64(max(1, e.examples[0])), e.losses[1]/float64(max(1, e.examples[1])))
	}
	e.losses, e.examples = [2]float64{}, [2]int{}
}

func sigmoid(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }
