package words

// The search for what an unknown word may have been is dear, and a text that is
// nothing but unknown words would take minutes a megabyte for nothing: it is no
// German. A document's searches are therefore rationed by what it has of known words.
// They are counted, never timed, and counted whether a search's result is remembered
// or not, so that what comes out depends on the document alone.

// freeSearches is how many different unknown words any document may have searched;
// each wordsASearch known words in it pay for one more. In a megabyte of the worst
// newspaper pages that were measured, 15,000 different words are unknown and 130,000
// words known, which pay for 21,000 more.
const (
	freeSearches = 3000
	wordsASearch = 6
)

// ration grants the searches: where they are used up, unknown words that have not
// been searched for before are neither searched for, guessed at nor joined.
func (d *document) ration() {
	left := freeSearches + d.knownWords()/wordsASearch
	if d.granted = d.unknownSlots; len(d.unknownSlots) <= left {
		return
	}
	d.granted = nil
	for _, s := range d.unknownSlots {
		if x := s.here; !x.rationed {
			x.rationed, x.spared = true, left <= 0
			left--
		}
		if !s.here.spared {
			d.granted = append(d.granted, s)
		}
	}
}

// knownWords is how many of the words that may be changed are known.
func (d *document) knownWords() (n int) {
	for _, x := range d.present {
		if x.entry != nil && x.entry.known {
			n += x.count
		}
	}
	return n
}
