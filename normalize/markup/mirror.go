package markup

import (
	"html"
	"strings"
	"unicode/utf8"

	"klartext/normalize/edit"
)

// mirror is a text and where its characters stand in the source, escaped and perhaps
// in several places.
type mirror struct {
	text     string
	segments []segment
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

func (m *mirror) plain(source string, from, to int, quote byte) {
	if from == to {
		return
	}
	start := len(m.text)
	m.text += source[from:to]
	m.segments = append(m.segments, segment{start: start, end: len(m.text), from: from, to: to, quote: quote})
}

// escape appends the reference or line end at source[at], and returns its length.
func (m *mirror) escape(source string, at, to int, quote byte) int {
	length, means := 1, source[at:at+1]
	switch {
	case strings.HasPrefix(source[at:to], "\r\n"):
		length, means = 2, "\n"
	case source[at] == '\r':
		means = "\n"
	default:
		if end := strings.IndexByte(source[at:to], ';'); end > 0 {
			if s := html.UnescapeString(source[at : at+end+1]); s != source[at:at+end+1] {
				length, means = end+1, s
			}
		}
	}
	start := len(m.text)
	m.text += means
	m.segments = append(m.segments, segment{
		start: start, end: len(m.text), from: at, to: at + length, escaped: true, quote: quote,
	})
	return length
}

// slice is the part text[start:end] of m.
func (m mirror) slice(start, end int) mirror {
	part := mirror{text: m.text[start:end]}
	for _, s := range m.segments {
		if s.end <= start || s.start >= end {
			continue
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

// isEscaped tells whether some of the text is written by references.
func (m mirror) isEscaped() bool {
	for _, s := range m.segments {
		if s.escaped {
			return true
		}
	}
	return false
}

// replace returns the edits of source that make with of text[start:end], which is
// not all white space. Where the text stands in several places, the first takes what
// is new.
func (m mirror) replace(source string, start, end int, with, rule string, confidence float64) []edit.Edit {
	var out []edit.Edit
	for _, s := range m.slice(start, end).segments {
		after := escape(with, s.quote)
		with = ""
		if last := len(out) - 1; last >= 0 && out[last].End == s.from {
			out[last].End, out[last].Before = s.to, source[out[last].Start:s.to]
			continue
		}
		out = append(out, edit.Edit{Start: s.from, End: s.to, Before: source[s.from:s.to], After: after, Rule: rule, Confidence: confidence})
	}
	return out
}

// become returns the edits of source that make with of m's text. All of it is
// replaced, so that an audit reads words, unless it is written by references, of
// which those stay that can.
func (m mirror) become(source, with, rule string, confidence float64) []edit.Edit {
	if m.text == with {
		return nil
	}
	start, end := 0, len(m.text)
	if m.isEscaped() || len(m.segments) > 1 {
		start, end, with = differing(m.text, with)
	}
	return m.replace(source, start, end, with, rule, confidence)
}

// differing cuts from old and its replacement what they have in common at their
// ends, but leaves at least one character of old, for an edit to hold on to.
func differing(old, with string) (start, end int, middle string) {
	end = len(old)
	to := len(with)
	for start < end && start < to {
		_, size := utf8.DecodeRuneInString(old[start:])
		if !strings.HasPrefix(with[start:], old[start:start+size]) || start+size == end {
			break
		}
		start += size
	}
	for end > start && to > start {
		_, size := utf8.DecodeLastRuneInString(old[start:end])
		if !strings.HasSuffix(with[start:to], old[end-size:end]) || end-size == start {
			break
		}
		end -= size
		to -= size
	}
	return start, end, with[start:to]
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
