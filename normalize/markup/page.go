package markup

import (
	"strconv"
	"strings"
)

// equiv is a TextEquiv: one reading of a region, line, word or glyph.
type equiv struct {
	element    tag
	end        int // behind </TextEquiv>
	index      int // none is -1, which makes it the main one
	confidence float64
	text       mirror
}

// reading is what has readings, and that is open.
type reading struct {
	name   string
	equivs []equiv
	box    *box // of a Word
	place  int  // of a TextRegion among the blocks
}

// pageReader reads PAGE: Words in TextLines in TextRegions, the text of each in its
// TextEquivs.
type pageReader struct {
	source    string
	blocks    []block
	stack     []*reading
	equiv     *equiv // that is open
	inUnicode bool
	order     readingOrder
	rules     pageRules
}

func parsePAGE(source string) ([]block, rules, error) {
	r := &pageReader{source: source, rules: pageRules{equivs: make(map[*box][]equiv)}}
	if err := walk(source, false, r); err != nil {
		return nil, nil, err
	}
	return ordered(r.blocks, r.order.ids()), &r.rules, nil
}

func (r *pageReader) open(t tag) {
	r.rules.note(r.source, t)
	r.order.begin(r.source, t)
	switch t.name {
	case "TextRegion":
		r.blocks = append(r.blocks, block{id: t.value(r.source, "id")})
		r.push(&reading{name: t.name, place: len(r.blocks) - 1})
	case "TextLine":
		if b := r.block(); b != nil {
			b.lines = append(b.lines, rawLine{})
		}
		r.push(&reading{name: t.name})
	case "Word":
		r.push(&reading{name: t.name, box: &box{element: t, confidence: Unsure}})
	case "Glyph":
		r.push(&reading{name: t.name})
	case "TextEquiv":
		r.equiv = &equiv{element: t, index: -1, confidence: Unsure}
		if n, err := strconv.Atoi(t.value(r.source, "index")); err == nil && n >= 0 {
			r.equiv.index = n
		}
		if c, err := strconv.ParseFloat(t.value(r.source, "conf"), 64); err == nil && c >= 0 && c <= 1 {
			r.equiv.confidence = c
		}
	case "Unicode":
		r.inUnicode = r.equiv != nil
	}
}

func (r *pageReader) push(x *reading) { r.stack = append(r.stack, x) }

// block is that of the innermost open region.
func (r *pageReader) block() *block {
	for i := len(r.stack) - 1; i >= 0; i-- {
		if r.stack[i].name == "TextRegion" {
			return &r.blocks[r.stack[i].place]
		}
	}
	return nil
}

func (r *pageReader) text(start, end int) {
	if r.inUnicode {
		r.equiv.text.add(r.source, start, end, 0)
	}
}

func (r *pageReader) close(name string, start, end int) {
	r.rules.noteEnd(name, start, end)
	r.order.end(name)
	switch name {
	case "Unicode":
		r.inUnicode = false
	case "TextEquiv":
		if r.equiv != nil && len(r.stack) > 0 {
			r.equiv.end = end
			x := r.stack[len(r.stack)-1]
			x.equivs = append(x.equivs, *r.equiv)
		}
		r.equiv = nil
	case "TextRegion", "TextLine", "Word", "Glyph":
		x := r.stack[len(r.stack)-1]
		r.stack = r.stack[:len(r.stack)-1]
		r.closed(x)
	}
}

// closed hands on what has been read of x.
func (r *pageReader) closed(x *reading) {
	b := r.block()
	main := mainReading(x.equivs)
	switch x.name {
	case "TextRegion":
		r.blocks[x.place].takeText(main)
	case "TextLine":
		if b != nil && main != nil {
			b.lines[len(b.lines)-1].text = main.text
		}
	case "Word":
		if main != nil && b != nil && len(b.lines) > 0 {
			x.box.content, x.box.confidence = main.text.trimmed(), main.confidence
			r.rules.equivs[x.box] = x.equivs
			l := &b.lines[len(b.lines)-1]
			l.boxes = append(l.boxes, x.box)
		}
	case "Glyph":
		if main != nil && len(r.stack) > 0 && r.stack[len(r.stack)-1].box != nil {
			w := r.stack[len(r.stack)-1].box
			w.glyphs = append(w.glyphs, glyph{start: x.equivs[0].element.start, end: x.equivs[len(x.equivs)-1].end, content: main.text})
		}
	}
}

// mainReading is the reading with the lowest index, nil if there is none.
func mainReading(equivs []equiv) *equiv {
	var best *equiv
	for i := range equivs {
		if best == nil || equivs[i].index < best.index {
			best = &equivs[i]
		}
	}
	return best
}

// takeText gives the block the text of its region: beside that of its lines, or cut
// into lines if they have none.
func (b *block) takeText(main *equiv) {
	if main == nil {
		return
	}
	for _, l := range b.lines {
		if l.text.text != "" || l.hasWords() {
			b.text = main.text
			return
		}
	}
	b.lines = nil
	at := 0
	for l := range strings.SplitAfterSeq(main.text.text, "\n") {
		b.lines = append(b.lines, rawLine{text: main.text.slice(at, at+len(l))})
		at += len(l)
	}
}
