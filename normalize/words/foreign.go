package words

import "strings"

// What is not German, or no prose, is left alone: the dictionary knows nothing of
// it, and would make German of it word by word.

// leaveAlone makes the slots of a paragraph opaque that stand in a passage of
// another language, in a row of figures, a formula or a reference.
func (d *document) leaveAlone(slots []slot) {
	evidence := &d.telling
	if evidence.foreign >= leastTelling {
		d.leaveForeign(slots)
	}
	if evidence.numbers >= leastNumbers {
		d.leaveRows(slots)
	}
	if evidence.operators {
		d.leaveFormulae(slots)
	}
	if evidence.citing && evidence.numbers > 0 {
		d.leaveReferences(slots)
	}
}

// telling is what a first look at a paragraph shows.
type telling struct {
	foreign, numbers  int
	operators, citing bool
}

// tells is what the word of a slot tells of its language.
func (s *slot) tells() languages {
	if s.opaque {
		return s.here.elided
	}
	return s.here.tells
}

// untouchable makes a slot opaque: it counts as context, as numbers do.
func (d *document) untouchable(s *slot) {
	if s.entry == nil {
		return
	}
	if !s.opaque {
		s.here.count--
	}
	s.opaque, s.entry, s.word = true, nil, &s.here.found.word
}

// How clear the case must be for a sentence to be another language.
const (
	// leastTelling is the number of its function words, leastLong that of those of
	// three letters or more.
	leastTelling = 3
	leastLong    = 2
	// leastDensity is the share: one function word in so many words.
	leastDensity = 6
)

// piece is a run of slots within one line and one sentence.
type piece struct {
	first, end int // slots
	// last tells that the sentence ends here.
	last  bool
	words int
	// german counts the German function words, by those of each other language.
	german int
	by     [6]tally
	// foreign is the language it is in, if that is not German.
	foreign languages
}

// tally counts the function words of a language.
type tally struct {
	words, long int
	first       string
	// various tells that there are different ones.
	various bool
}

func (t *tally) add(u tally) {
	t.various = t.various || u.various || t.words > 0 && u.words > 0 && t.first != u.first
	if t.words == 0 {
		t.first = u.first
	}
	t.words += u.words
	t.long += u.long
}

// tongue is the bit of the k-th of the other languages.
func tongue(k int) languages { return english << k }

func (d *document) leaveForeign(slots []slot) {
	pieces := d.pieces(slots)
	for from := 0; from < len(pieces); {
		end := from + 1
		for !pieces[end-1].last {
			end++
		}
		judgeSentence(pieces[from:end])
		from = end
	}
	spreadForeign(pieces)
	for _, p := range pieces {
		if p.foreign == 0 {
			continue
		}
		for i := p.first; i < p.end; i++ {
			d.untouchable(&slots[i])
		}
	}
}

// pieces cuts a paragraph at line ends and between sentences.
func (d *document) pieces(slots []slot) []piece {
	pieces := d.pieceRoom[:0]
	p := piece{}
	for i := range slots {
		d.tally(&p, &slots[i])
		next := len(d.text)
		if i+1 < len(slots) {
			next = slots[i+1].start
		}
		gap := d.text[slots[i].end:next]
		p.last = i+1 == len(slots) || d.endsSentence(&slots[i], gap)
		if p.last || strings.Contains(gap, "\n") {
			p.end = i + 1
			pieces = append(pieces, p)
			p = piece{first: i + 1}
		}
	}
	d.pieceRoom = pieces
	return pieces
}

// endsSentence tells whether a sentence, or what is set apart by quotes or
// brackets, ends between s and the gap behind it.
func (d *document) endsSentence(s *slot, gap string) bool {
	if gap != " " && strings.TrimSpace(gap) != "" {
		return true // quotes and brackets are no slots
	}
	if s.entry != nil || gap == "" {
		return false
	}
	switch d.text[s.start:s.end] {
	case ".", "!", "?", ":", ";", "…":
		return true
	}
	return false
}

func (d *document) tally(p *piece, s *slot) {
	if s.entry == nil {
		return
	}
	p.words++
	set := s.tells()
	if set&german != 0 {
		p.german++
	}
	if set&foreignTongues == 0 {
		return
	}
	one := tally{words: 1, first: d.text[s.start:s.end]}
	if s.end-s.start > 2 {
		one.long = 1
	}
	for k := range p.by {
		if set&tongue(k) != 0 {
			p.by[k].add(one)
		}
	}
}

// judgeSentence finds a language for the pieces of a sentence: for all of it, but
// for lines that are rather German, or for single lines without a German word.
func judgeSentence(pieces []piece) {
	whole := piece{}
	for i := range pieces {
		whole.words += pieces[i].words
		whole.german += pieces[i].german
		for k := range whole.by {
			whole.by[k].add(pieces[i].by[k])
		}
	}
	if k, ok := whole.language(); ok {
		for i := range pieces {
			if pieces[i].german <= pieces[i].by[k].words {
				pieces[i].foreign = tongue(k)
			}
		}
		return
	}
	for i := range pieces {
		if k, ok := pieces[i].language(); ok && pieces[i].german == 0 {
			pieces[i].foreign = tongue(k)
		}
	}
}

// language is the language that p is clearly in, if that is not German.
func (p *piece) language() (k int, ok bool) {
	for i := range p.by {
		if p.by[i].words > p.by[k].words {
			k = i
		}
	}
	t := &p.by[k]
	return k, t.words >= leastTelling && t.long >= leastLong && t.various && t.words > p.german && t.words*leastDensity >= p.words
}

// spreadForeign takes the pieces near a foreign one to be of the same language if
// they have a word of it, and those between the two, as long as nothing is German.
func spreadForeign(pieces []piece) {
	near := -1
	for i := range pieces {
		near = spread(pieces, near, i)
	}
	near = -1
	for i := len(pieces) - 1; i >= 0; i-- {
		near = spread(pieces, near, i)
	}
}

// spread goes on to piece i, where near is the foreign piece before it, or -1, and
// returns what near is for the next one.
func spread(pieces []piece, near, i int) int {
	p := &pieces[i]
	switch {
	case p.foreign == 0 && p.german > 0:
		return -1
	case near < 0 && p.foreign == 0:
		return -1
	case near < 0:
		return i
	case p.foreign == 0 && !p.speaks(pieces[near].foreign):
		return near
	case p.foreign == 0:
		p.foreign = pieces[near].foreign
	}
	if p.foreign == pieces[near].foreign {
		for k := min(near, i) + 1; k < max(near, i); k++ {
			pieces[k].foreign = p.foreign
		}
	}
	return i
}

// speaks tells whether p has words of a language, and enough of them.
func (p *piece) speaks(language languages) bool {
	for k := range p.by {
		if tongue(k) == language {
			return p.by[k].words > 0 && p.by[k].words*leastDensity >= p.words
		}
	}
	return false
}
