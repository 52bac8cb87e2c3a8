package normalize

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"klartext/normalize/edit"
	"klartext/normalize/markup"
)

// cleanMarkup cleans a page. It goes on until nothing more can be carried back, so
// that cleaning a clean page again changes nothing.
func (p *Pipeline) cleanMarkup(input string, format markup.Format) (File, error) {
	file := File{Format: format, Input: input}
	m := marked{pipeline: p, format: format, input: input, current: input}
	if err := m.apply(markup.AsUTF8(input)); err != nil {
		return File{}, err
	}
	for range maxPasses {
		more, err := m.pass()
		if err != nil {
			return File{}, err
		}
		if !more {
			break
		}
	}
	if err := m.record(); err != nil {
		return File{}, err
	}
	file.Text = m.current
	file.Changes = locate(input, m.source, true)
	file.Reading = Reading{
		Text:        m.reading,
		Changes:     locate(m.reading, m.text, true),
		Suggestions: locate(m.reading, m.suggestions, false),
		Words:       countWords(m.reading),
	}
	file.Suggestions = locate(input, m.inSource, false)
	return file, nil
}

// marked is a page that is being cleaned.
type marked struct {
	pipeline *Pipeline
	format   markup.Format
	input    string // the file as it was at first
	current  string // the file as it is by now
	reading  string // the running text as it was at first
	passes   int
	// Against the file and the running text as they were at first:
	source, text          []edit.Edit
	inSource, suggestions []edit.Edit
}

// pass cleans the page as it is by now, and tells whether that changed it.
func (m *marked) pass() (more bool, err error) {
	doc, err := markup.Parse(m.current, m.format)
	if err != nil {
		return false, err
	}
	text := doc.Text()
	done, err := m.pipeline.clean(text)
	if err != nil {
		return false, fmt.Errorf("cleaning: %w", err)
	}
	made, left := m.pipeline.weigh(doc, done.edits, edit.Trace(text, done.edits, done.suggestions))
	carried := doc.Carry(made, markup.Options{
		KeepOriginal: m.pipeline.options.keepOriginal,
		Recorded:     m.pipeline.options.provenance != nil,
	})
	if m.passes == 0 {
		m.reading = text
		m.suggest(doc, carried.Text, edit.Union(left, carried.Left))
	}
	m.passes++
	if len(carried.Source) == 0 {
		return false, nil
	}
	m.text = edit.Compose(m.reading, m.text, carried.Text)
	return true, m.apply(carried.Source)
}

// apply makes edits against the file as it is by now.
func (m *marked) apply(edits []edit.Edit) error {
	next, err := edit.Apply(m.current, edits)
	if err != nil {
		return fmt.Errorf("carrying changes back: %w", err)
	}
	m.source, m.current = edit.Compose(m.input, m.source, edits), next
	return nil
}

// suggest notes what may be wrong, too: edits against the document's text, of which
// those count that stay clear of what is made.
func (m *marked) suggest(doc *markup.Document, made, suggested []edit.Edit) {
	m.suggestions = edit.Clear(suggested, made)
	for _, e := range m.suggestions {
		for _, s := range doc.Carry([]edit.Edit{e}, markup.Options{}).Source {
			if !strings.HasPrefix(s.Rule, markup.FollowingRules) {
				m.inSource = append(m.inSource, s)
			}
		}
	}
	// Blocks may stand in the file in another order than they are read in.
	slices.SortStableFunc(m.inSource, func(a, b edit.Edit) int { return cmp.Compare(a.Start, b.Start) })
}

// record notes in the file who changed it, if that is wanted and it did change.
func (m *marked) record() error {
	p := m.pipeline.options.provenance
	if p == nil || len(m.source) == 0 {
		return nil
	}
	doc, err := markup.Parse(m.current, m.format)
	if err != nil {
		return fmt.Errorf("reading what was written: %w", err)
	}
	return m.apply(doc.Record(*p))
}
