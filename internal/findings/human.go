package findings

import (
	"fmt"
	"io"
	"strings"
)

const (
	indent       = "    " // before a line of text
	defaultWidth = 100    // columns
	leastWidth   = 40     // columns
)

// human shows each finding in its line, with a mark under it.
type human struct {
	output
	colors colors
	width  int
	cursor cursor
	total  totals
}

// totals is what was checked.
type totals struct{ findings, files, with, failed, words int }

func newHuman(w io.Writer, o Options) Writer {
	width := defaultWidth
	if o.Width != 0 {
		width = max(o.Width, leastWidth)
	}
	return &human{output: output{w}, colors: colors(o.Color), width: width}
}

func (h *human) Write(f Finding) error {
	h.total.findings++
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s (%d %%)\n",
		h.colors.paint(bold, place(f)), h.colors.paint(yellow, visible(f.Rule)), f.percent())
	if !f.whole() && f.Text != "" {
		text, marks := viewOf(f.Text, h.cursor.locate(f), h.width-len(indent)).lines(len(indent))
		fmt.Fprintf(&b, "%s%s\n%s%s\n", indent, text, indent, h.colors.marks(marks))
	}
	if s := suggestion(f); s != "" {
		fmt.Fprintf(&b, "  %s\n", h.colors.paint(green, visible(s)))
	}
	return h.print(b.String())
}

func (h *human) File(_ string, findings, words int) error {
	h.total.files++
	h.total.words += words
	if findings > 0 {
		h.total.with++
	}
	return nil
}

func (h *human) Fail(string, error) error {
	h.total.failed++
	return nil // the command tells of failures on standard error
}

// Close tells how much was found in how much.
func (h *human) Close() error {
	t := h.total
	s := "nothing found in "
	if t.findings > 0 {
		s = fmt.Sprintf("%s in %d of ", count(t.findings, "suspected error"), t.with)
	}
	s += count(t.files, "file") + " with " + count(t.words, "word")
	if t.failed > 0 {
		s += fmt.Sprintf("; %s could not be checked", count(t.failed, "file"))
	}
	return h.print(s + "\n")
}

// count is a number of things: 1 file, 2 files.
func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
