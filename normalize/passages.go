package normalize

import (
	"fmt"
	"io"
	"strings"

	"klartext/normalize/decode"
)

// Passages decodes what r yields and calls each with one part after the other, as
// [Pipeline.Prepared] makes it: in normalisation form C, with the words joined that a
// line end divides. Memory is bounded; parts end with a paragraph where possible, and
// none is empty. It returns the first error of r, of decoding or of each.
func (p *Pipeline) Passages(r io.Reader, each func(text string) error) error {
	decoded, _, err := decode.NewReader(r, p.options.encoding)
	if err != nil {
		return fmt.Errorf("decoding: %w", err)
	}
	return p.passages(decoded, each)
}

// PassagesOf is Passages for text that is decoded, as [Pipeline.Running] returns it.
func (p *Pipeline) PassagesOf(text string, each func(text string) error) error {
	return p.passages(strings.NewReader(text), each)
}

func (p *Pipeline) passages(decoded io.Reader, each func(text string) error) error {
	return windows(decoded, windowSize, func(part string) error {
		prepared, err := p.Prepared(part)
		if err != nil {
			return err
		}
		return each(prepared)
	})
}
