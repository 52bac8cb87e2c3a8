package words

import (
	"bytes"
	"math/bits"
	"slices"
	"unicode"

	"klartext/dictionary"
	"klartext/dictionary/automaton"
	"klartext/dictionary/ngram"
)

// A candidate is a word that may be intended where another was observed.
type candidate struct {
	text  string
	codes []byte // its letters
	// rules are the confusions on the way from text to what was observed; the
	// other letters were read right.
	rules []int32
	// edits counts plain edits beside the rules: letters changed, lost or added in
	// a way that no profile knows.
	edits uint8
	// word is the dictionary's entry; compounds and guesses have none.
	word     dictionary.Word
	compound bool
	guessed  bool
	// prior is ln P(text) without context, for a first ranking.
	prior float32
	// recased tells that the dictionary has the word with another case of its
	// first letter.
	recased bool
	cost    float32 // of the channel, under the search's own costs
}

// total is the candidate's rank without document and context, in nats.
func (c *candidate) total() float32 { return c.prior - c.cost }

// Costs of the search in nats.
const (
	// recaseCost is -ln P of a capital that the word has not got by itself.
	recaseCost = 1
	// compoundPrior is ln P of a word being a compound that no list has.
	compoundPrior = -4
)

// bounds limit a search.
type bounds struct {
	cost  float32 // the most that the channel may cost
	each  float32 // the most that one confusion may cost
	rules int     // the most confusions
}

// search walks the dictionary's automata and the observed word together, paying
// for each confusion used. It finds every word within its bounds: through several
// confusions, of several letters each, and in the parts of compounds. Its memory is
// used again for the next word.
type search struct {
	dict     *dictionary.Dictionary
	domain   *ngram.Domain
	index    *index
	bounds   bounds
	observed []rune
	codes    []byte // of the letters observed, 0 for other signs
	readable bool   // no other signs were observed
	lowered  byte   // code of the first letter in lower case
	text     []byte // letter codes spelled so far
	rules    []int32
	starts   []int     // of the parts of a compound before the present one
	fitting  []fitting // the rules that fit at each place
	deleting fitting   // those that fit everywhere
	sets     []uint64  // of fitting and deleting
	found    findings
	steps    int
	beam     *beam // nil until the first is wanted
}

// maxSteps bounds the work for one word; what is not found by then is rare.
const maxSteps = 20000

// place is where a walk stands.
type place struct {
	a     *automaton.Automaton
	state automaton.State
	final bool // a word of a ends here
	at    int  // in the observed word
	cost  float32
	// partStart is where in the text the present part of a compound begins;
	// parts counts those before it, and prior is the ln P of those that are not among
	// the search's starts.
	partStart, parts int
	prior            float32
	recased          bool
	edits            uint8
}

// newSearch prepares a search for what was intended by observed.
func newSearch(dict *dictionary.Dictionary, x *index, observed string) *search {
	s := &search{dict: dict}
	s.begin(x, observed)
	return s
}

// begin prepares s for another word.
func (s *search) begin(x *index, observed string) {
	s.index, s.observed = x, appendFolded(s.observed[:0], observed)
	s.found.clear()
	s.codes, s.readable = s.codes[:0], true
	s.fitting, s.sets = s.fitting[:0], s.sets[:0]
	for i, r := range s.observed {
		code, ok := automaton.Code(r)
		s.codes = append(s.codes, code)
		s.readable = s.readable && ok
		var f fitting
		f, s.sets = x.observing(r).fit(s.observed[i:], s.sets)
		s.fitting = append(s.fitting, f)
	}
	s.deleting, s.sets = x.deletions.fit(nil, s.sets)
	s.lowered, _ = automaton.Code(unicode.ToLower(s.observed[0]))
}

// run finds the words within b, in the forms and, if asked, as compounds.
func (s *search) run(b bounds, compounds bool) {
	s.bounds, s.steps = b, 0
	capital := unicode.IsUpper(s.observed[0])
	forms := s.dict.Forms()
	s.walkForms(forms, capital)
	for own := range s.dict.OwnForms() {
		s.walkForms(own, capital)
	}
	if compounds && len(s.observed) >= shortestCompound {
		m := s.dict.Modifiers()
		s.walk(&place{a: m, state: m.Root(), parts: 1, recased: capital})
	}
}

// walkForms walks through a set of words, with a small letter for a capital as well.
func (s *search) walkForms(forms *automaton.Automaton, capital bool) {
	s.walk(&place{a: forms, state: forms.Root()})
	if capital {
		s.walk(&place{a: forms, state: forms.Root(), recased: true})
	}
}

const (
	maxCandidates    = 16
	shortestCompound = 7
)

// foldLongS reads ſ as s: a spelling, which the dictionary does not have.
func foldLongS(word string) []rune { return appendFolded(nil, word) }

// appendFolded appends the letters of word to letters, as [foldLongS] reads them.
func appendFolded(letters []rune, word string) []rune {
	for _, r := range word {
		if r == 'ſ' {
			r = 's'
		}
		letters = append(letters, r)
	}
	return letters
}

// walk goes on from p in every way that the bounds allow.
func (s *search) walk(p *place) {
	s.steps++
	if s.steps > maxSteps {
		return
	}
	if len(s.rules) >= s.bounds.rules && p.parts == 0 {
		s.finish(p)
		return
	}
	if p.parts > 0 && p.final && p.at < len(s.observed) {
		s.nextPart(p)
	}
	if p.at == len(s.observed) {
		if p.final {
			s.accept(p)
		}
		s.try(p, &s.deleting)
		return
	}
	s.keep(p)
	s.try(p, &s.fitting[p.at])
	s.try(p, &s.deleting)
}

// finish takes the rest of the observed letters as they are.
func (s *search) finish(p *place) {
	length := len(s.text)
	state, final := p.state, p.final
	for _, code := range s.codes[p.at:] {
		label := code
		if p.recased && len(s.text) == 0 {
			label = s.lowered
		}
		arc, ok := p.a.Step(state, label)
		if !ok || code == 0 {
			s.text = s.text[:length]
			return
		}
		state, final = arc.Target, arc.Final
		s.text = append(s.text, code)
	}
	if final {
		s.accept(p)
	}
	s.text = s.text[:length]
}

// first tells that the walk stands where the case of the letter is free.
func (s *search) first(p *place) bool { return p.recased && len(s.text) == 0 }

// keep takes the observed letter for the intended one.
func (s *search) keep(p *place) {
	label := s.codes[p.at]
	if s.first(p) {
		label = s.lowered
	}
	if label == 0 {
		return
	}
	arc, ok := p.a.Step(p.state, label)
	if !ok {
		return
	}
	s.text = append(s.text, s.codes[p.at])
	q := *p
	q.state, q.final, q.at = arc.Target, arc.Final, p.at+1
	s.walk(&q)
	s.text = s.text[:len(s.text)-1]
}

// try goes on with each of the rules that fit here, the cheapest first.
func (s *search) try(p *place, fit *fitting) {
	if len(s.rules) >= s.bounds.rules {
		return
	}
	for word := range fit.set {
		if !s.affords(p, &fit.rules[64*word]) {
			return // the others cost more
		}
		set := fit.set[word]
		if !s.first(p) {
			set = fit.leading(p.a, p.state, word)
		}
		for ; set != 0; set &= set - 1 {
			r := &fit.rules[64*word+bits.TrailingZeros64(set)]
			if !s.affords(p, r) {
				return
			}
			s.apply(p, r)
		}
	}
}

// affords tells whether r is cheap enough behind p.
func (s *search) affords(p *place, r *readyRule) bool {
	return r.cost <= s.bounds.each && p.cost+r.cost <= s.bounds.cost
}

func hasPrefix(s, prefix []rune) bool {
	if len(s) < len(prefix) {
		return false
	}
	for i, r := range prefix {
		if s[i] != r {
			return false
		}
	}
	return true
}

// apply follows the intended side of a confusion through the automaton.
func (s *search) apply(p *place, r *readyRule) {
	labels := r.intended
	if s.first(p) && len(labels) > 0 {
		if len(r.lowered) != len(r.intended) || r.lowered[0] == r.intended[0] {
			return // a capital is wanted here
		}
		labels = r.lowered
	}
	state, final := p.state, p.final
	for _, label := range labels {
		arc, ok := p.a.Step(state, label)
		if !ok {
			return
		}
		state, final = arc.Target, arc.Final
	}
	q := *p
	q.state, q.final = state, final
	q.at += int(r.observes)
	q.cost += r.cost
	length := len(s.text)
	s.text = append(s.text, r.intended...)
	s.rules = append(s.rules, r.id)
	s.walk(&q)
	s.text, s.rules = s.text[:length], s.rules[:len(s.rules)-1]
}

// nextPart ends a part of a compound and begins the next. What the parts are worth
// is looked up when the whole is found: most ways end before.
func (s *search) nextPart(p *place) {
	if p.parts > maxParts || len(s.observed)-p.at < shortestPart {
		return
	}
	s.starts = append(s.starts, p.partStart)
	q := *p
	q.partStart, q.final = len(s.text), false
	heads, modifiers := s.dict.Heads(), s.dict.Modifiers()
	q.parts++
	q.a, q.state = heads, heads.Root()
	s.walk(&q)
	q.a, q.state = modifiers, modifiers.Root()
	s.walk(&q)
	s.starts = s.starts[:len(s.starts)-1]
}

// modifiersLogProb is ln P of the parts before the one that begins at end.
func (s *search) modifiersLogProb(end int) (sum float32, ok bool) {
	for i, start := range s.starts {
		next := end
		if i+1 < len(s.starts) {
			next = s.starts[i+1]
		}
		lnp, ok := s.dict.ModifierLogProb(s.part(start, next))
		if !ok {
			return 0, false
		}
		sum += lnp
		if i > 0 {
			sum += dictionary.PartCost
		}
	}
	return sum, true
}

const (
	// maxParts is how many modifiers a compound may have.
	maxParts = 3
	// shortestPart is the least length of a part, misread or not.
	shortestPart = 3
)

// part is the text of a part, in lower case.
func (s *search) part(start, end int) string {
	var buffer [64]rune
	letters := buffer[:0]
	for _, code := range s.text[start:end] {
		letters = append(letters, automaton.Rune(code))
	}
	if start == 0 && len(letters) > 0 {
		letters[0] = unicode.ToLower(letters[0])
	}
	return string(letters)
}

// accept enters the word that the walk has spelled, but for what was observed.
func (s *search) accept(p *place) {
	if s.readable && bytes.Equal(s.text, s.codes) {
		return
	}
	old, hash := s.found.find(s.text)
	c, ok := s.judge(p, old)
	if !ok || old != nil && old.total() >= c.total() {
		return
	}
	c.rules, c.codes = slices.Clone(s.rules), slices.Clone(s.text)
	if old != nil {
		*old = c
		return
	}
	s.found.add(c, hash)
}

// judge returns what the word that ends at p is worth; old is what it was found as
// before, if it was.
func (s *search) judge(p *place, old *candidate) (c candidate, ok bool) {
	c = candidate{cost: p.cost, recased: p.recased, edits: p.edits}
	switch {
	case p.parts == 0 && old != nil && !old.compound && old.recased == p.recased:
		c.text, c.word, c.prior = old.text, old.word, old.prior
	case p.parts == 0:
		c.text = spell(s.text)
		c.word, c.prior = s.entry(c.text, p.recased)
		if p.recased {
			c.prior -= recaseCost
		}
	case p.a == s.dict.Heads():
		lnp, ok := s.dict.HeadLogProb(s.part(p.partStart, len(s.text)))
		modifiers, ok2 := s.modifiersLogProb(p.partStart)
		c.text = spell(s.text)
		if _, known := s.dict.Lookup(c.text); !ok || !ok2 || known {
			return c, false
		}
		c.compound, c.prior, c.recased = true, p.prior+modifiers+lnp+compoundPrior, false
	default:
		return c, false
	}
	return c, true
}

func (s *search) entry(text string, recased bool) (dictionary.Word, float32) {
	if recased {
		text = lowerInitial(text)
	}
	w, _ := s.dict.Lookup(text)
	w = inDomain(s.domain, w)
	return w, w.Unigram.LogProb
}

func spell(codes []byte) string {
	var buffer [64]rune
	letters := buffer[:0]
	for _, code := range codes {
		letters = append(letters, automaton.Rune(code))
	}
	return string(letters)
}
