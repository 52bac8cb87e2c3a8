package typography

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	ruleQuotes       = "typography/quotes"
	ruleSingleQuotes = "typography/single-quotes"
	ruleGuillemets   = "typography/guillemets"
)

// shape is what a quotation mark looks like.
type shape int

const (
	low         shape = iota // „
	commas                   // ,, and what else looks like „
	comma                    // , before a letter: „ or ‚ or a comma gone astray
	singleLow                // ‚
	straight                 // "
	primes                   // '' ´´ ``
	left                     // “
	right                    // ”
	singleLeft               // ‘
	singleRight              // ’ and '
	star                     // * for “, as English models read it
	stars                    // *** of a footnote, or between chapters
	guillemet                // « »
	angles                   // << >>
)

// shapes lists them by their text, longest first where one starts another.
var shapes = []struct {
	text  string
	shape shape
}{
	{"„", low}, {",,", commas}, {"‚‚", commas}, {",‚", commas}, {"‚,", commas}, {"‚", singleLow}, {",", comma},
	{`"`, straight}, {"''", primes}, {"´´", primes}, {"``", primes}, {"’’", primes}, {"‘‘", primes},
	{"“", left}, {"”", right}, {"‟", right}, {"‘", singleLeft}, {"’", singleRight}, {"'", singleRight},
	{"***", stars}, {"*", star}, {"»", guillemet}, {"«", guillemet}, {">>", angles}, {"<<", angles},
}

// quote is a quotation mark, or what could be one, in its place.
type quote struct {
	start, end int
	shape      shape
	opens      bool
	// gap is the length of a blank that stands between an opening mark and its word.
	gap int
}

// quotes pairs the quotation marks of the paragraph text[start:end].
func (d *document) quotes(start, end int) {
	var buffer [32]quote
	found := d.findQuotes(start, end, buffer[:0])
	if len(found) == 0 {
		return
	}
	p := pairer{document: d, start: start, end: end, quotes: found, open: -1, nested: -1}
	p.strayCommas = tooManyCommas(found)
	for i := range found {
		p.take(i)
	}
	p.abandon()
}

// findQuotes lists the quotation marks of the paragraph, in order.
func (d *document) findQuotes(start, end int, found []quote) []quote {
	for i := start; i < end; {
		c := d.text[i]
		if !beginsMark(c) {
			i++
			continue
		}
		if c == ',' && i+1 < end && (d.text[i+1] == ' ' || d.text[i+1] == '\n') {
			i++ // a comma in its place
			continue
		}
		q, ok := d.quoteAt(i, start, end)
		if q.end == 0 {
			i++ // no mark
			continue
		}
		if length, marks := rowOf(d.text[q.end:end]); 1+marks > mostInRow {
			i = q.end + length // a rule, or code
			continue
		}
		if ok {
			found = append(found, q)
		}
		i = q.end
	}
	return found
}

// mostInRow is the most marks that quote something where they stand in a row: one for a
// quotation, one for another in it, and a comma before them or a footnote's star behind.
const mostInRow = 3

// rowOf is the row of marks, of whatever kinds, that text begins with: how long it is,
// and how many they are. What a mark becomes does not change the number.
func rowOf(text string) (length, marks int) {
	for length < len(text) && beginsMark(text[length]) {
		size, _ := markOf(text[length:])
		if size == 0 {
			break
		}
		length += size
		marks++
	}
	return length, marks
}

// beginsMark tells whether a mark may begin with a byte, which is soon told.
func beginsMark(c byte) bool {
	switch c {
	case ',', '"', '\'', '*', '<', '>', '`', 0xE2, 0xC2:
		return true
	}
	return false
}

// markOf is the mark that text begins with, of no length if there is none.
func markOf(text string) (length int, looks shape) {
	for _, s := range shapes {
		if strings.HasPrefix(text, s.text) {
			return len(s.text), s.shape
		}
	}
	return 0, 0
}

// quoteAt looks at text[i:]. Which way a mark faces is told by the blanks and
// letters around it; q.end is set if there is a mark at all.
func (d *document) quoteAt(i, start, end int) (q quote, ok bool) {
	length, looks := markOf(d.text[i:end])
	if length == 0 {
		return q, false
	}
	q = quote{start: i, end: i + length, shape: looks}
	before, _ := utf8.DecodeLastRuneInString(d.text[start:i])
	after, size := utf8.DecodeRuneInString(d.text[q.end:end])
	edgeBefore := i == start || unicode.IsSpace(before) || strings.ContainsRune("([{–—/„‚»", before)
	edgeAfter := q.end == end || unicode.IsSpace(after) || strings.ContainsRune(".,;:!?)]}–—-/“‘«*’", after)
	inWord := isWordRune(after) || strings.ContainsRune("…(„‚»[", after)
	switch q.shape {
	case low, commas, comma, singleLow:
		q.opens = true
		if q.shape == low && after == ' ' {
			next, _ := utf8.DecodeRuneInString(d.text[q.end+size : end])
			q.gap, inWord = 1, unicode.IsLetter(next)
		}
		if q.shape == comma {
			inWord = unicode.IsLetter(after)
		}
		return q, edgeBefore && inWord
	case star, singleRight:
		return q, !edgeBefore && edgeAfter && before != '*'
	case singleLeft:
		return q, !edgeBefore && edgeAfter
	case stars:
		return q, false
	}
	q.opens = edgeBefore && inWord
	return q, q.opens || !edgeBefore && edgeAfter
}

// isWordRune tells whether r is a letter or digit.
func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// tooManyCommas tells whether the paragraph has so many blanks before commas that
// they are no marks: more than it has marks to close them.
func tooManyCommas(quotes []quote) bool {
	commas, closers := 0, 0
	for _, q := range quotes {
		if q.shape == comma {
			commas++
		} else if !q.opens && q.shape != singleRight {
			closers++
		}
	}
	return commas > closers+2
}

// pairer pairs the marks of a paragraph from left to right. open is the mark that
// waits to be closed, nested one inside it; -1 for none.
type pairer struct {
	*document
	start, end   int
	quotes       []quote
	open, nested int
	strayCommas  bool
	// What is asked of the paragraph for each of its marks is worked out once.
	foreign lazy
	closers []bool
}

// take goes on to the mark with index i.
func (p *pairer) take(i int) {
	q := p.quotes[i]
	switch {
	case q.opens && q.shape == comma && (p.strayCommas || p.afterComma(q)):
	case q.opens && (q.shape == comma || q.shape == singleLow) && p.open >= 0 && p.quotes[p.open].shape != comma:
		p.nested = i
	case q.opens:
		p.abandon()
		p.open = i
	case (q.shape == singleLeft || q.shape == singleRight) && p.nested >= 0 && !p.isApostrophe(q):
		p.single(p.quotes[p.nested], q)
		p.nested = -1
	case p.open < 0:
		p.lone(q)
	case p.closes(i):
		p.pair(p.quotes[p.open], q)
		p.open, p.nested = -1, -1
	}
}

// clauseWords begin clauses after a comma, and hardly a quotation.
var clauseWords = map[string]bool{
	"dass": true, "daß": true, "weil": true, "wenn": true, "aber": true, "sondern": true, "denn": true, "ob": true,
	"obwohl": true, "und": true, "oder": true, "sowie": true,
}

// afterComma tells whether the word after q is one that follows real commas.
func (p *pairer) afterComma(q quote) bool {
	rest := p.text[q.end:p.end]
	end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
	return end > 0 && clauseWords[rest[:end]]
}

// closes tells whether the mark with index i closes the open one. Marks that can
// be something else (footnote star, apostrophe) close only if no other does.
func (p *pairer) closes(i int) bool {
	q, open := p.quotes[i], p.quotes[p.open]
	switch q.shape {
	case star, singleLeft, singleRight:
		german := open.shape == low || open.shape == commas
		switch {
		case q.shape == singleLeft && (open.shape == comma || open.shape == singleLow):
			return true
		case q.shape == star && !german && open.shape != comma, q.shape != star && !german, p.isApostrophe(q):
			return false
		}
		return !p.closerAfter(i)
	case guillemet, angles:
		return open.shape == q.shape && p.text[open.start:open.end] != p.text[q.start:q.end]
	default:
		return true
	}
}

// closerAfter tells whether a mark that can be nothing else closes what is open, behind
// the one with index i and before another that opens.
func (p *pairer) closerAfter(i int) bool {
	if p.closers == nil {
		p.closers = make([]bool, len(p.quotes)+1) // from each mark on
		for at := len(p.quotes) - 1; at >= 0; at-- {
			switch q := p.quotes[at]; {
			case q.opens && q.shape != comma && q.shape != singleLow:
			case !q.opens && (q.shape == left || q.shape == right || q.shape == straight || q.shape == primes):
				p.closers[at] = true
			default:
				p.closers[at] = p.closers[at+1]
			}
		}
	}
	return p.closers[i+1]
}

// isApostrophe tells whether q, at the end of a word, can be an apostrophe:
// there is no punctuation beside it.
func (p *pairer) isApostrophe(q quote) bool {
	if q.shape != singleRight {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(p.text[p.start:q.start])
	after, _ := utf8.DecodeRuneInString(p.text[q.end:p.end])
	return unicode.IsLetter(before) && !strings.ContainsRune(".,;:!?", after)
}

// pair sets the marks open and q, which belong together.
func (p *pairer) pair(open, q quote) {
	switch open.shape {
	case comma, singleLow:
		if q.shape == singleLeft {
			p.single(open, q)
			return
		}
	case guillemet:
		if q.shape == guillemet || p.style.guillemets {
			return
		}
	case angles:
		p.replace(open.start, open.end, map[string]string{">>": "»", "<<": "«"}[p.text[open.start:open.end]], ruleGuillemets, 0.95)
		p.replace(q.start, q.end, map[string]string{">>": "»", "<<": "«"}[p.text[q.start:q.end]], ruleGuillemets, 0.95)
		return
	case straight, left, right, primes:
		consistent := open.shape == q.shape && open.shape != left || open.shape == left && q.shape == right
		if consistent && !p.style.lowQuotes || isForeign(p.text[open.end:q.start]) || p.isForeign() {
			return
		}
	}
	confidence := certainty(open, q)
	p.replace(open.start, open.end+open.gap, "„", ruleQuotes, confidence)
	p.replace(q.start, q.end, "“", ruleQuotes, confidence)
}

// certainty is the confidence in the pair.
func certainty(open, q quote) float64 {
	switch {
	case q.shape == star, q.shape == singleLeft, q.shape == singleRight, open.shape == guillemet:
		return 0.85
	case open.shape == comma, open.shape == singleLow:
		return 0.95
	default:
		return 0.98
	}
}

// single sets a pair of single marks.
func (p *pairer) single(open, q quote) {
	p.replace(open.start, open.end, "‚", ruleSingleQuotes, 0.9)
	p.replace(q.start, q.end, "‘", ruleSingleQuotes, 0.9)
}

// lone sets a closing mark whose opening one was lost.
func (p *pairer) lone(q quote) {
	if q.shape == right && p.style.lowQuotes && !p.foreign.get(p.text[p.start:p.end], isForeign) {
		p.replace(q.start, q.end, "“", ruleQuotes, 0.9)
	}
}

// abandon gives up waiting for the open mark to be closed. Two commas before a
// word are a mark all the same: the quotation can go on in the next paragraph.
func (p *pairer) abandon() {
	if p.open >= 0 && p.quotes[p.open].shape == commas {
		q := p.quotes[p.open]
		p.replace(q.start, q.end, "„", ruleQuotes, 0.9)
	}
	p.open, p.nested = -1, -1
}
