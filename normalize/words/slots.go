package words

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"klartext/dictionary/token"
)

// slot is a place in the text that holds one token of the language model.
type slot struct {
	start, end int // byte offsets in the text
	entry      *entry
	here       *occurrence // of what stands there
	word       lmWord      // as observed
	// opaque slots are never changed: numbers, punctuation, addresses.
	opaque bool
	// initial tells that a capital may stand here for the sentence's sake.
	initial bool
	// candidates are the words that may be intended, options the readings that
	// enter the lattice, what stands there the first of them; none at all where
	// nothing else is read and nobody has asked.
	candidates []candidate
	guesses    []guess
	// count is how often an unknown word stands in the document.
	count float32
	// before is what the options were when the document was decoded last; certain tells
	// that there was no choice then.
	before  []reading
	certain bool
	options []option
}

// paragraph is a run of lines without a blank line between.
type paragraph struct {
	slots []slot
}

// document is a text cut up for the decoder.
type document struct {
	*memory
	text       string
	finder     *finder
	paragraphs []paragraph
	// unknown is the share of words in no dictionary.
	unknown float64
	// recurring tells that an unknown word stands in it often.
	recurring bool
	// searched is how the document's words are searched.
	searched scope
	// era is that of the spellings that count; EraAuto if all do.
	era Era
	// source is what other text of the same source shows; nil if there is none.
	source *Source
}

func (f *finder) read(text string) *document {
	d := &document{memory: f.memories.Get().(*memory), text: text, finder: f}
	for at := 0; at < len(text); {
		end := paragraphEnd(text, at)
		if p := d.paragraph(at, end); len(p.slots) > 0 {
			d.leaveAlone(p.slots)
			d.paragraphs = append(d.paragraphs, p)
		}
		at = end
	}
	d.recall()
	d.unknown = d.unknownRate()
	return d
}

// unknownRate is the share of the words that no dictionary has.
func (d *document) unknownRate() float64 {
	unknown, all := 0, 1
	for i := range d.paragraphs {
		for j := range d.paragraphs[i].slots {
			if s := &d.paragraphs[i].slots[j]; !s.opaque {
				all++
				if !s.entry.known {
					unknown++
				}
			}
		}
	}
	return float64(unknown) / float64(all)
}

// recall makes an unknown word that recurs likelier: what was spelled out once
// is only repeated after that, as a name is.
func (d *document) recall() {
	for i := range d.paragraphs {
		for j := range d.paragraphs[i].slots {
			s := &d.paragraphs[i].slots[j]
			if s.opaque || s.entry.known {
				continue
			}
			s.count = float32(s.here.count)
			d.recurring = d.recurring || s.count >= leastRecurring
			s.word.spelling += s.repeated(s.word.spelling)
		}
	}
}

// repeated is what ln P of a word gains, on average of all the places where the
// string of the slot stands, by being the same word in all of them.
func (s *slot) repeated(lnp float32) float32 {
	if s.count < 2 {
		return 0
	}
	return max(0, repeatedSpelling-lnp) * (1 - 1/s.count)
}

// repeatedSpelling is ln P of an unknown word that has occurred before.
const repeatedSpelling = -6

// paragraphEnd returns where the paragraph that begins at at ends: behind the
// next blank line or form feed.
func paragraphEnd(text string, at int) int {
	blank := false
	for i := at; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\f', c == '\n' && blank:
			return i + 1
		case c == '\n':
			blank = true
		case c != ' ' && c != '\t' && c != '\r':
			blank = false
		}
	}
	return len(text)
}

func (d *document) paragraph(start, end int) paragraph {
	p := paragraph{slots: d.room()}
	initial := true
	for at := start; at < end; {
		chunkStart, chunkEnd := nextChunk(d.text, at, end)
		if chunkStart == chunkEnd {
			break
		}
		initial = d.chunk(&p, chunkStart, chunkEnd, initial)
		at = chunkEnd
	}
	d.took(p.slots)
	return p
}

// nextChunk returns the next run of characters that are not white space.
func nextChunk(text string, at, end int) (from, to int) {
	for at < end {
		space, size := spaceAt(text, at)
		if !space {
			break
		}
		at += size
	}
	from = at
	for at < end {
		space, size := spaceAt(text, at)
		if space {
			break
		}
		at += size
	}
	return from, at
}

// spaceAt tells whether the character at at is white space, and how long it is.
func spaceAt(text string, at int) (space bool, size int) {
	if c := text[at]; c < utf8.RuneSelf {
		return c == ' ' || '\t' <= c && c <= '\r', 1
	}
	r, size := utf8.DecodeRuneInString(text[at:])
	return unicode.IsSpace(r), size
}

// chunk cuts a chunk into words and signs.
func (d *document) chunk(p *paragraph, start, end int, initial bool) bool {
	if chunk := d.text[start:end]; mayBeCode(chunk) && (isAddress(chunk) || isCode(chunk)) {
		p.add(slot{start: start, end: end, opaque: true, word: d.finder.class("x", 0)})
		return false
	}
	for at := start; at < end; {
		if unit := d.withMisread(unitEnd(d.text[:end], at), at, end); unit > at {
			p.add(d.word(at, unit, initial))
			initial = false
			at = unit
			continue
		}
		r, size := utf8.DecodeRuneInString(d.text[at:])
		if t, ok := token.Next(d.text[at:at+size], 0); ok && t.Kind == token.Punctuation {
			p.add(d.sign(at, at+size))
		}
		initial = opensSentence(r, initial)
		at += size
	}
	return initial
}

// opensSentence tells whether a word after the sign r may begin a sentence.
func opensSentence(r rune, before bool) bool {
	switch r {
	case '.', '!', '?', ':', '…', '–', '—', '"', '„', '“', '”', '»', '«', '‚', '‘', '(', '[', '§', '*', '•':
		return true
	}
	return before && !unicode.IsLetter(r)
}

// isAddress recognises what must not be touched: web and mail addresses, paths.
func isAddress(chunk string) bool {
	return strings.Contains(chunk, "://") || strings.Contains(chunk, "www.") ||
		strings.Contains(chunk, "@") && strings.Contains(chunk, ".") ||
		strings.HasPrefix(chunk, "/") && strings.Count(chunk, "/") > 1 || hasDomain(chunk)
}

// domains are the endings of web addresses that German texts name most.
var domains = []string{".de", ".at", ".ch", ".com", ".org", ".net", ".eu", ".info", ".io", ".ai", ".tv", ".fm"}

// hasDomain tells whether a chunk ends as the name of a web site does.
func hasDomain(chunk string) bool {
	chunk = strings.TrimRightFunc(chunk, func(r rune) bool { return !isLetter(r) })
	for _, ending := range domains {
		if name, ok := strings.CutSuffix(chunk, ending); ok && name != "" {
			return true
		}
	}
	return false
}

// unitEnd returns the end of the word or number that begins at at, or at itself.
// A word may hold signs that engines read for letters when letters stand on both
// sides of them (Au&en).
func unitEnd(text string, at int) int {
	end := at
	for i := at; i < len(text); {
		if isAlphanumeric(text[i]) {
			i++
			end = i
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case isLetter(r):
			end = i + size
		case end == at || !isMisread(r) && !isApostrophe(r) || i+size >= len(text):
			return end
		default:
			if next, _ := utf8.DecodeRuneInString(text[i+size:]); !isLetter(next) {
				return end
			}
		}
		i += size
	}
	return end
}

// withMisread lets a word that is none by itself take in a sign behind it which
// engines read for a letter (Vorsto®).
func (d *document) withMisread(unit, start, end int) int {
	if unit-start < 2 || unit >= end {
		return unit
	}
	r, size := utf8.DecodeRuneInString(d.text[unit:])
	angle := r == '<' || r == '>' // stands behind no word of prose
	if !angle && (!strings.ContainsRune("®&§$€@|©}»«", r) || d.lookup(d.text[start:unit]).entry.known) {
		return unit
	}
	for _, next := range d.text[unit+size : end] {
		if isLetter(next) {
			return unit
		}
	}
	return unit + size
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return isAlphanumeric(byte(r))
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
}

// isMisread tells of the signs that stand inside words only when misread.
func isMisread(r rune) bool {
	return strings.ContainsRune("&®$§€£¥@|{}«»*°©\\^~<>!", r)
}

// isAbbreviation tells of one or two letters before a full stop (Wr., St.).
func isAbbreviation(text string, length int) bool {
	return strings.HasPrefix(text[length:], ".") && utf8.RuneCountInString(text[:length]) <= 2
}

// genderEndings stand behind a gender star.
var genderEndings = []string{"in", "innen", "r", "e", "n", "en", "er", "m", "s"}

// hasGenderStar tells of a star that names all genders (Schüler*innen), which is
// no misread letter.
func hasGenderStar(word string) bool {
	stem, ending, ok := strings.Cut(word, "*")
	return ok && utf8.RuneCountInString(stem) >= 3 && slices.Contains(genderEndings, ending)
}

// isApostrophe tells of the signs that stand for what a writer left out.
func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

func (d *document) word(start, end int, initial bool) slot {
	text := d.text[start:end]
	s := slot{start: start, end: end, initial: initial}
	if isNumeric(text) {
		s.opaque, s.word = true, d.finder.number()
		return s
	}
	s.here = d.lookup(text)
	s.entry = s.here.entry
	s.word = s.entry.word
	s.opaque = s.entry.owned || strings.ContainsFunc(text, isApostrophe) || hasGenderStar(text) || // 's hab' ich leibhaft'ge
		!s.entry.known && isAbbreviation(d.text[start:], end-start)
	if !s.opaque {
		s.here.count++
	}
	return s
}

func isNumeric(text string) bool {
	for _, r := range text {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}

// sign is a slot for punctuation; what the model has no word for is of the
// unknown class.
func (d *document) sign(start, end int) slot {
	s := slot{start: start, end: end, opaque: true}
	if w, ok := d.finder.find(d.text[start:end]); ok {
		s.word = lmWord{id: w.ID, uni: w.Unigram}
	} else {
		s.word = d.finder.class("x", 0)
	}
	return s
}
