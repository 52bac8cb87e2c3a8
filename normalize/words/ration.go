package words

// The search for what an unknown word may have been is dear, and a text that is
// nothing but unknown words would take minutes a megabyte for nothing: it is no
// German. A document's searches are therefore rationed by what it has of known words.
// They are counted, never timed, and counted whether a search's result is remembered
// or not, so that what comes out depends on the document alone.

// freeSearches is how many different unknown words any document may have searched;
// each known word in it pays for one more. In a megabyte of the worst newspaper pages
// that were measured, 15,000 different words are unknown and 130,000 words known.
const freeSearches = 2000

// ration leaves unknown words as they are from where the document's searches are used
// up: of them, only the first are searched for, guessed at or joined.
func (d *document) ration() {
	left := freeSearches + d.knownWords()
	for i := range d.paragraphs {
		for j := range d.paragraphs[i].slots {
			s := &d.paragraphs[i].slots[j]
			if s.opaque || s.entry.known || s.here.rationed {
				continue
			}
			s.here.rationed, s.here.spared = true, left <= 0
			left--
		}
	}
}

// knownWords is how many of the words that may be changed are known.
func (d *document) knownWords() (n int) {
	for i := range d.paragraphs {
		for j := range d.paragraphs[i].slots {
			if s := &d.paragraphs[i].slots[j]; !s.opaque && s.entry.known {
				n++
			}
		}
	}
	return n
}
