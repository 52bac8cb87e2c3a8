package words

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// slot is a place in the text that holds one token of the language model.
type slot struct {
	start, end int // byte offsets in the text
	entry      *entry
	here       *occurrence // of what stands there
	word       *lmWord     // as observed
	*choice                // nil for most
	// opaque slots are never changed: numbers, punctuation, addresses.
	opaque bool
	// initial tells that a capital may stand here for the sentence's sake.
	initial bool
}

// choice is what else may stand in a slot.
type choice struct {
	// candidates are the words that may be intended, options the readings that
	// enter the lattice, what stands there the first of them; none at all where
	// nothing else is read and nobody has asked.
	candidates []candidate
	guesses    []guess
	options    []option
	// before is what the options were when the document was decoded last; uncertain
	// tells that there was a choice then.
	before    []reading
	uncertain bool
}

// readings are the options of s, if it has any.
func (s *slot) readings() []option {
	if s.choice == nil {
		return nil
	}
	return s.options
}

// paragraph is a run of lines without a blank line between.
type paragraph struct {
	slots []slot
	// open are the numbers of the slots that may be offered other readings in a
	// document with hardly an error.
	open []int32
}

// document is a text cut up for the decoder.
type document struct {
	*memory
	telling    telling // of the paragraph that is being read
	text       string
	finder     *finder
	paragraphs []paragraph
	// unknown is the share of words in no dictionary.
	unknown float64
	// kept is what the known words show of the channel: that they were read right.
	kept *evidence
	// recurring tells that an unknown word stands in it often.
	recurring bool
	// unknowns is how the document's unknown words are searched, searched how all
	// others are.
	unknowns, searched scope
	// era is that of the spellings that count; EraAuto if all do.
	era Era
	// granted are the unknown words that may be searched for.
	granted []*slot
	// source is what other text of the same source shows; nil if there is none.
	source *Source
}

func (f *finder) read(text string) *document {
	d := &document{memory: f.memories.Get().(*memory), text: text, finder: f}
	d.slots = slices.Grow(d.slots, len(text)/bytesASlot)
	for at := 0; at < len(text); {
		end := paragraphEnd(text, at)
		d.paragraph(at, end)
		at = end
	}
	d.divide()
	d.recall()
	d.ration()
	return d
}

// bytesASlot is how long words and signs are, with a blank, at the least: few texts
// have more of them.
const bytesASlot = 5

// divide gives the paragraphs their slots, which have come to stand where they stay,
// and the unknown words room for what else they may be.
func (d *document) divide() {
	slots, open := d.slots, d.open
	for i := range d.paragraphs {
		p := &d.paragraphs[i]
		p.slots, slots = slots[:len(p.slots)], slots[len(p.slots):]
		p.open, open = open[:len(p.open)], open[len(p.open):]
		for _, j := range p.open {
			if s := &p.slots[j]; !s.opaque && !s.entry.known {
				d.choose(s)
				d.unknownSlots = append(d.unknownSlots, s)
			}
		}
	}
}

// recall makes an unknown word that recurs likelier: what was spelled out once
// is only repeated after that, as a name is. It also sums up what the words show.
func (d *document) recall() {
	unknown, all := 0, 1
	d.kept = newEvidence(d.finder.channel)
	for _, x := range d.present {
		switch all += x.count; {
		case x.count == 0:
		case x.entry.known:
			d.kept.keptLetters(&x.entry.letters, float64(x.count))
		default:
			unknown += x.count
			d.recurring = d.recurring || x.count >= leastRecurring
			x.word.spelling += repeated(float32(x.count), x.word.spelling)
		}
	}
	d.unknown = float64(unknown) / float64(all)
}

// count is how often an unknown word stands in the document.
func (s *slot) count() float32 {
	if s.opaque || s.entry == nil || s.entry.known {
		return 0
	}
	return float32(s.here.count)
}

// repeated is what ln P of a word gains, on average of all the places where the
// string of the slot stands, by being the same word in all of them.
func (s *slot) repeated(lnp float32) float32 { return repeated(s.count(), lnp) }

func repeated(count, lnp float32) float32 {
	if count < 2 {
		return 0
	}
	return max(0, repeatedSpelling-lnp) * (1 - 1/count)
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

// paragraph cuts text[start:end] up, and counts its slots: they may still move.
func (d *document) paragraph(start, end int) {
	from, open := len(d.slots), len(d.open)
	d.telling = telling{}
	initial := true
	for at := start; at < end; {
		chunkStart, chunkEnd := nextChunk(d.text, at, end)
		if chunkStart == chunkEnd {
			break
		}
		initial = d.chunk(chunkStart, chunkEnd, initial)
		at = chunkEnd
	}
	slots := d.slots[from:]
	if len(slots) == 0 {
		return
	}
	d.leaveAlone(slots)
	d.findOpen(slots)
	d.paragraphs = append(d.paragraphs, paragraph{slots: slots, open: d.open[open:]})
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
func (d *document) chunk(start, end int, initial bool) bool {
	if chunk := d.text[start:end]; mayBeCode(chunk) && (isAddress(chunk) || isCode(chunk)) {
		d.slots = append(d.slots, slot{start: start, end: end, opaque: true, word: &d.finder.opaque})
		return false
	}
	for at := start; at < end; {
		if unit := d.withMisread(unitEnd(d.text[:end], at), at, end); unit > at {
			d.word(at, unit, initial)
			initial = false
			at = unit
			continue
		}
		s := d.sign(at)
		if s.punctuation {
			d.slots = append(d.slots, slot{start: at, end: at + s.size, opaque: true, word: &s.word})
			d.telling.operators = d.telling.operators || s.operator
			d.telling.citing = d.telling.citing || s.section
		}
		initial = s.opens || initial && s.stays
		at += s.size
	}
	return initial
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
	if unit-start < 2 || unit >= end || isStop(d.text[unit]) {
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

// isStop tells of the signs that stand behind most words.
func isStop(c byte) bool { return c == ',' || c == '.' || c == '-' || c == ';' || c == ':' }

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

// word adds the slot of a word or a number.
func (d *document) word(start, end int, initial bool) {
	text := d.text[start:end]
	if isNumeric(text) {
		d.slots = append(d.slots, slot{start: start, end: end, initial: initial, opaque: true, word: &d.finder.anyNumber})
		d.telling.numbers++
		return
	}
	x := d.lookup(text)
	s := slot{start: start, end: end, initial: initial, here: x, entry: x.entry, word: &x.word}
	set := x.tells
	if x.fixed || !x.entry.known && isAbbreviation(d.text[start:], end-start) {
		s.opaque, s.word = true, &x.found.word
		set = x.elided
	} else {
		x.count++
	}
	d.slots = append(d.slots, s)
	if set&foreignTongues != 0 {
		d.telling.foreign++
	}
	d.telling.citing = d.telling.citing || set&citing != 0
}

func isNumeric(text string) bool {
	for _, r := range text {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}
