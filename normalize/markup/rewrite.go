package markup

import (
	"cmp"
	"slices"
	"strings"

	"klartext/normalize/edit"
)

// rewrite gives the words of a line, from the first on, their new texts.
func (c *carrier) rewrite(first int, texts []string, told edit.Edit) {
	text := c.d.text.String()
	last := first + len(texts) - 1
	same := func(i int) bool { return text[c.d.words[i].start:c.d.words[i].end] == texts[i-first] }
	from, to := first, last
	for from <= last && same(from) {
		from++
	}
	for to > from && same(to) {
		to--
	}
	if from > last {
		return
	}
	for i := from; i <= to; i++ {
		if !same(i) {
			c.change(i, texts[i-first], told)
		}
	}
	var kept []string
	for _, t := range texts[from-first : to-first+1] {
		if t != "" {
			kept = append(kept, t)
		}
	}
	c.stretch(from, to, strings.Join(kept, " "), told)
}

// change gives a word's box its new text; a hyphen that stands outside of it stays
// there.
func (c *carrier) change(i int, with string, told edit.Edit) {
	w := c.d.words[i]
	if w.box == nil {
		return
	}
	hyphen := c.d.text.String()[w.end-w.hyphen : w.end]
	b := c.boxChange(w.box)
	b.text = strings.TrimSuffix(with, hyphen)
	b.rule, b.confidence = told.Rule, told.Confidence
}

// half notes that a word is one half of a whole.
func (c *carrier) half(i, which int, whole string, told edit.Edit) {
	if w := c.d.words[i]; w.box != nil {
		b := c.boxChange(w.box)
		if b.rule == "" {
			b.rule, b.confidence = told.Rule, told.Confidence
		}
		b.half, b.whole = which, whole
	}
}

func (c *carrier) boxChange(b *box) *boxChange {
	if c.boxes[b] == nil {
		c.boxes[b] = &boxChange{box: b, text: b.content.text}
		c.order = append(c.order, c.boxes[b])
	}
	return c.boxes[b]
}

// stretch tells of the change from the first to the last word, in the running text
// and where the file has a copy of the line.
func (c *carrier) stretch(first, last int, with string, told edit.Edit) {
	text, l := c.d.text.String(), c.d.lines[c.d.words[first].line]
	start, end := c.d.words[first].start, c.d.words[last].end
	if with == "" {
		start, end = withBlank(text, l, start, end)
	}
	e := told
	e.Start, e.End, e.Before, e.After = start, end, text[start:end], with
	c.Text = append(c.Text, e)
	for _, copied := range l.copies {
		part := copied.content.slice(start-l.start, end-l.start)
		rule := told.Rule
		if c.d.words[first].box != nil || copied.rule != l.copies[0].rule {
			rule = copied.rule
		}
		c.Source = append(c.Source, part.become(c.d.source, with, rule, told.Confidence)...)
	}
}

// withBlank widens a stretch of l that is to go by the blank beside it.
func withBlank(text string, l line, start, end int) (int, int) {
	switch {
	case end < l.end:
		for end < l.end && strings.IndexByte(whiteSpace, text[end]) >= 0 {
			end++
		}
	default:
		for start > l.start && strings.IndexByte(whiteSpace, text[start-1]) >= 0 {
			start--
		}
	}
	return start, end
}

// finish writes the changes of the boxes, now that all is known of each.
func (c *carrier) finish() {
	for _, b := range c.order {
		if b.text != b.box.content.text {
			c.Source = append(c.Source, b.box.content.become(c.d.source, b.text, b.rule, b.confidence)...)
		}
		c.Source = append(c.Source, c.d.rules.follow(c.d.source, *b, c.options)...)
	}
	byPlace := func(a, b edit.Edit) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) }
	slices.SortStableFunc(c.Source, byPlace)
	slices.SortStableFunc(c.Text, byPlace)
}
