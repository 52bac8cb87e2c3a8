package words

import (
	"cmp"
	"math"
	"slices"
	"unicode"

	"klartext/dictionary/automaton"
	"klartext/dictionary/confusion"
)

// rule is a confusion made ready for the walk over an automaton.
type rule struct {
	intended []byte // letter codes of the automaton
	observed []rune
	// upper is the intended text with a capital first letter in lower case:
	// what the automaton has where the text has a capital for its place.
	lowered []byte
	cost    float32   // -ln P at its most frequent: for the search only
	byTable []float32 // P(observed | intended) in each profile
}

// channel is the noisy channel P(observed | intended) of several profiles of
// OCR. It is immutable.
type channel struct {
	rules []rule
	// byObserved holds the rules by the first observed character, the cheapest
	// first; deletions those that observe nothing.
	byObserved map[rune][]int32
	deletions  []int32
	profiles   []string
	// keep is P(letter | letter) by profile and letter code.
	keep [][automaton.NumCodes]float32
}

// Limits of what the channel takes from the tables: rarer confusions than these
// cost the search more than they find.
const (
	leastProb  = 2e-5
	leastCount = 5
)

// cleanNoise is how much rarer every confusion is in a text that has been
// corrected or was never scanned than in OCR on the average.
const cleanNoise = 1e-3

// floorProb is the probability of a confusion in a profile that has not got it.
const floorProb = 1e-6

// newChannel merges the tables and adds the profile of clean text.
func newChannel(tables []*confusion.Table) *channel {
	c := &channel{byObserved: make(map[rune][]int32)}
	at := make(map[[2]string]int)
	for k, t := range tables {
		c.profiles = append(c.profiles, t.Name)
		for _, r := range t.Rules {
			c.add(at, k, len(tables), r)
		}
	}
	c.profiles = append(c.profiles, "clean")
	for i := range c.rules {
		c.rules[i].finish()
	}
	c.index()
	c.estimateKeep()
	return c
}

// add enters a rule of table k; rules with blanks, and such whose intended side
// no word has, are none of the words'.
func (c *channel) add(at map[[2]string]int, k, tables int, r confusion.Rule) {
	codes, ok := encode(r.Intended)
	if !ok || r.Count < leastCount || r.Prob < leastProb || !isObservable(r.Observed) {
		return
	}
	key := [2]string{r.Intended, r.Observed}
	i, ok := at[key]
	if !ok {
		i = len(c.rules)
		at[key] = i
		c.rules = append(c.rules, rule{
			intended: codes, lowered: lowerFirst(r.Intended), observed: []rune(r.Observed), byTable: make([]float32, tables+1),
		})
	}
	c.rules[i].byTable[k] = float32(r.Prob)
}

// finish fills in what the tables left open.
func (r *rule) finish() {
	highest, sum := float32(0), float32(0)
	clean := len(r.byTable) - 1
	for k, p := range r.byTable[:clean] {
		highest, sum = max(highest, p), sum+p
		r.byTable[k] = max(p, floorProb)
	}
	r.byTable[clean] = max(1e-8, cleanNoise*sum/float32(clean))
	r.cost = -ln(highest)
}

func (c *channel) index() {
	for i, r := range c.rules {
		if len(r.observed) == 0 {
			c.deletions = append(c.deletions, int32(i))
		} else {
			c.byObserved[r.observed[0]] = append(c.byObserved[r.observed[0]], int32(i))
		}
	}
	cheapest := func(a, b int32) int { return cmp.Or(cmp.Compare(c.rules[a].cost, c.rules[b].cost), cmp.Compare(a, b)) }
	slices.SortFunc(c.deletions, cheapest)
	for _, list := range c.byObserved {
		slices.SortFunc(list, cheapest)
	}
}

// estimateKeep gives each letter what its confusions leave.
func (c *channel) estimateKeep() {
	c.keep = make([][automaton.NumCodes]float32, len(c.profiles))
	for k := range c.keep {
		for code := range c.keep[k] {
			c.keep[k][code] = 1
		}
		for _, r := range c.rules {
			if len(r.intended) == 1 {
				c.keep[k][r.intended[0]] -= r.byTable[k]
			}
		}
		for code := range c.keep[k] {
			c.keep[k][code] = max(0.01, c.keep[k][code])
		}
	}
}

func encode(s string) (codes []byte, ok bool) {
	for _, r := range s {
		code, ok := automaton.Code(r)
		if !ok {
			return nil, false
		}
		codes = append(codes, code)
	}
	return codes, true
}

// lowerFirst encodes s with its first letter in lower case.
func lowerFirst(s string) []byte {
	letters := []rune(s)
	if len(letters) > 0 {
		letters[0] = unicode.ToLower(letters[0])
	}
	codes, _ := encode(string(letters))
	return codes
}

// isObservable leaves out what the tokeniser cuts words at.
func isObservable(s string) bool {
	for _, r := range s {
		if unicode.IsSpace(r) {
			return false
		}
	}
	return true
}

func ln(p float32) float32 { return float32(math.Log(float64(p))) }
