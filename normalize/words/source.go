package words

import "klartext/dictionary/automaton"

// Source is what text of the same source shows of the channel: what was printed
// in one kind of print and read by one engine has errors of one kind. A document
// too short to show its channel takes it from there (see [Fixer.With]). A Source
// is never changed, so that many goroutines may use it; nil is one that shows
// nothing.
type Source struct {
	// words is how many words the evidence is from.
	words    float64
	evidence *evidence
}

// mostSourceWords is how many words a source counts for at most. Three pages or so
// show each usual confusion, and help a paragraph as much as any more; were there
// more of them, a page of worse print or paper than the others would be heard less
// than it is worth.
const mostSourceWords = 1000

// With returns a Fixer that adds what s shows to what each document shows of its
// own channel. However large, s counts like a text of at most 1000 words.
func (f *Fixer) With(s *Source) *Fixer {
	g := *f
	g.source = s.capped()
	return &g
}

// WithMore is With that keeps, and counts apart, the Source that f has.
func (f *Fixer) WithMore(s *Source) *Fixer {
	g := *f
	g.source = f.source.Plus(s.capped(), 1)
	return &g
}

// Telling returns a Fixer that calls tell with what each text shows of its channel,
// what it took from a [Source] left out. tell is called from the goroutine that
// fixes the text.
func (f *Fixer) Telling(tell func(*Source)) *Fixer {
	g := *f
	g.tell = tell
	return &g
}

// Plus returns what s and other show together, if what s shows counts times weight.
func (s *Source) Plus(other *Source, weight float64) *Source {
	switch {
	case s == nil || weight == 0:
		return other
	case other == nil && weight == 1:
		return s
	}
	sum := &Source{words: weight * s.words, evidence: s.evidence.none()}
	sum.evidence.add(s.evidence, weight)
	if other != nil {
		sum.words += other.words
		sum.evidence.add(other.evidence, 1)
	}
	return sum
}

// Words is how many words the evidence is from, those of earlier text in part.
func (s *Source) Words() float64 {
	if s == nil {
		return 0
	}
	return s.words
}

// capped is s as it counts for a document.
func (s *Source) capped() *Source {
	if s == nil || s.words <= mostSourceWords {
		return s
	}
	return s.Plus(nil, mostSourceWords/s.words)
}

// told hands on what d shows of its channel p.
func (f *Fixer) told(d *document, p *profile) {
	if f.tell == nil || p.own == nil {
		return
	}
	f.tell(&Source{words: d.words(), evidence: p.own})
}

// words is the number of words that d's evidence is from.
func (d *document) words() (n float64) {
	for _, x := range d.present {
		n += float64(x.count)
	}
	return n
}

// channelProfile is the document's channel before it has shown anything of it:
// what its source shows.
func (d *document) channelProfile() *profile {
	p := newProfile(d.finder.channel)
	if d.source != nil {
		p.source = d.source.evidence
		p.update(newEvidence(p.channel))
	}
	return p
}

// together is what a document and its source show.
func (e *evidence) together(source *evidence) *evidence {
	if source == nil {
		return e
	}
	sum := e.none()
	sum.add(e, 1)
	sum.add(source, 1)
	return sum
}

func newEvidence(c *channel) *evidence {
	return &evidence{used: make([]float64, len(c.rules)), counts: make([]float64, c.sequences.n), sequences: c.sequences}
}

// none is evidence of nothing, for the channel of e.
func (e *evidence) none() *evidence {
	return &evidence{used: make([]float64, len(e.used)), counts: make([]float64, len(e.counts)), sequences: e.sequences}
}

// add adds other, times weight.
func (e *evidence) add(other *evidence, weight float64) {
	for i, n := range other.used {
		e.used[i] += weight * n
	}
	for code := range automaton.NumCodes {
		e.letters[code] += weight * other.letters[code]
	}
	for i, n := range other.counts {
		e.counts[i] += weight * n
	}
}

// trim makes what is less than nothing, after evidence was taken away, nothing.
func (e *evidence) trim() {
	for i, n := range e.used {
		e.used[i] = nonNegative(n)
	}
	for code, n := range e.letters {
		e.letters[code] = nonNegative(n)
	}
	for i, n := range e.counts {
		e.counts[i] = nonNegative(n)
	}
}

// leastLeft is what is left, at the least, when some evidence is taken from
// other: less is a matter of rounding.
const leastLeft = 1e-6

func nonNegative(n float64) float64 {
	if n < leastLeft {
		return 0
	}
	return n
}
