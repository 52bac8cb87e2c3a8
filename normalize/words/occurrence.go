package words

import "strings"

// occurrence is what a document has of one string: of each word that stands in it,
// and of those that may be intended.
type occurrence struct {
	// found is what is known of the word, nil until it is looked up; entry is that in
	// this document, where the word may be doubted.
	found, entry *entry
	doubt        *entry
	// fixed words are never changed, wherever they stand; tells is what the word tells
	// of its language, elided the same if it has an apostrophe.
	fixed         bool
	tells, elided languages

	// number is that of the document which what follows is of.
	number uint32
	// word is what the language model has here where it may be changed.
	word lmWord
	// count is how often the string stands in the document, expected how often it is
	// expected to have been printed.
	count    int
	expected float64
	// candidates are the words that a known word may be misread from, once they were
	// looked for.
	candidates []candidate
	suspected  bool
	// rationed tells that a search was granted or refused to an unknown word, spared
	// that it was refused.
	rationed, spared bool
}

// occurring returns what the document has of a string.
func (d *document) occurring(text string) *occurrence {
	x := d.occurrences[text]
	if x == nil {
		if len(d.unused) == 0 {
			d.unused = make([]occurrence, occurrencesAtOnce)
		}
		x, d.unused = &d.unused[0], d.unused[1:]
		d.occurrences[strings.Clone(text)] = x // outlives the text
	}
	if x.number != d.number {
		x.renew(d.number)
		d.present = append(d.present, x)
	}
	return x
}

// renew makes x that of another document.
func (x *occurrence) renew(number uint32) {
	x.number, x.entry = number, x.found
	x.count, x.expected = 0, 0
	x.candidates, x.suspected = nil, false
	x.rationed, x.spared = false, false
	if x.found != nil {
		x.word = x.found.word
	}
}

// occurrencesAtOnce is how many are made together.
const occurrencesAtOnce = 64

// lookup is [finder.lookup] that asks once for each string.
func (d *document) lookup(text string) *occurrence {
	x := d.occurring(text)
	if x.found == nil {
		e := d.finder.lookup(text)
		x.found, x.entry, x.word = e, e, e.word
		x.fixed = e.owned || strings.ContainsFunc(text, isApostrophe) || hasGenderStar(text) // 's hab' ich leibhaft'ge
		x.tells, x.elided = tells(text), tellsElided(text)
	}
	return x
}

// count is how often a string stands in the document as a word that may change.
func (d *document) count(text string) int {
	if x := d.occurrences[text]; x != nil && x.number == d.number {
		return x.count
	}
	return 0
}

// suspect finds the words that a known word may be misread from.
func (d *document) suspect(s *slot, word string) []candidate {
	x := s.here
	if !x.suspected {
		x.candidates, x.suspected = d.finder.candidates(word, d.searched, s.entry.depth(d.searched)), true
	}
	return x.candidates
}

// doubted makes the entry that of a word which is spelled as in another era, and so is
// doubtful here.
func (x *occurrence) doubted() {
	if x.entry.doubtful {
		return
	}
	if x.doubt == nil {
		e := *x.found
		e.doubtful = true
		x.doubt = &e
	}
	x.entry = x.doubt
}
