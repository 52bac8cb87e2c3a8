package markup

import (
	"strconv"
	"strings"
)

// altoReader reads ALTO: Strings in TextLines in TextBlocks, the text in CONTENT.
type altoReader struct {
	source string
	blocks []block
	rules  altoRules
	order  []string // IDs of blocks, of a ReadingOrder
	box    *box     // of the String that is open
	glyph  *glyph   // that is open
	inStep bool     // in a ReadingOrder
}

func parseALTO(source string) ([]block, rules, error) {
	r := &altoReader{source: source}
	if err := walk(source, false, r); err != nil {
		return nil, nil, err
	}
	return ordered(r.blocks, r.order), &r.rules, nil
}

func (r *altoReader) open(t tag) {
	r.rules.note(r.source, t)
	switch t.name {
	case "ReadingOrder":
		r.inStep = true
	case "ElementRef":
		if r.inStep {
			r.order = append(r.order, t.value(r.source, "REF"))
		}
	case "TextBlock":
		r.blocks = append(r.blocks, block{id: t.value(r.source, "ID")})
	case "TextLine":
		if len(r.blocks) == 0 {
			r.blocks = append(r.blocks, block{})
		}
		b := &r.blocks[len(r.blocks)-1]
		b.lines = append(b.lines, rawLine{})
	case "String":
		r.addString(t)
	case "HYP":
		if l := r.line(); l != nil && len(l.boxes) > 0 {
			l.hyphen = strings.TrimSpace(t.value(r.source, "CONTENT"))
		}
	case "Glyph":
		if r.box != nil {
			r.addGlyph(t)
		}
	}
}

// line is the last one, nil if there is none.
func (r *altoReader) line() *rawLine {
	if len(r.blocks) == 0 {
		return nil
	}
	lines := r.blocks[len(r.blocks)-1].lines
	if len(lines) == 0 {
		return nil
	}
	return &lines[len(lines)-1]
}

func (r *altoReader) addString(t tag) {
	r.box = &box{element: t, closing: [2]int{t.end, t.end}, confidence: Unsure}
	if a, ok := t.attribute(r.source, "CONTENT"); ok {
		r.box.content = a.mirror(r.source).trimmed()
	}
	if c, err := strconv.ParseFloat(t.value(r.source, "WC"), 64); err == nil && c >= 0 && c <= 1 {
		r.box.confidence = c
	}
	if l := r.line(); l != nil {
		l.boxes = append(l.boxes, r.box)
		l.hyphen = ""
	}
}

func (r *altoReader) addGlyph(t tag) {
	g := glyph{start: t.start, end: t.end}
	if a, ok := t.attribute(r.source, "CONTENT"); ok {
		g.content = a.mirror(r.source)
	}
	r.box.glyphs = append(r.box.glyphs, g)
	r.glyph = &r.box.glyphs[len(r.box.glyphs)-1]
}

func (r *altoReader) text(int, int) {}

func (r *altoReader) close(name string, start, end int) {
	r.rules.noteEnd(name, start, end)
	switch name {
	case "ReadingOrder":
		r.inStep = false
	case "String":
		if r.box != nil {
			r.box.closing = [2]int{start, end}
		}
		r.box = nil
	case "Glyph":
		if r.glyph != nil {
			r.glyph.end = end
		}
		r.glyph = nil
	}
}

// ordered puts the blocks first that order names, as it names them.
func ordered(blocks []block, order []string) []block {
	place := make(map[string]int, len(blocks))
	for i, b := range blocks {
		if _, known := place[b.id]; !known && b.id != "" {
			place[b.id] = i
		}
	}
	taken := make([]bool, len(blocks))
	out := make([]block, 0, len(blocks))
	for _, id := range order {
		if i, known := place[id]; known && !taken[i] {
			taken[i] = true
			out = append(out, blocks[i])
		}
	}
	for i, b := range blocks {
		if !taken[i] {
			out = append(out, b)
		}
	}
	return out
}
