package words

// occurrence is what a document has of one string: of each word that stands in it,
// and of those that may be intended.
type occurrence struct {
	entry *entry // nil for strings that do not stand there
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
		d.occurrences[text] = x
	}
	return x
}

// occurrencesAtOnce is how many are made together.
const occurrencesAtOnce = 64

// lookup is [finder.lookup] that asks once for each string of the document.
func (d *document) lookup(text string) *occurrence {
	x := d.occurring(text)
	if x.entry == nil {
		x.entry = d.finder.lookup(text)
	}
	return x
}

// count is how often a string stands in the document as a word that may change.
func (d *document) count(text string) int {
	if x := d.occurrences[text]; x != nil {
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

// doubted returns the entry of a word that is spelled as in another era, and so is
// doubtful here.
func (x *occurrence) doubted() *entry {
	if !x.entry.doubtful {
		e := *x.entry
		e.doubtful = true
		x.entry = &e
	}
	return x.entry
}
