package normalize

import (
	"bytes"
	"fmt"
	"io"
	"unicode/utf8"

	"klartext/normalize/decode"
	"klartext/normalize/words"
)

// windowSize is how many bytes of a stream, at most, are cleaned as one
// document. It bounds memory; what the fixers learn of a document, its errors
// and its style, they learn from this much of it.
const windowSize = 256 << 10

// Decode turns data, in the encoding set by [Encoding] or in the one detected,
// into UTF-8 without a byte order mark: the text that [Pipeline.Clean] takes. It
// fails if data are binary, or if there is no encoding of the name set.
func (p *Pipeline) Decode(data []byte) (string, error) {
	text, _, err := decode.Bytes(data, p.options.encoding)
	if err != nil {
		return "", fmt.Errorf("decoding: %w", err)
	}
	return text, nil
}

// Stream decodes and cleans what r yields and writes it to w, in bounded memory.
// Up to a length of 256 KiB the input is one document; what is longer is cleaned in
// windows that end with a paragraph where possible; how a window was misread counts
// in the next ones, too, the less the longer ago. each, unless nil, is called with
// every change and every suggestion, in order of Start; Applied tells which it is.
// Offsets and lines count from the start of the decoded stream. Stream ends
// at the first error of r, w, each or the decoding and returns it.
func (p *Pipeline) Stream(r io.Reader, w io.Writer, each func(Change) error) error {
	decoded, _, err := decode.NewReader(r, p.options.encoding)
	if err != nil {
		return fmt.Errorf("decoding: %w", err)
	}
	s := stream{pipeline: p, out: w, each: each, at: position{line: 1, column: 1}}
	return windows(decoded, windowSize, s.window)
}

// windows hands on what r, which is decoded, yields in parts of up to size bytes,
// none of them empty.
func windows(r io.Reader, size int, each func(text string) error) error {
	buffer := make([]byte, size)
	filled := 0
	for {
		n, ended, err := decode.Fill(r, buffer[filled:])
		filled += n
		switch {
		case err != nil:
			return fmt.Errorf("reading: %w", err)
		case ended && filled == 0:
			return nil
		case ended:
			return each(string(buffer[:filled]))
		}
		cut := cutWindow(buffer)
		if err := each(string(buffer[:cut])); err != nil {
			return err
		}
		filled = copy(buffer, buffer[cut:])
	}
}

// stream is where a [Pipeline.Stream] has got to.
type stream struct {
	pipeline *Pipeline
	out      io.Writer
	each     func(Change) error
	at       position
	// shown is what the windows so far have shown of their channel.
	shown *words.Source
}

// window cleans text, which is the next of the stream.
func (s *stream) window(text string) error {
	result, err := s.clean(text)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(s.out, result.Text); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	if s.each != nil {
		for _, c := range result.All() {
			if err := s.each(s.at.shift(c)); err != nil {
				return err
			}
		}
	}
	s.at = s.at.after(text)
	return nil
}

// shownBefore is what earlier windows count for, each time another has come: all of
// them together come to no more than the last.
const shownBefore = 0.5

// clean cleans a window with what those before have shown, and notes what it shows
// itself when it is first looked at: later, its errors are mended.
func (s *stream) clean(text string) (Result, error) {
	f := s.pipeline.wordFixer()
	if f == nil {
		return s.pipeline.Clean(text)
	}
	var first *words.Source
	f = f.WithMore(s.shown).Telling(func(shown *words.Source) {
		if first == nil {
			first = shown
		}
	})
	result, err := s.pipeline.replaceWords(f).Clean(text)
	s.shown = s.shown.Plus(first, shownBefore)
	return result, err
}

// shift turns the place of c in a window that begins at p into that in the stream.
func (p position) shift(c Change) Change {
	if c.Line == 1 {
		c.Column += p.column - 1
	}
	c.Line += p.line - 1
	c.Start += p.offset
	c.End += p.offset
	return c
}

// cutWindow tells where in the second half of window it is best ended: at a blank
// line, a line end, a blank, or between two characters. A line that ends in a
// hyphen is not the last one if there is another.
func cutWindow(window []byte) int {
	half := len(window) / 2
	hyphenated := 0
	hyphens := hyphenFinder{window: window}
	for _, separator := range []string{"\n\n", "\n\r\n", "\n"} {
		for end := len(window); ; {
			i := bytes.LastIndex(window[half:end], []byte(separator))
			if i < 0 {
				break
			}
			i += half
			if !hyphens.before(i) {
				return i + len(separator)
			}
			hyphenated = max(hyphenated, i+len(separator))
			end = i
		}
	}
	if hyphenated > 0 {
		return hyphenated
	}
	if i := bytes.LastIndexByte(window[half:], ' '); i >= 0 {
		return half + i + 1
	}
	cut := len(window)
	for cut > half && (!utf8.FullRune(window[lastRuneStart(window[:cut]):cut]) || window[cut-1] == '\r') {
		cut--
	}
	return cut
}

// lastRuneStart is where the last character of b, perhaps cut off, begins.
func lastRuneStart(b []byte) int {
	start := len(b) - 1
	for start > 0 && len(b)-start < utf8.UTFMax && !utf8.RuneStart(b[start]) {
		start--
	}
	return start
}

// hyphenFinder tells, for places in a window from right to left, whether the text
// before them ends in a hyphen. A million line ends have the same text before them: it
// is looked for once.
type hyphenFinder struct {
	window []byte
	end    int // of the text found last, without white space behind it
	found  bool
}

func (f *hyphenFinder) before(i int) bool {
	if f.end == 0 || i < f.end {
		text := bytes.TrimRight(f.window[:i], " \t\r\n")
		f.end, f.found = max(len(text), 1), endsInHyphen(text)
	}
	return f.found
}

// endsInHyphen tells whether text ends in one of the marks that divide words.
func endsInHyphen(text []byte) bool {
	for _, hyphen := range []string{"-", "=", "¬", "⸗", "‐", "\u00ad"} {
		if bytes.HasSuffix(text, []byte(hyphen)) {
			return true
		}
	}
	return false
}
