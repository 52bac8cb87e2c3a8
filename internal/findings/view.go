package findings

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

const (
	tabWidth = 8
	ellipsis = "…"
)

// cell is a code point as it is shown, and the columns that it takes.
type cell struct {
	shown string
	wide  int
}

// view is a line of text, or a part of it, with a finding in it.
type view struct {
	cells             []cell
	from, to          int // cells that are marked
	cutLeft, cutRight bool
}

// viewOf shows what fits into a number of columns of text, of which s is marked.
func viewOf(text string, s span, columns int) view {
	return cellsOf(text, s, utf8.UTFMax*columns).fit(columns)
}

// cellsOf are the cells of text that are less than reach bytes away from where s starts.
func cellsOf(text string, s span, reach int) view {
	left, right := max(0, s.start-reach), min(len(text), s.start+reach)
	for left > 0 && !utf8.RuneStart(text[left]) {
		left--
	}
	for right < len(text) && !utf8.RuneStart(text[right]) {
		right++
	}
	v := view{cutLeft: left > 0, cutRight: right < len(text)}
	for at, r := range text[left:right] {
		if left+at < s.start {
			v.from++
		}
		if left+at < s.end {
			v.to++
		}
		v.cells = append(v.cells, cellOf(r))
	}
	return v
}

func cellOf(r rune) cell {
	if r == '\t' {
		return cell{"\t", tabWidth}
	}
	c := cell{shown: visibleRune(r)}
	if c.shown != string(r) {
		c.wide = utf8.RuneCountInString(c.shown)
		return c
	}
	c.wide = columns(r)
	return c
}

// columns is how many columns of a terminal a code point takes.
func columns(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// room is what a cell counts for where a line is cut. Also a mark that takes no column
// counts: a line of nothing else would be shown whole.
func (c cell) room() int { return max(1, c.wide) }

// fit cuts v to a number of columns, with what is marked in the middle.
func (v view) fit(columns int) view {
	need := 0
	for _, c := range v.cells {
		need += c.room()
	}
	if need <= columns && !v.cutLeft && !v.cutRight {
		return v
	}
	left, right := v.window(columns - 2) // an ellipsis on either side
	return view{
		cells: v.cells[left:right], from: max(0, v.from-left), to: min(v.to, right) - left,
		cutLeft: v.cutLeft || left > 0, cutRight: v.cutRight || right < len(v.cells),
	}
}

// window is the range of cells that fill a number of columns. It begins with what is
// marked and grows to both sides.
func (v view) window(columns int) (left, right int) {
	left, right = v.from, v.from
	for right < v.to && v.cells[right].room() <= columns {
		columns -= v.cells[right].room()
		right++
	}
	if right < v.to {
		return left, right
	}
	for grown := true; grown; {
		grown = false
		if left > 0 && v.cells[left-1].room() <= columns {
			left--
			columns -= v.cells[left].room()
			grown = true
		}
		if right < len(v.cells) && v.cells[right].room() <= columns {
			columns -= v.cells[right].room()
			right++
			grown = true
		}
	}
	return left, right
}

// lines are the text and the carets under what is marked, at least one. Both begin at
// the given column of the terminal, from 0. Tabs before the marks are kept in both.
func (v view) lines(column int) (text, marks string) {
	var t, m strings.Builder
	if v.cutLeft {
		t.WriteString(ellipsis)
		m.WriteByte(' ')
		column++
	}
	carets := 0
	for i, c := range v.cells {
		t.WriteString(c.shown)
		wide := c.wide
		if c.shown == "\t" {
			wide = tabWidth - column%tabWidth
		}
		column += wide
		switch {
		case i < v.from && c.shown == "\t":
			m.WriteByte('\t')
		case i < v.from:
			m.WriteString(strings.Repeat(" ", wide))
		case i < v.to:
			carets += wide
		}
	}
	if v.cutRight {
		t.WriteString(ellipsis)
	}
	m.WriteString(strings.Repeat("^", max(1, carets)))
	return t.String(), m.String()
}
