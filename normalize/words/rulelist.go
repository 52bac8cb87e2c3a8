package words

import (
	"math/bits"

	"klartext/dictionary/automaton"
)

// ruleList holds rules in order of their cost, and which of them begin with which
// letter: from most states of an automaton one to three letters lead on, and the
// few rules that intend one of them are found without a look at the others.
type ruleList struct {
	ids   []int32
	rules []readyRule
	// Sets of rules have a bit for each place in the list, 64 to a word. starting are
	// the rules whose intended side begins with a letter, free those that intend
	// nothing, short those that observe one character at most.
	starting    [][automaton.NumCodes]uint64
	free, short []uint64
}

// readyRule is what the search asks of each rule.
type readyRule struct {
	*rule
	id   int32
	cost float32 // -ln P of the index
	// damaged is the cost in a burst of damage.
	damaged float32
	// observes is the number of characters observed.
	observes int32
}

// add appends the rule with number id, no cheaper than those before.
func (l *ruleList) add(id int32, r *rule, cost float32) {
	i := len(l.ids)
	if i%64 == 0 {
		l.starting = append(l.starting, [automaton.NumCodes]uint64{})
		l.free, l.short = append(l.free, 0), append(l.short, 0)
	}
	l.ids = append(l.ids, id)
	l.rules = append(l.rules, readyRule{rule: r, id: id, cost: cost, damaged: min(cost, r.mostDamage()), observes: int32(len(r.observed))})
	word, bit := i/64, uint64(1)<<(i%64)
	if len(r.observed) <= 1 {
		l.short[word] |= bit
	}
	if len(r.intended) == 0 {
		l.free[word] |= bit
	} else {
		l.starting[word][r.intended[0]] |= bit
	}
}

// mostDamage is the most that a rule costs in a burst of damage. Larger pieces pay a
// little for their size.
func (r *rule) mostDamage() float32 {
	size := max(0, len(r.observed)-1) + max(0, len(r.intended)-1)
	return damagedCost + 0.5*float32(size)
}

// fitting are the rules of a list whose observed side stands at a place.
type fitting struct {
	*ruleList
	set []uint64
}

// fit appends to sets the set of the rules of l that fit at the beginning of
// observed, and returns it.
func (l *ruleList) fit(observed []rune, sets []uint64) (f fitting, all []uint64) {
	if l == nil {
		return fitting{}, sets
	}
	from := len(sets)
	sets = append(sets, l.short...)
	for word, short := range l.short {
		for rest := ^short & l.full(word); rest != 0; rest &= rest - 1 {
			bit := bits.TrailingZeros64(rest)
			if hasPrefix(observed, l.rules[64*word+bit].observed) {
				sets[from+word] |= 1 << bit
			}
		}
	}
	return fitting{l, sets[from:]}, sets
}

// full is the set of all rules in a word.
func (l *ruleList) full(word int) uint64 {
	if n := len(l.ids) - 64*word; n < 64 {
		return 1<<n - 1
	}
	return ^uint64(0)
}

// leading are those of the fitting rules, in a word of 64, that may lead on from a
// state of a. From the root nearly all do.
func (f *fitting) leading(a *automaton.Automaton, state automaton.State, word int) uint64 {
	set := f.set[word]
	if set == 0 || state == a.Root() {
		return set
	}
	return set & (f.free[word] | a.Union(state, &f.starting[word]))
}
