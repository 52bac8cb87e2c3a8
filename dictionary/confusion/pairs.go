package confusion

import (
	"slices"
	"unicode"
)

// Pair is a stretch of truth and what the engine read there, one word as a
// rule, more where blanks were lost or gained.
type Pair struct {
	Truth, Observed []rune
	// N is how often the pair occurred.
	N float64
}

// Pairs gathers the pairs of many pages.
type Pairs struct {
	counts map[[2]string]float64
}

// longestPair is the largest number of characters in a pair that is kept; in
// longer ones the alignment has gone astray.
const longestPair = 40

// AddPage aligns a page's truth with its OCR text, both as printed line for
// line, and adds the pairs between blanks that both have.
func (p *Pairs) AddPage(truth, observed string) {
	if p.counts == nil {
		p.counts = make(map[[2]string]float64)
	}
	a, b := foldSpace(truth), foldSpace(observed)
	i0, j0 := 0, 0
	for _, m := range matchingBlanks(a, b) {
		p.add(a[i0:m.i], b[j0:m.j])
		i0, j0 = m.i+1, m.j+1
	}
	p.add(a[i0:], b[j0:])
}

func (p *Pairs) add(truth, observed []rune) {
	if len(truth) == 0 || len(observed) == 0 || len(truth) > longestPair || len(observed) > longestPair {
		return
	}
	if !slices.Equal(truth, observed) && 2*distance(truth, observed) > max(len(truth), len(observed))+1 {
		return // more wrong than right: layout, not letters
	}
	p.counts[[2]string{string(truth), string(observed)}]++
}

// All returns the pairs in a fixed order.
func (p *Pairs) All() []Pair {
	keys := make([][2]string, 0, len(p.counts))
	for k := range p.counts {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b [2]string) int {
		return slices.Compare(a[:], b[:])
	})
	all := make([]Pair, len(keys))
	for i, k := range keys {
		all[i] = Pair{Truth: []rune(k[0]), Observed: []rune(k[1]), N: p.counts[k]}
	}
	return all
}

// foldSpace makes every run of white space one blank, and none at the ends. It
// writes s for ſ, which is a spelling and no confusion: the truth of many pages
// has it folded.
func foldSpace(s string) []rune {
	var out []rune
	for _, r := range s {
		if r == 'ſ' {
			r = 's'
		}
		if !unicode.IsSpace(r) {
			out = append(out, r)
		} else if len(out) > 0 && out[len(out)-1] != ' ' {
			out = append(out, ' ')
		}
	}
	if len(out) > 0 && out[len(out)-1] == ' ' {
		out = out[:len(out)-1]
	}
	return out
}
