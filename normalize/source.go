package normalize

import (
	"fmt"
	"io"
	"strings"

	"klartext/normalize/decode"
	"klartext/normalize/words"
)

// Source gathers what texts of one source, printed in one kind of print and read by
// one engine, show of how they were misread, so that each of them is cleaned with
// what the others show. Neither the order in which they are added matters nor the
// way they are grouped, and of much text it keeps a part only. It is safe for many
// goroutines.
type Source struct {
	pipeline *Pipeline
	sample   *words.Sample // nil if the words fixer does not run
}

// NewSource returns a Source that has gathered nothing yet, for texts that p is to
// clean.
func (p *Pipeline) NewSource() *Source {
	s := &Source{pipeline: p}
	if f := p.wordFixer(); f != nil {
		s.sample = f.NewSample()
	}
	return s
}

// Add gathers a decoded text, or a part of one. It fails if a fixer's edits did not
// fit, which is a bug.
func (s *Source) Add(text string) error {
	if s.sample == nil {
		return nil
	}
	prepared, err := s.pipeline.Prepared(text)
	if err != nil {
		return err
	}
	s.sample.Add(prepared)
	return nil
}

// AddFrom decodes and gathers what r yields, in bounded memory.
func (s *Source) AddFrom(r io.Reader) error {
	decoded, _, err := decode.NewReader(r, s.pipeline.options.encoding)
	if err != nil {
		return fmt.Errorf("decoding: %w", err)
	}
	return windows(decoded, windowSize, s.Add)
}

// Pipeline returns a Pipeline that cleans with what the texts gathered show. It is
// for a text of their source that is none of them, or too long to be held.
func (s *Source) Pipeline() *Pipeline {
	if s.sample == nil {
		return s.pipeline
	}
	return s.pipeline.replaceWords(s.pipeline.wordFixer().With(s.sample.Source()))
}

// PipelineFor returns a Pipeline that cleans text, which is decoded and one of those
// gathered, with what the others show: counted twice, its own errors would look
// confirmed. If there are no others it is the one that s was made for.
func (s *Source) PipelineFor(text string) (*Pipeline, error) {
	if s.sample == nil {
		return s.pipeline, nil
	}
	var own strings.Builder
	err := windows(strings.NewReader(text), windowSize, func(part string) error {
		prepared, err := s.pipeline.Prepared(part)
		own.WriteString(prepared)
		own.WriteString("\n\n")
		return err
	})
	if err != nil {
		return nil, err
	}
	others := s.sample.SourceWithout(own.String())
	if others == nil {
		return s.pipeline, nil
	}
	return s.pipeline.replaceWords(s.pipeline.wordFixer().With(others)), nil
}

// wordFixer is the fixer that learns from a source, nil if it does not run.
func (p *Pipeline) wordFixer() *words.Fixer {
	for _, f := range p.fixers {
		if w, ok := f.(*words.Fixer); ok {
			return w
		}
	}
	return nil
}

// replaceWords is p with another words fixer.
func (p *Pipeline) replaceWords(w *words.Fixer) *Pipeline {
	q := *p
	q.fixers = p.Fixers()
	for i, f := range q.fixers {
		if _, ok := f.(*words.Fixer); ok {
			q.fixers[i] = w
		}
	}
	return &q
}
