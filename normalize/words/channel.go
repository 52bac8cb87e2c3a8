package words

import (
	"math"
	"unicode"

	"klartext/dictionary/automaton"
	"klartext/dictionary/confusion"
)

// rule is a confusion made ready for the walk over an automaton.
type rule struct {
	intended []byte // letter codes of the automaton
	observed []rune
	// lowered is the intended text with its first letter in lower case: what the
	// automaton has where the text has a capital for its place.
	lowered []byte
	byTable []float32 // P(observed | intended) in each profile
	// regains tells that the intended text has an umlaut or ß that the observed one
	// has not.
	regains bool
}

// channel is the noisy channel P(observed | intended) of several profiles of
// OCR. It is immutable.
type channel struct {
	rules    []rule
	profiles []string // their names
	kin      []uint64 // the sets of each and those that are searched with together
	spacing  *spacing
	// sequences are those of the letters that rules intend.
	sequences *sequences
}

// Limits of what the channel takes from the tables: rarer confusions than these
// cost the search more than they find.
const (
	leastProb  = 2e-5
	leastCount = 3
)

// strayShare is the part of a profile's confusions that it takes from the mean of
// all: no page shows only what its engine's table has.
const strayShare = 0.03

// newChannel merges the tables; that of shapes holds for every profile.
func newChannel(tables []*confusion.Table) *channel {
	c := &channel{}
	var engines []*confusion.Table
	var shapes []confusion.Rule
	for _, t := range tables {
		if t.Name == confusion.Shapes {
			shapes = t.Rules
		} else {
			engines = append(engines, t)
			c.profiles = append(c.profiles, t.Name)
		}
	}
	c.kin = kinOf(c.profiles)
	c.spacing = newSpacing(engines)
	at := make(map[[2]string]int)
	for k, t := range engines {
		for _, r := range t.Rules {
			c.add(at, k, len(engines), r)
		}
	}
	for i := range c.rules {
		c.rules[i].mixStrays()
	}
	for _, r := range shapes {
		for k := range engines {
			c.add(at, k, len(engines), r)
		}
	}
	c.sequences = newSequences(c.rules)
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
			intended: codes, lowered: lowerFirst(r.Intended), observed: []rune(r.Observed), byTable: make([]float32, tables),
			regains: countUmlauts(r.Intended) > countUmlauts(r.Observed),
		})
	}
	c.rules[i].byTable[k] = max(c.rules[i].byTable[k], float32(r.Prob))
}

// mixStrays lets each profile have a little of what the others have.
func (r *rule) mixStrays() {
	mean := float32(0)
	for _, p := range r.byTable {
		mean += p / float32(len(r.byTable))
	}
	for k, p := range r.byTable {
		r.byTable[k] = (1-strayShare)*p + strayShare*mean
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
