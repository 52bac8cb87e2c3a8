package words

import (
	"cmp"
	"math"
	"slices"

	"klartext/dictionary/ngram"
)

// option is one way to read the text of a slot, or of several that are one word.
type option struct {
	text string
	// words are what the text is for the language model, n of them: none where a
	// sign stands for a blank, two where a blank was lost.
	words [2]lmWord
	n     int
	// span is the number of slots that the option takes.
	span int
	// score is ln P of the channel and of the case.
	score float32
	from  *candidate // nil: the letters as observed
	// places is how often a guessed name stands in the document.
	places float32
	// posterior is P(this option | the text around it).
	posterior float64
}

// confused tells whether the option is read through a confusion.
func (o *option) confused() bool { return o.from != nil && len(o.from.rules) > 0 }

// state is a node of the lattice: the last two words on a way to it.
type state struct {
	u, v    ngram.Word
	backoff float32 // of v
	context ngram.Context
	edges   int     // where those begin that lead from here
	forward float64 // ln of the sum over all ways to here
	back    float64 // ln of the sum over all ways from here
}

// edge leads from a state over an option of a slot to a state behind it.
type edge struct {
	from, to, option, span int
	score                  float64
}

// lattice computes the posteriors of the options of a run of slots by the
// forward-backward algorithm (Rabiner, "A Tutorial on Hidden Markov Models",
// 1989) with trigram states.
type lattice struct {
	model  language
	known  *ngramCache
	hasty  bool      // fewer states are extended
	states [][]state // before each slot, and after the last
	edges  [][]edge  // of each slot
}

// modelScale weighs the language model against the channel, of which it is surer
// than it should be.
const modelScale = 0.9

// mostStates is the most states that ways are extended from, hastyStates the same in
// runs that are too long for a page.
const (
	mostStates  = 48
	hastyStates = 8
)

// run fills in the posteriors of slots; u and v are the words before them.
func (l *lattice) run(slots []slot, u, v lmWord) {
	l.reset(len(slots))
	before := l.known.pair(l.model, &state{v: u.id, backoff: u.uni.Backoff}, &v)
	l.states[0] = append(l.states[0], state{u: u.id, v: v.id, backoff: v.uni.Backoff, context: before.Context})
	for i := range slots {
		l.prune(i)
		for from := range l.states[i] {
			l.extend(slots[i].options, i, from)
		}
	}
	l.backward(len(slots))
	l.posteriors(slots)
}

// reset empties the lattice for n slots and keeps its memory.
func (l *lattice) reset(n int) {
	for len(l.states) <= n {
		l.states = append(l.states, nil)
		l.edges = append(l.edges, nil)
	}
	for i := range n + 1 {
		l.states[i], l.edges[i] = l.states[i][:0], l.edges[i][:0]
	}
}

// prune leaves the likeliest states before slot i.
func (l *lattice) prune(i int) {
	most := mostStates
	if l.hasty {
		most = hastyStates
	}
	if len(l.states[i]) <= most {
		return
	}
	order := make([]float64, len(l.states[i]))
	for j, s := range l.states[i] {
		order[j] = s.forward
	}
	slices.SortFunc(order, func(a, b float64) int { return cmp.Compare(b, a) })
	for j := range l.states[i] {
		if l.states[i][j].forward < order[most-1] {
			l.states[i][j].forward = math.Inf(-1)
		}
	}
}

// extend leads the ways that end in a state over each option of slot i.
func (l *lattice) extend(options []option, i, from int) {
	st := l.states[i][from]
	if math.IsInf(st.forward, -1) {
		return
	}
	twin := l.twin(i, from)
	l.states[i][from].edges = len(l.edges[i])
	for o := range options {
		opt := &options[o]
		e := edge{from: from, option: o, span: opt.span}
		if twin >= 0 && opt.n == 1 {
			e.to, e.score = l.edges[i][twin+o].to, l.edges[i][twin+o].score
		} else {
			e.to, e.score = l.follow(opt, i, st)
		}
		reached := &l.states[i+e.span][e.to]
		reached.forward = logAdd(reached.forward, st.forward+e.score)
		l.edges[i] = append(l.edges[i], e)
	}
}

// twin returns where the edges begin of a state before slot i which ends in the same
// word as that with number from, and of which no more is known to the model: one word
// leads from both to the same state, at the same cost. It is -1 if there is none.
func (l *lattice) twin(i, from int) int {
	st := &l.states[i][from]
	if st.context.Seen() || l.model.domain != nil {
		return -1
	}
	for j := range from {
		other := &l.states[i][j]
		if other.v == st.v && !other.context.Seen() && !math.IsInf(other.forward, -1) {
			return other.edges
		}
	}
	return -1
}

// follow leads from a state before slot i over an option, and returns the number of the
// state behind it and ln P of the option there.
func (l *lattice) follow(opt *option, i int, st state) (to int, score float64) {
	score = float64(opt.score)
	for k := range opt.n {
		w := &opt.words[k]
		lnp, context := l.known.logProb(l.model, &st, w)
		score += modelScale * float64(w.spelling+lnp)
		st.u, st.v, st.backoff, st.context = st.v, w.id, w.uni.Backoff, context
	}
	return l.join(i+opt.span, st), score
}

// join returns the place of the state with the last words of s before slot i,
// made if there is none.
func (l *lattice) join(i int, s state) int {
	for j := range l.states[i] {
		if l.states[i][j].u == s.u && l.states[i][j].v == s.v {
			return j
		}
	}
	s.forward = math.Inf(-1)
	l.states[i] = append(l.states[i], s)
	return len(l.states[i]) - 1
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
			from.back = logAdd(from.back, e.score+l.states[i+e.span][e.to].back)
		}
	}
}

func (l *lattice) posteriors(slots []slot) {
	total := math.Inf(-1)
	for _, s := range l.states[len(slots)] {
		total = logAdd(total, s.forward)
	}
	for i := range slots {
		for j := range slots[i].options {
			slots[i].options[j].posterior = 0
		}
		for _, e := range l.edges[i] {
			p := l.states[i][e.from].forward + e.score + l.states[i+e.span][e.to].back - total
			if p > -negligible {
				slots[i].options[e.option].posterior += math.Exp(p)
			}
		}
	}
}

// negligible is how much smaller, in nats, a part of a sum may be and not be lost in
// rounding.
const negligible = 40

func logAdd(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if a-b > negligible || math.IsInf(b, -1) {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}
