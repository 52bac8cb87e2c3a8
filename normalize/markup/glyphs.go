package markup

import (
	"strings"

	"klartext/normalize/edit"
)

// glyphsFollow keeps the glyphs of a word in accord with its text. If it has as many
// characters as before, those that differ change; otherwise none of the glyphs fits
// and all are dropped.
func glyphsFollow(source string, c boxChange, drop func(source string, g glyph) (start, end int)) []edit.Edit {
	b := c.box
	if len(b.glyphs) == 0 {
		return nil
	}
	var out []edit.Edit
	if aligned := glyphTexts(c); aligned != nil {
		for i, g := range b.glyphs {
			out = append(out, g.content.become(source, aligned[i], "markup/glyph", c.confidence)...)
		}
		return out
	}
	for _, g := range b.glyphs {
		start, end := drop(source, g)
		out = append(out, c.edit(start, end, source[start:end], "", "markup/glyph"))
	}
	return out
}

// glyphTexts tells the new text of each glyph, nil if they do not fit.
func glyphTexts(c boxChange) []string {
	var old strings.Builder
	var out []string
	with := []rune(c.text)
	for _, g := range c.box.glyphs {
		n := len([]rune(g.content.text))
		if n == 0 || n > len(with) {
			return nil
		}
		old.WriteString(g.content.text)
		out = append(out, string(with[:n]))
		with = with[n:]
	}
	if len(with) > 0 || old.String() != c.box.content.text {
		return nil
	}
	return out
}

// whole is the place of a glyph with the white space before it.
func whole(source string, g glyph) (start, end int) {
	start = g.start
	for start > 0 && strings.IndexByte(whiteSpace, source[start-1]) >= 0 {
		start--
	}
	return start, g.end
}
