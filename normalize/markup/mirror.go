package markup

import (
	"cmp"
	"html"
	"slices"
	"strings"

	"klartext/normalize/edit"
)

// mirror is a text and where its characters stand in the source, escaped and perhaps
// in several places.
type mirror struct {
	text     string
	segments []segment
	// grown holds text if it came in several pieces.
	grown *strings.Builder
}

// segment is a stretch of a mirror's text, text[start:end], that stands in
// source[from:to]. In one that is escaped, the two differ; it is never cut.
type segment struct {
	start, end, from, to int
	escaped              bool
	quote                byte // around the value, if that is an attribute's
}

// add appends the characters in source[from:to]; quote is as in segment. Line ends
// come out as line feeds, as XML has it.
func (m *mirror) add(source string, from, to int, quote byte) {
	for from < to {
		run := from
		for run < to && source[run] != '&' && source[run] != '\r' {
			run++
		}
		m.plain(source, from, run, quote)
		if run == to {
			return
		}
		from = run + m.escape(source, run, to, quote)
	}
}

// write appends to the text. There may be a million pieces: copying what is there for
// each of them would take forever.
func (m *mirror) write(s string) {
	if m.text == "" {
		m.text = s
		return
	}
	if m.grown == nil || m.grown.Len() != len(m.text) { // or a copy of m has gone on with it
		m.grown = new(strings.Builder)
		m.grown.WriteString(m.text)
	}
	m.grown.WriteString(s)
	m.text = m.grown.String()
}

func (m *mirror) plain(source string, from, to int, quote byte) {
	if from == to {
		return
	}
	start := len(m.text)
	m.write(source[from:to])
	m.segments = append(m.segments, segment{start: start, end: len(m.text), from: from, to: to, quote: quote})
}

// maxReference is how many bytes a reference to a character has at most. The longest
// name in HTML has 33.
const maxReference = 64

// escape appends the reference or line end at source[at], and returns its length.
func (m *mirror) escape(source string, at, to int, quote byte) int {
	length, means := 1, source[at:at+1]
	switch {
	case strings.HasPrefix(source[at:to], "\r\n"):
		length, means = 2, "\n"
	case source[at] == '\r':
		means = "\n"
	default:
		if end := strings.IndexByte(source[at:min(to, at+maxReference)], ';'); end > 0 {
			if s := html.UnescapeString(source[at : at+end+1]); s != source[at:at+end+1] {
				length, means = end+1, s
			}
		}
	}
	start := len(m.text)
	m.write(means)
	m.segments = append(m.segments, segment{
		start: start, end: len(m.text), from: at, to: at + length, escaped: true, quote: quote,
	})
	return length
}

// slice is the part text[start:end] of m.
func (m mirror) slice(start, end int) mirror {
	part := mirror{text: m.text[start:end]}
	first, _ := slices.BinarySearchFunc(m.segments, start, func(s segment, at int) int { return cmp.Compare(s.end, at+1) })
	for _, s := range m.segments[first:] {
		if s.start >= end {
			break
		}
		if !s.escaped {
			left, right := max(0, start-s.start), max(0, s.end-end)
			s.start, s.from = s.start+left, s.from+left
			s.end, s.to = s.end-right, s.to-right
		}
		s.start, s.end = s.start-start, s.end-start
		part.segments = append(part.segments, s)
	}
	return part
}

// trimmed is m without the white space at its ends.
func (m mirror) trimmed() mirror {
	start := len(m.text) - len(strings.TrimLeft(m.text, whiteSpace))
	end := len(strings.TrimRight(m.text, whiteSpace))
	if start >= end {
		return mirror{}
	}
	return m.slice(start, end)
}

const whiteSpace = " \t\r\n\f\v"

// become returns the edits of source that make with of m's text, which is not empty.
// A text that stands in one piece is replaced as a whole, so that an audit reads
// words. Of one in several pieces, those that stay the same are not touched.
func (m mirror) become(source, with, rule string, confidence float64) []edit.Edit {
	if m.text == with {
		return nil
	}
	var out []edit.Edit
	for i, after := range m.parts(with) {
		s := m.segments[i]
		if m.text[s.start:s.end] == after {
			continue
		}
		out = append(out, edit.Edit{
			Start: s.from, End: s.to, Before: source[s.from:s.to], After: escape(after, s.quote),
			Rule: rule, Confidence: confidence,
		})
	}
	return out
}

// parts cuts with into what stands for each segment.
func (m mirror) parts(with string) []string {
	parts := make([]string, len(m.segments))
	if len(parts) == 1 {
		parts[0] = with
		return parts
	}
	aligned := align([]rune(m.text), []rune(with))
	if aligned == nil { // too long: the first piece takes all
		parts[0] = with
		return parts
	}
	at, n := 0, 0 // in segments, in characters
	for offset := range m.text {
		for at+1 < len(m.segments) && offset >= m.segments[at+1].start {
			at++
		}
		parts[at] += string(aligned[n])
		n++
	}
	return parts
}

// escape writes text as character data or, with a quote, as an attribute's value.
func escape(text string, quote byte) string {
	text = strings.ReplaceAll(text, "&", "&amp;")
	text = strings.ReplaceAll(text, "<", "&lt;")
	switch quote {
	case '"':
		return strings.ReplaceAll(text, `"`, "&quot;")
	case '\'':
		return strings.ReplaceAll(text, "'", "&#39;")
	}
	return strings.ReplaceAll(text, ">", "&gt;")
}
