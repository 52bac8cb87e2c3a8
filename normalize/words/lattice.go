package words

import (
	"math"

	"klartext/dictionary/ngram"
)

// option is one way to read the text of a slot.
type option struct {
	text string
	word lmWord
	// score is ln P of the channel and of the case.
	score float32
	from  *candidate // nil: as observed
	// posterior is P(this option | the text around it).
	posterior float64
}

// state is a node of the lattice: the last two words on a way to it.
type state struct {
	u, v    ngram.Word
	backoff float32 // of v
	forward float64 // ln of the sum over all ways to here
	back    float64 // ln of the sum over all ways from here
}

// edge leads from a state over an option of a slot to a state of the next.
type edge struct {
	from, to, option int
	score            float64
}

// lattice computes the posteriors of the options of a run of slots by the
// forward-backward algorithm (Rabiner, "A Tutorial on Hidden Markov Models",
// 1989) with trigram states.
type lattice struct {
	model  *ngram.Model
	states [][]state // before each slot, and after the last
	edges  [][]edge  // of each slot
}

// modelScale weighs the language model against the channel, of which it is surer
// than it should be.
const modelScale = 0.8

// beam is the most states kept before a slot.
const beam = 48

// run fills in the posteriors of slots; u and v are the words before them.
func (l *lattice) run(slots []slot, u, v lmWord) {
	l.states = append(l.states[:0], []state{{u: u.id, v: v.id, backoff: v.uni.Backoff}})
	l.edges = l.edges[:0]
	for i := range slots {
		l.advance(&slots[i], i)
	}
	l.backward(len(slots))
	total := logSum(l.states[len(slots)], func(s state) float64 { return s.forward })
	for i := range slots {
		for j := range slots[i].options {
			slots[i].options[j].posterior = 0
		}
		for _, e := range l.edges[i] {
			p := l.states[i][e.from].forward + e.score + l.states[i+1][e.to].back - total
			slots[i].options[e.option].posterior += math.Exp(p)
		}
	}
}

// advance extends all ways by one slot.
func (l *lattice) advance(s *slot, i int) {
	type key struct{ u, v ngram.Word }
	index := make(map[key]int)
	var next []state
	var edges []edge
	for from, st := range l.states[i] {
		for o := range s.options {
			opt := &s.options[o]
			score := float64(opt.score + modelScale*(opt.word.spelling+
				l.model.LogProb(st.u, st.v, opt.word.id, opt.word.uni, st.backoff)))
			k := key{st.v, opt.word.id}
			to, ok := index[k]
			if !ok {
				to = len(next)
				index[k] = to
				next = append(next, state{u: st.v, v: opt.word.id, backoff: opt.word.uni.Backoff, forward: math.Inf(-1)})
			}
			next[to].forward = logAdd(next[to].forward, st.forward+score)
			edges = append(edges, edge{from: from, to: to, option: o, score: score})
		}
	}
	l.states = append(l.states, next)
	l.edges = append(l.edges, edges)
	l.prune(i + 1)
}

// prune drops the least likely states; their edges lead nowhere.
func (l *lattice) prune(i int) {
	states := l.states[i]
	if len(states) <= beam {
		return
	}
	least := kthLargest(states, beam)
	for j := range states {
		if states[j].forward < least {
			states[j].forward = math.Inf(-1)
		}
	}
}

func kthLargest(states []state, k int) float64 {
	best := make([]float64, 0, k+1)
	for _, s := range states {
		at := len(best)
		for at > 0 && best[at-1] < s.forward {
			at--
		}
		if at == k {
			continue
		}
		best = append(best, 0)
		copy(best[at+1:], best[at:])
		best[at] = s.forward
		best = best[:min(len(best), k)]
	}
	return best[len(best)-1]
}

func (l *lattice) backward(n int) {
	for j := range l.states[n] {
		l.states[n][j].back = 0
	}
	for i := n - 1; i >= 0; i-- {
		for j := range l.states[i] {
			l.states[i][j].back = math.Inf(-1)
		}
		for _, e := range l.edges[i] {
			from := &l.states[i][e.from]
			if to := l.states[i+1][e.to]; !math.IsInf(to.forward, -1) {
				from.back = logAdd(from.back, e.score+to.back)
			}
		}
	}
}

func logAdd(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(b, -1) {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}

func logSum(states []state, f func(state) float64) float64 {
	sum := math.Inf(-1)
	for _, s := range states {
		sum = logAdd(sum, f(s))
	}
	return sum
}
