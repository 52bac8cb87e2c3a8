package markup

import (
	"errors"
	"strings"

	"klartext/normalize/edit"
)

// Document is a page, or several, as running text in reading order: a blank between
// words, a line feed between lines, an empty line between blocks. It does not change.
type Document struct {
	format Format
	source string
	text   strings.Builder
	lines  []line
	words  []word
	rules  rules
	// searched is how many bytes have been looked through in vain for copies of lines.
	searched int
}

// rules are what a format has of its own.
type rules interface {
	// follow returns the edits of the source that a change of a word's box asks for,
	// the text itself aside.
	follow(source string, c boxChange, o Options) []edit.Edit
	// provenance returns the edits that record who changed the file.
	provenance(source string, p Provenance) []edit.Edit
}

// Unsure is the confidence of a word of which the engine has told none.
const Unsure = -1

// box is the place of a word on the page.
type box struct {
	content    mirror
	element    tag
	closing    [2]int // where the end tag stands
	glyphs     []glyph
	confidence float64 // 0 to 1, or Unsure
}

// glyph is the place of one character of a word.
type glyph struct {
	start, end int // in the source, with what is in it
	content    mirror
}

// copied is the text of a line or block that is there besides that of its words.
type copied struct {
	content mirror
	rule    string
}

// line is a line of the page and its part of the running text.
type line struct {
	start, end int
	copies     []copied // whose content is the line's text
}

// word is a stretch of the running text without white space around it.
type word struct {
	start, end int
	line       int
	box        *box // nil where only the line has text
	hyphen     int  // how many bytes at the end stand outside of the box
}

// block is a paragraph of the page as it is read in.
type block struct {
	id    string
	lines []rawLine
	text  mirror
}

// rawLine is a line as it is read in.
type rawLine struct {
	boxes  []*box
	hyphen string // that stands outside of the boxes
	text   mirror
}

// Parse reads source, which is decoded, in a format other than [Plain]. The error
// names the line where source is not well-formed.
func Parse(source string, format Format) (*Document, error) {
	d := &Document{format: format, source: source}
	var blocks []block
	var err error
	switch format {
	case ALTO:
		blocks, d.rules, err = parseALTO(source)
	case PAGE:
		blocks, d.rules, err = parsePAGE(source)
	case HOCR:
		blocks, d.rules, err = parseHOCR(source)
	default:
		err = errors.New("is plain text")
	}
	if err != nil {
		return nil, err
	}
	for _, b := range blocks {
		d.addBlock(b)
	}
	return d, nil
}

// Text is the running text.
func (d *Document) Text() string { return d.text.String() }

// Confidence is how sure the OCR engine was of the words that touch Text[start:end],
// from 0 to 1: of the surest of them. It is Unsure if the file does not say.
func (d *Document) Confidence(start, end int) float64 {
	sure := float64(Unsure)
	for i := d.wordAt(start); i < len(d.words) && d.words[i].start <= end; i++ {
		if b := d.words[i].box; b != nil {
			sure = max(sure, b.confidence)
		}
	}
	return sure
}

// addBlock appends a block to the text.
func (d *Document) addBlock(b block) {
	first := len(d.lines)
	for _, l := range b.lines {
		d.addLine(l, len(d.lines) == first)
	}
	d.copyBlock(b.text, first)
}

// addLine appends a line that has text.
func (d *Document) addLine(l rawLine, first bool) {
	text := l.text.trimmed()
	if text.text == "" && !l.hasWords() {
		return
	}
	switch {
	case d.text.Len() > 0 && first:
		d.text.WriteString("\n\n")
	case d.text.Len() > 0:
		d.text.WriteString("\n")
	}
	added := line{start: d.text.Len()}
	if text.text != "" {
		d.text.WriteString(text.text)
		d.words = append(d.words, matchBoxes(text.text, l.boxes, added.start, len(d.lines))...)
		added.copies = []copied{{content: text, rule: "markup/line"}}
	} else {
		d.addWords(l)
	}
	added.end = d.text.Len()
	d.lines = append(d.lines, added)
}

func (l rawLine) hasWords() bool {
	for _, b := range l.boxes {
		if b.content.text != "" {
			return true
		}
	}
	return false
}

// addWords appends the text of the boxes that have any.
func (d *Document) addWords(l rawLine) {
	begin := d.text.Len()
	for _, b := range l.boxes {
		if b.content.text == "" {
			continue
		}
		if d.text.Len() > begin {
			d.text.WriteString(" ")
		}
		start := d.text.Len()
		d.text.WriteString(b.content.text)
		d.words = append(d.words, word{start: start, end: d.text.Len(), line: len(d.lines), box: b})
	}
	last := &d.words[len(d.words)-1]
	d.text.WriteString(l.hyphen)
	last.end, last.hyphen = d.text.Len(), len(l.hyphen)
}

// maxSearched bounds what is looked through in vain: a block whose text has nothing to
// do with its lines, of which it has a hundred thousand, would take hours.
const maxSearched = 1 << 26

// copyBlock notes which lines, of those from first on, the text of their block holds.
func (d *Document) copyBlock(text mirror, first int) {
	at := 0
	for i := first; i < len(d.lines); i++ {
		l := &d.lines[i]
		own := d.text.String()[l.start:l.end]
		if d.searched > maxSearched {
			return
		}
		found := indexLine(text.text[at:], own)
		if found < 0 {
			d.searched += len(text.text) - at
			continue
		}
		at += found
		l.copies = append(l.copies, copied{content: text.slice(at, at+len(own)), rule: "markup/block"})
		at += len(own)
	}
}

// indexLine is where in text, of several lines, the given line stands.
func indexLine(text, own string) int {
	for at := 0; ; {
		i := strings.Index(text[at:], own)
		if i < 0 {
			return -1
		}
		i += at
		before := strings.TrimRight(text[:i], " \t")
		behind := strings.TrimLeft(text[i+len(own):], " \t")
		if (before == "" || before[len(before)-1] == '\n') && (behind == "" || behind[0] == '\n') {
			return i
		}
		at = i + 1
		for at < len(text) && text[at]&0xc0 == 0x80 {
			at++
		}
	}
}
