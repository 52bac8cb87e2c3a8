package markup

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"klartext/normalize/edit"
)

// Options say how changes are written into a file.
type Options struct {
	// KeepOriginal stores the former reading of a word that changes beside the new
	// one, where the format has a place for it.
	KeepOriginal bool
	// Recorded says that [Document.Record] will follow, so that words may refer to
	// what it adds.
	Recorded bool
}

// Provenance is what a file records of who changed it.
type Provenance struct {
	Software, Version, Creator string
	// Settings is how the software was set up, in its own words.
	Settings string
	// Time is when, to the second. The zero time records none.
	Time time.Time
}

// FollowingRules is what the rules of those edits begin with that only follow from a
// change of a word.
const FollowingRules = "markup/"

// Carried is what became of edits to a document's text.
type Carried struct {
	// Source holds the edits to the source.
	Source []edit.Edit
	// Text holds the edits to the running text that it will have then.
	Text []edit.Edit
	// Left are the edits that can't be expressed: those that leave nothing of a line, with
	// characters that XML does not have, or without a hyphen that has a place of its own.
	Left []edit.Edit
}

// Carry turns edits to the document's text into edits to its source. Lines and boxes
// stay as they are: the halves of a word that edits join over a line end stay where
// they are, and so does their hyphen; words joined within a line take the box that
// most of them stands in and leave the other empty; the parts of a word that is split
// share its box, with a blank between them, which all formats allow in a word's text.
func (d *Document) Carry(edits []edit.Edit, o Options) Carried {
	if len(d.words) == 0 {
		return Carried{Left: edits} // there is no place for anything
	}
	c := carrier{d: d, options: o, boxes: make(map[*box]*boxChange)}
	for _, g := range d.groups(edits) {
		c.group(g)
	}
	c.finish()
	return c.Carried
}

// Record returns the edits to the source that record p.
func (d *Document) Record(p Provenance) []edit.Edit { return d.rules.provenance(d.source, p) }

// group is a run of words and what edits make of them.
type group struct {
	first, last int // of the words
	edits       []edit.Edit
}

// wordAt is the first word that ends at offset or behind it.
func (d *Document) wordAt(offset int) int {
	i, _ := slices.BinarySearchFunc(d.words, offset, func(w word, at int) int { return cmp.Compare(w.end, at) })
	return i
}

// groups puts edits together that touch the same words.
func (d *Document) groups(edits []edit.Edit) []group {
	var out []group
	for _, e := range edits {
		first, last := d.touched(e)
		if n := len(out) - 1; n >= 0 && out[n].last >= first {
			out[n].last = max(out[n].last, last)
			out[n].edits = append(out[n].edits, e)
			continue
		}
		out = append(out, group{first: first, last: last, edits: []edit.Edit{e}})
	}
	return out
}

// touched tells which words e changes, or may join with others: the first and the
// last. It is at least one.
func (d *Document) touched(e edit.Edit) (first, last int) {
	first = d.wordAt(e.Start)
	if first+1 < len(d.words) && d.words[first].end == e.Start && beginsBlank(e.After) {
		first++
	}
	first = min(first, len(d.words)-1)
	last = first
	for last+1 < len(d.words) && d.words[last+1].start <= e.End {
		if d.words[last+1].start == e.End && endsBlank(e.After) {
			break
		}
		last++
	}
	return first, last
}

func beginsBlank(s string) bool { return s != "" && strings.IndexByte(whiteSpace, s[0]) >= 0 }

func endsBlank(s string) bool { return s != "" && strings.IndexByte(whiteSpace, s[len(s)-1]) >= 0 }

// boxChange is what a box's text becomes, and what is told of it.
type boxChange struct {
	box        *box
	text       string
	rule       string
	confidence float64
	half       int    // 1 and 2 if the box holds the first or second half of a word
	whole      string // that word
}

// carrier gathers what becomes of edits.
type carrier struct {
	Carried
	d       *Document
	options Options
	boxes   map[*box]*boxChange
	order   []*boxChange // as they came up, which is the same each time
}

// piece is what edits make of a word, and of what stands between it and the next.
type piece struct{ word, between string }

// group carries the edits of a group, or leaves them.
func (c *carrier) group(g group) {
	pieces := c.d.pieces(g)
	if pieces == nil {
		c.Left = append(c.Left, g.edits...)
		return
	}
	// All lines must be expressed, or none: an edit is not made by halves.
	type part struct {
		first int
		texts []string
	}
	joins := c.d.keepLineEnds(g, pieces)
	var parts []part
	for first := g.first; first <= g.last; {
		next := first + 1
		for next <= g.last && c.d.words[next].line == c.d.words[first].line {
			next++
		}
		texts, ok := distribute(pieces[first-g.first : next-g.first])
		if !ok || !c.d.keepsHyphens(first, texts) {
			c.Left = append(c.Left, g.edits...)
			return
		}
		parts = append(parts, part{first, texts})
		first = next
	}
	told := merged(g.edits)
	for _, p := range parts {
		c.rewrite(p.first, p.texts, told)
	}
	for _, j := range joins {
		c.half(j.word, 1, j.whole, told)
		c.half(j.word+1, 2, j.whole, told)
	}
}

// keepsHyphens tells whether a word before a hyphen that stands outside of its box, and
// stays there, still ends with it in the texts of the words from the first on.
func (d *Document) keepsHyphens(first int, texts []string) bool {
	for i, text := range texts {
		w := d.words[first+i]
		if w.hyphen == 0 {
			continue
		}
		rest, ok := strings.CutSuffix(text, d.text.String()[w.end-w.hyphen:w.end])
		if !ok || rest == "" || strings.TrimSpace(rest) != rest {
			return false
		}
	}
	return true
}

// merged tells the rules and the least confidence of edits.
func merged(edits []edit.Edit) edit.Edit {
	told := edit.Edit{Confidence: 1}
	var rules []string
	for _, e := range edits {
		told.Confidence = min(told.Confidence, e.Confidence)
		for r := range strings.SplitSeq(e.Rule, "+") {
			if !slices.Contains(rules, r) {
				rules = append(rules, r)
			}
		}
	}
	told.Rule = strings.Join(rules, "+")
	return told
}

// pieces applies the edits of g and tells which part of the outcome stands for which
// word. It is nil if that can't be told.
func (d *Document) pieces(g group) []piece {
	text := d.text.String()
	start, end := d.words[g.first].start, d.words[g.last].end
	start, end = min(start, g.edits[0].Start), max(end, g.edits[len(g.edits)-1].End)
	var b strings.Builder
	at := start
	for _, e := range g.edits {
		b.WriteString(text[at:e.Start])
		b.WriteString(e.After)
		at = e.End
	}
	b.WriteString(text[at:end])
	if strings.ContainsFunc(b.String(), forbidden) {
		return nil
	}
	aligned := align([]rune(text[start:end]), []rune(b.String()))
	if aligned == nil {
		return nil
	}
	out := make([]piece, g.last-g.first+1)
	w, i := g.first, 0
	for offset := range text[start:end] {
		for w < g.last && start+offset >= d.words[w+1].start {
			w++
		}
		p := &out[w-g.first]
		if start+offset < d.words[w].end {
			p.word += string(aligned[i])
		} else {
			p.between += string(aligned[i])
		}
		i++
	}
	return out
}

// forbidden tells whether XML has no way to write a character.
func forbidden(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == '\ufffe' || r == '\uffff'
}

// join says that a word and the next, on another line, are halves of a whole.
type join struct {
	word  int
	whole string
}

// keepLineEnds puts back what edits took away at line ends: the end of the line and
// the hyphen before it. It returns the words that they joined there.
func (d *Document) keepLineEnds(g group, pieces []piece) []join {
	var joins []join
	for i := range pieces[:len(pieces)-1] {
		w := d.words[g.first+i]
		if w.line == d.words[g.first+i+1].line {
			continue
		}
		p, next := &pieces[i], &pieces[i+1]
		if p.between == "" && strings.TrimSpace(p.word) != "" && strings.TrimSpace(next.word) != "" {
			joins = append(joins, join{word: g.first + i, whole: lastField(p.word) + firstField(next.word)})
			p.word += lostHyphen(d.text.String()[w.start:w.end], p.word)
		}
		p.word += strings.TrimSpace(p.between)
		p.between = " "
	}
	return joins
}

// lostHyphen is the mark at the end of a line that stands for the division of before,
// if now lacks it.
func lostHyphen(before, now string) string {
	for _, hyphen := range []string{"-", "=", "¬", "⸗", "‐", "\u00ad", "—", "–"} {
		if strings.HasSuffix(before, hyphen) && !strings.HasSuffix(now, hyphen) {
			return hyphen
		}
	}
	return ""
}

func firstField(s string) string {
	s = strings.TrimLeft(s, whiteSpace)
	if i := strings.IndexAny(s, whiteSpace); i >= 0 {
		return s[:i]
	}
	return s
}

func lastField(s string) string {
	s = strings.TrimRight(s, whiteSpace)
	return s[strings.LastIndexAny(s, whiteSpace)+1:]
}
