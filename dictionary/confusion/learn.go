package confusion

import (
	"math"
	"strings"
)

// Rounds of Viterbi training; the table hardly changes after the third.
const rounds = 4

// leastCount is how often a confusion must be seen to be kept: rarer ones are
// as likely slips of the alignment.
const leastCount = 3

// segment is one step of an alignment.
type segment struct{ intended, observed string }

// Learn estimates a channel from pairs by Viterbi training, the hard form of
// expectation maximisation: align each pair at the least cost under the present
// table, count the confusions used, estimate anew.
func Learn(name string, pairs []Pair) *Table {
	t := trainer{pairs: pairs, occurrences: occurrences(pairs)}
	for range rounds {
		t.estimate(t.count())
	}
	table := &Table{Name: name}
	for s, n := range t.counts {
		if n >= leastCount && (s.intended == " " || !strings.Contains(s.intended, " ")) {
			table.Rules = append(table.Rules, Rule{
				Intended: s.intended, Observed: s.observed,
				Prob: math.Min(1, n/(t.occurrences[s.intended]+1)), Count: n,
			})
		}
	}
	sortRules(table.Rules)
	return table
}

type trainer struct {
	pairs       []Pair
	occurrences map[string]float64 // how often each piece of truth occurs
	costs       map[segment]float64
	counts      map[segment]float64
}

// occurrences counts every piece of 0 to MaxLetters characters of the truth; the
// empty piece once per character. Pairs are cut at blanks that were read right,
// so each pair stands for one of them.
func occurrences(pairs []Pair) map[string]float64 {
	n := make(map[string]float64)
	for _, p := range pairs {
		n[" "] += p.N
		for i := range p.Truth {
			n[""] += p.N
			for k := 1; k <= MaxLetters && i+k <= len(p.Truth); k++ {
				n[string(p.Truth[i:i+k])] += p.N
			}
		}
	}
	return n
}

// initial is the cost, in nats, of a segment by its two lengths before anything
// is known: small steps are tried first, and larger ones have to earn their way.
var initial = [MaxLetters + 1][MaxLetters + 1]float64{
	{0, 6, 12, 16},
	{6, 5, 7, 9},
	{11, 7, 9.5, 12},
	{15, 9, 12, 14},
}

func (t *trainer) cost(s segment, a, b int) float64 {
	if t.costs == nil {
		return initial[a][b]
	}
	if c, ok := t.costs[s]; ok {
		return c
	}
	return initial[a][b] + 4
}

// estimate turns counts into costs. Larger segments pay a little for their
// size, or whole words would be learned instead of letters.
func (t *trainer) estimate(counts map[segment]float64) {
	t.counts = counts
	t.costs = make(map[segment]float64, len(counts))
	for s, n := range counts {
		size := len([]rune(s.intended)) + len([]rune(s.observed))
		t.costs[s] = -math.Log(n/(t.occurrences[s.intended]+2)) + 0.7*float64(max(0, size-2))
	}
}

func (t *trainer) count() map[segment]float64 {
	counts := make(map[segment]float64)
	for _, p := range t.pairs {
		for _, s := range t.align(p) {
			counts[s] += p.N
		}
	}
	return counts
}

// step is the last segment on the best way to a cell.
type step struct {
	cost float64
	a, b int
}

// align returns the confusions on the cheapest way from truth to observation.
func (t *trainer) align(p Pair) []segment {
	n, m := len(p.Truth), len(p.Observed)
	cells := make([]step, (n+1)*(m+1))
	for i := 0; i <= n; i++ {
		for j := 0; j <= m; j++ {
			if i+j > 0 {
				cells[i*(m+1)+j] = t.best(p, cells, i, j)
			}
		}
	}
	var used []segment
	for i, j := n, m; i+j > 0; {
		s := cells[i*(m+1)+j]
		if truth, seen := p.Truth[i-s.a:i], p.Observed[j-s.b:j]; string(truth) != string(seen) {
			used = append(used, segment{string(truth), string(seen)})
		}
		i, j = i-s.a, j-s.b
	}
	return used
}

func (t *trainer) best(p Pair, cells []step, i, j int) step {
	width := len(p.Observed) + 1
	best := step{cost: math.Inf(1)}
	for a := 0; a <= min(i, MaxLetters); a++ {
		for b := 0; b <= min(j, MaxLetters); b++ {
			truth, seen := p.Truth[i-a:i], p.Observed[j-b:j]
			if a+b == 0 || !minimal(truth, seen) {
				continue
			}
			c := cells[(i-a)*width+j-b].cost
			if a != 1 || b != 1 || truth[0] != seen[0] {
				c += t.cost(segment{string(truth), string(seen)}, a, b)
			}
			if c < best.cost {
				best = step{c, a, b}
			}
		}
	}
	return best
}

// minimal tells whether neither end of the two sides is alike, so that nothing
// could be cut off; a single like letter is minimal.
func minimal(truth, seen []rune) bool {
	if len(truth) == 0 || len(seen) == 0 {
		return true
	}
	if len(truth) == 1 && len(seen) == 1 {
		return true
	}
	return truth[0] != seen[0] && truth[len(truth)-1] != seen[len(seen)-1]
}
