package markup

import (
	"slices"
	"strconv"
	"strings"
)

// hocrReader reads hOCR: ocrx_words in lines in paragraphs, by the classes of their
// elements.
type hocrReader struct {
	source string
	blocks []block
	stack  []role
	within [formerReading + 1]int // how many elements of each role are open
	box    *box                   // of the word that is open
	// byCharacter tells that the characters of that word have elements of their own;
	// what stands between those is layout of the file.
	byCharacter bool
	plain       *mirror // the text of the line that is open
	rules       hocrRules
}

// role is what an open element is.
type role int

const (
	otherElement role = iota
	wordElement
	lineElement
	characterElement
	formerReading // the text of which does not count
)

// lineClasses are those that hOCR has for lines.
var lineClasses = []string{"ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat"}

// blockClasses are those of what begins a paragraph.
var blockClasses = []string{"ocr_page", "ocr_carea", "ocr_par", "ocrx_block"}

func parseHOCR(source string) ([]block, rules, error) {
	r := &hocrReader{source: source, rules: hocrRules{alternatives: make(map[*box]bool)}}
	if err := walk(source, true, r); err != nil {
		return nil, nil, err
	}
	return r.blocks, &r.rules, nil
}

func (r *hocrReader) open(t tag) {
	r.rules.note(r.source, t)
	begun := r.role(t)
	r.stack = append(r.stack, begun)
	r.within[begun]++
}

// role notes what t begins.
func (r *hocrReader) role(t tag) role {
	classes := strings.Fields(t.value(r.source, "class"))
	isOneOf := func(some []string) bool {
		return slices.ContainsFunc(classes, func(c string) bool { return slices.Contains(some, c) })
	}
	switch {
	case strings.EqualFold(t.name, "del"):
		if r.box != nil {
			r.rules.alternatives[r.box] = true
		}
		return formerReading
	case slices.Contains(classes, "ocrx_word") && r.box == nil:
		r.box = &box{element: t, confidence: hocrConfidence(t.value(r.source, "title"))}
		return wordElement
	case slices.Contains(classes, "ocrx_cinfo") && r.box != nil:
		if !r.byCharacter {
			r.byCharacter, r.box.content = true, mirror{}
		}
		return characterElement
	case isOneOf(lineClasses):
		r.newLine()
		r.plain = &mirror{}
		return lineElement
	case isOneOf(blockClasses):
		r.blocks = append(r.blocks, block{})
	}
	return otherElement
}

// hocrConfidence finds x_wconf, of 0 to 100, among the properties in a title.
func hocrConfidence(title string) float64 {
	value, ok := property(title, "x_wconf")
	c, err := strconv.ParseFloat(value, 64)
	if !ok || err != nil || c < 0 || c > 100 {
		return Unsure
	}
	return c / 100
}

// property is the value of a property in a title.
func property(title, name string) (value string, ok bool) {
	for p := range strings.SplitSeq(title, ";") {
		if rest, found := strings.CutPrefix(strings.TrimSpace(p), name+" "); found {
			return strings.TrimSpace(rest), true
		}
	}
	return "", false
}

func (r *hocrReader) newLine() *rawLine {
	if len(r.blocks) == 0 {
		r.blocks = append(r.blocks, block{})
	}
	b := &r.blocks[len(r.blocks)-1]
	b.lines = append(b.lines, rawLine{})
	return &b.lines[len(b.lines)-1]
}

func (r *hocrReader) text(start, end int) {
	switch {
	case r.within[formerReading] > 0:
	case r.box != nil && r.byCharacter && r.within[characterElement] == 0:
	case r.box != nil:
		r.box.content.add(r.source, start, end, 0)
	case r.plain != nil:
		r.plain.add(r.source, start, end, 0)
	}
}

func (r *hocrReader) close(name string, start, end int) {
	r.rules.noteEnd(name, start)
	if len(r.stack) == 0 {
		return
	}
	last := r.stack[len(r.stack)-1]
	r.stack = r.stack[:len(r.stack)-1]
	r.within[last]--
	switch last {
	case wordElement:
		r.box.content = r.box.content.trimmed()
		r.box.closing = [2]int{start, end}
		r.addWord()
	case lineElement:
		l := r.lastLine()
		if l != nil && len(l.boxes) == 0 && r.plain != nil {
			l.text = *r.plain
		}
		r.plain = nil
	}
}

// lastLine is the line that was begun last, nil if its block has none.
func (r *hocrReader) lastLine() *rawLine {
	if len(r.blocks) == 0 {
		return nil
	}
	lines := r.blocks[len(r.blocks)-1].lines
	if len(lines) == 0 {
		return nil
	}
	return &lines[len(lines)-1]
}

// addWord adds the word that ends to its line; one outside of lines begins one.
func (r *hocrReader) addWord() {
	l := r.lastLine()
	if l == nil {
		l = r.newLine()
	}
	l.boxes = append(l.boxes, r.box)
	r.box, r.byCharacter = nil, false
}
