package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// colour is the parameter of a terminal's "select graphic rendition" sequence.
type colour string

const (
	plain colour = ""
	bold  colour = "1"
	red   colour = "31"
	green colour = "32"
	cyan  colour = "36"
)

// painter writes lines in colour, or without if it is false.
type painter bool

// newPainter decides by --color. On auto, colour is for terminals, unless
// NO_COLOR is set (https://no-color.org) or the terminal has none.
func newPainter(when string, out io.Writer) (painter, error) {
	switch when {
	case "always":
		return true, nil
	case "never":
		return false, nil
	case "auto":
		file, isFile := out.(*os.File)
		return painter(isFile && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" &&
			term.IsTerminal(int(file.Fd()))), nil
	}
	return false, fmt.Errorf("--color is auto, always or never, not %q", when)
}

// line writes text, which may end in a line feed.
func (p painter) line(b *bytes.Buffer, c colour, text string) {
	if !p || c == plain {
		b.WriteString(text)
		return
	}
	body, ended := strings.CutSuffix(text, "\n")
	fmt.Fprintf(b, "\x1b[%sm%s\x1b[0m", c, body)
	if ended {
		b.WriteByte('\n')
	}
}

// lines writes each line behind sign, and marks a last one that has no end.
func (p painter) lines(b *bytes.Buffer, c colour, sign string, lines []string) {
	for _, l := range lines {
		p.line(b, c, sign+l)
		if !strings.HasSuffix(l, "\n") {
			b.WriteString("\n\\ No newline at end of file\n")
		}
	}
}
