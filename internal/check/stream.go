package check

import (
	"io"
	"strings"

	"klartext/normalize"
)

// Stream examines a text that is too long to be held, as [Examine] does, except for
// what only the whole of a file shows. Of the lines, what is misread alone is kept.
func Stream(p *normalize.Pipeline, path string, r io.Reader, o Options) (Result, error) {
	var result Result
	words := &wordCounter{}
	err := p.Stream(r, words, func(c normalize.Change) error {
		f := FromChange(path, c)
		f.Text, _, _ = strings.Cut(c.Before, "\n")
		if o.wants(f.Rule) && f.Confidence >= o.MinConfidence {
			result.Findings = append(result.Findings, f)
		}
		return nil
	})
	result.Words = words.n
	return result, err
}

// wordCounter counts the runs of signs that are no white space.
type wordCounter struct {
	n      int
	inWord bool
}

func (w *wordCounter) Write(p []byte) (int, error) {
	for _, c := range p {
		blank := c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f'
		if !blank && !w.inWord {
			w.n++
		}
		w.inWord = !blank
	}
	return len(p), nil
}
