package words

import (
	"cmp"
	"iter"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"klartext/dictionary/ngram"
)

// Settings of the decoder.
const (
	// rounds is how often the document's channel is estimated anew.
	rounds = 3
	// maxOptions is the most readings of one word in the lattice.
	maxOptions = 8
	// quiet is the noise below which known words are not suspected.
	quiet = 0.03
	// optionMargin is how far, in nats and without context, a reading may lie
	// behind the best and still enter the lattice.
	optionMargin = 7
	// unknownPrior is ln P of a word being in no dictionary.
	unknownPrior = -4
	// recasedScore is ln P of a capital without a sentence's beginning.
	recasedScore = -5
)

// resolve decodes the document twice, the second time with the channel that the
// first has shown, and returns that channel.
func (d *document) resolve() *profile {
	p := d.adapt()
	d.decode(p)
	p.update(d.review(p))
	d.remember()
	d.guess(p)
	d.decode(p)
	return p
}

// adapt estimates the document's channel from its unknown words, without
// context: first from a sample of them which engine it was, then from all of
// them how often each confusion occurs.
func (d *document) adapt() *profile {
	p := d.channelProfile()
	d.repeat(p, probing, scope{profiles: p.channel.all()})
	d.unknowns = p.scope(probedLevels)
	d.repeat(p, thorough, d.unknowns)
	d.searched = p.scope(calmLevels)
	return p
}

// repeat estimates p from the document's words several times, each time by what it
// was before.
func (d *document) repeat(p *profile, depth int, searched scope) {
	kept := newEvidence(p.channel)
	unknown := d.unknownWords(kept, depth, searched)
	for range rounds {
		e := kept.none()
		e.add(kept, 1)
		d.shareOut(e, p, unknown)
		p.update(e)
	}
}

// probed is the number of unknown words, from the document's beginning, that tell
// which engine it was.
const probed = 150

// evidence gathers the expected uses of the rules under p.
func (d *document) evidence(p *profile, depth int, searched scope) *evidence {
	e := newEvidence(p.channel)
	d.shareOut(e, p, d.unknownWords(e, depth, searched))
	return e
}

// unknownWords finds the candidates of the unknown words, and adds to e what the
// known ones show: that they were read right.
func (d *document) unknownWords(e *evidence, depth int, searched scope) []*slot {
	unknown := d.gatherUnknown(e, depth)
	sideBySide(len(unknown), func(i int) {
		s := unknown[i]
		s.candidates = d.finder.candidates(d.text[s.start:s.end], searched, depth)
	})
	return unknown
}

// gatherUnknown returns the slots of unknown words, as many as are asked for at that
// depth.
func (d *document) gatherUnknown(e *evidence, depth int) (unknown []*slot) {
	if depth != probing || len(d.granted) <= probed {
		e.add(d.kept, 1)
		return d.granted
	}
	next := d.granted[probed]
	for i := range d.slots {
		s := &d.slots[i]
		if s.start >= next.start {
			break
		}
		if !s.opaque && s.entry.known {
			e.keptLetters(&s.entry.letters, 1)
		}
	}
	return d.granted[:probed]
}

// shareOut adds to e the expected uses of the rules in unknown words.
func (d *document) shareOut(e *evidence, p *profile, unknown []*slot) {
	for _, s := range unknown {
		d.expect(e, p, s)
	}
}

// keptCodes counts the letters of a word that was read right.
func (e *evidence) keptCodes(codes []byte, n float64) {
	for i, code := range codes {
		e.letters[code] += n
		if i >= 1 {
			e.counts[e.sequences.of(codes[i-1:i+1])] += n
		}
		if i >= 2 {
			e.counts[e.sequences.of(codes[i-2:i+1])] += n
		}
	}
}

// expect shares an unknown word out among its readings.
func (d *document) expect(e *evidence, p *profile, s *slot) {
	scores := append(d.scores[:0], float64(p.keepCodes(s.entry.letters.codes)+s.word.spelling+unknownPrior))
	for i := range s.candidates {
		c := &s.candidates[i]
		scores = append(scores, float64(p.channelScore(c)+c.prior+s.repeated(c.prior)))
	}
	d.scores = scores
	softmax(scores)
	for i, share := range scores[1:] {
		e.use(p, &s.candidates[i], share)
	}
}

// decode sets the options of all slots and computes their posteriors in context.
func (d *document) decode(p *profile) {
	l := &lattice{model: d.finder.language(), known: d.finder.ngrams.Get().(*ngramCache)}
	defer d.finder.ngrams.Put(l.known)
	for _, s := range d.chosen {
		s.options = s.options[:0]
	}
	for i := range d.paragraphs {
		slots := d.paragraphs[i].slots
		for j := range d.places(&d.paragraphs[i], p) {
			d.offer(&slots[j], p)
			d.offerGuesses(&slots[j], p)
			d.offerSpacing(slots, j, p)
		}
		d.decodeParagraph(l, &d.paragraphs[i], p)
		d.weighSides(slots)
	}
}

// places are the numbers of the slots that may be offered other readings.
func (d *document) places(of *paragraph, p *profile) iter.Seq[int] {
	return func(yield func(int) bool) {
		if p.level >= quiet {
			for j := range of.slots {
				if !yield(j) {
					return
				}
			}
			return
		}
		for _, j := range of.open {
			if !yield(int(j)) {
				return
			}
		}
	}
}

// decodeParagraph runs the lattice over each run of slots with a choice; two
// slots without one cut the context of a trigram.
func (d *document) decodeParagraph(l *lattice, of *paragraph, p *profile) {
	slots := of.slots
	start := lmWord{id: ngram.Start}
	if w, ok := d.finder.find("<s>"); ok {
		start.uni = w.Unigram
	}
	before := func(i int) lmWord {
		if i < 0 {
			return start
		}
		return *slots[i].word
	}
	next := 0
	for i := range d.places(of, p) {
		if i < next || len(slots[i].readings()) < 2 {
			continue
		}
		end := i + reach(slots[i].options)
		for k := i + 1; k < len(slots) && k < end+2; k++ {
			if len(slots[k].readings()) > 1 {
				end = max(end, k+reach(slots[k].options))
			}
		}
		end = min(len(slots), end)
		next = end + 1
		all := slots[i:min(len(slots), end+2)]
		l.hasty = len(all) > longestRun
		for from, run := range inPieces(all) {
			for k := range run {
				d.offerOwn(&run[k], p)
			}
			l.run(run, before(i+from-2), before(i+from-1))
		}
	}
}

// review gathers the evidence again from what the words are in context, real
// words included.
func (d *document) review(p *profile) *evidence {
	e := newEvidence(p.channel)
	e.add(d.kept, 1)
	for _, s := range d.chosen {
		if s.opaque || len(s.options) < 2 {
			continue
		}
		if s.entry.known {
			e.keptLetters(&s.entry.letters, -1)
		}
		for k := range s.options {
			o := &s.options[k]
			switch {
			case o.from != nil:
				e.use(p, o.from, o.posterior)
			case o.span == 1 && o.n == 1 && s.entry.known:
				e.keptLetters(&s.entry.letters, o.posterior)
			}
		}
	}
	return e
}

// use counts the confusions and the letters of a candidate.
func (e *evidence) use(p *profile, c *candidate, share float64) {
	if share < leastUse {
		return
	}
	e.keptCodes(c.codes, share)
	for _, id := range c.rules {
		e.used[id] += share
		for _, code := range p.channel.rules[id].intended {
			e.letters[code] -= share
		}
	}
}

// leastUse is the share below which a reading says nothing.
const leastUse = 0.001

// reach is the number of slots that the longest of options takes.
func reach(options []option) (n int) {
	for i := range options {
		n = max(n, options[i].span)
	}
	return n
}

// offerOwn offers what stands there, if nothing was offered yet.
func (d *document) offerOwn(s *slot, p *profile) {
	d.choose(s)
	if len(s.options) > 0 {
		return
	}
	word := d.text[s.start:s.end]
	own := option{text: word, words: [2]lmWord{*s.word}, n: 1, span: 1}
	if !s.opaque {
		own.score = p.keepCodes(s.entry.letters.codes)
		if s.entry.recased && !s.initial {
			own.score += recasedScore
		}
	}
	s.options = append(s.options, own)
}

// offerToo offers one more reading of a slot.
func (d *document) offerToo(s *slot, p *profile, o option) {
	d.offerOwn(s, p)
	s.options = append(s.options, o)
}

// offer sets the options of a slot.
func (d *document) offer(s *slot, p *profile) {
	word := d.text[s.start:s.end]
	if s.opaque || s.entry.known && p.level < quiet {
		return
	}
	if s.entry.known {
		found := d.suspect(s, word)
		if len(found) == 0 {
			return
		}
		d.choose(s)
		s.candidates = found
	}
	if len(s.candidates) == 0 {
		return
	}
	d.offerOwn(s, p)
	for i := range s.candidates {
		c := &s.candidates[i]
		o := option{text: c.text, words: [2]lmWord{d.of(c)}, n: 1, span: 1, score: p.channelScore(c), from: c}
		o.score += s.repeated(o.words[0].uni.LogProb + o.words[0].spelling)
		if c.recased && !s.initial {
			o.score += recasedScore
		}
		if s.initial && startsUpper(word) && !startsUpper(c.text) {
			o.score += smallInitialScore
		}
		if hasSimpler(s.candidates, c) {
			o.score += needlessScore
		}
		s.options = append(s.options, o)
	}
	rank := func(o *option) float32 { return o.score + o.words[0].uni.LogProb + o.words[0].spelling }
	others := s.options[1:]
	slices.SortStableFunc(others, func(a, b option) int { return cmp.Compare(rank(&b), rank(&a)) })
	best := max(rank(&s.options[0]), rank(&others[0]))
	n := 0
	for n < len(others) && n < maxOptions && rank(&others[n]) > best-optionMargin {
		n++
	}
	s.options = s.options[:1+n]
}

// depth is how far the words that a known word may be misread from are looked
// for.
func (e *entry) depth(s scope) int {
	switch {
	case e.doubtful && s.calm < calmest:
		return thorough
	case e.compound:
		return realCompound
	}
	return realWord
}

// smallInitialScore is ln P of a small letter where a sentence begins and a
// capital was read.
const smallInitialScore = -3

func startsUpper(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first)
}

// needlessScore is ln P of confusions beside those that would make a word.
const needlessScore = -2.5

// hasSimpler tells whether some of c's confusions alone make a word: the others
// are then there for the context's sake only.
func hasSimpler(candidates []candidate, c *candidate) bool {
	for i := range candidates {
		o := &candidates[i]
		if o.compound || len(o.rules) >= len(c.rules) || len(o.rules) == 0 {
			continue
		}
		all := true
		for _, id := range o.rules {
			all = all && slices.Contains(c.rules, id)
		}
		if all {
			return true
		}
	}
	return false
}

// softmax turns ln scores into probabilities.
func softmax(scores []float64) {
	highest := slices.Max(scores)
	sum := 0.0
	for i, x := range scores {
		scores[i] = math.Exp(x - highest)
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
}
