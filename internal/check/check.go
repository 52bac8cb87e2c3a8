// Package check examines files for errors that OCR has left, without changing them.
package check

import (
	"slices"
	"strings"

	"klartext/internal/findings"
	"klartext/normalize"
	"klartext/normalize/markup"
)

// Options say what counts as a finding.
type Options struct {
	// MinConfidence is the estimated probability, 0 to 1, from which an error is one.
	MinConfidence float64
	// Notes adds matters of style: quotation marks, dashes, blanks, ligatures, words
	// divided at line ends.
	Notes bool
	// Disabled are rules (typography/quotes), or fixers with all their rules.
	Disabled []string
}

// Result is what was found in a file.
type Result struct {
	// Findings are in order of their place; those about the whole file come first.
	Findings []findings.Finding
	// Words counts the words of the file.
	Words int
}

// Examine examines the data of the file at path with p. It fails as
// [normalize.Pipeline.CleanFile] does.
func Examine(p *normalize.Pipeline, path string, data []byte, o Options) (Result, error) {
	file, err := p.CleanFile(data)
	if err != nil {
		return Result{}, err
	}
	e := newExaminer(path, file.Input, o)
	e.file(p, &file)
	e.encodings(data)
	e.undecodable()
	for _, c := range file.All() {
		e.change(c)
	}
	e.mojibake(file.Changes)
	return Result{Findings: e.sorted(), Words: file.Reading.Words}, nil
}

// examiner gathers the findings of a file.
type examiner struct {
	path    string
	text    string // decoded
	lines   lines
	options Options
	found   []findings.Finding
}

func newExaminer(path, text string, o Options) *examiner {
	return &examiner{path: path, text: text, lines: linesOf(text), options: o}
}

// change enters a change or a suggestion, if it is likely enough and wanted.
func (e *examiner) change(c normalize.Change) {
	if strings.HasPrefix(c.Rule, markup.FollowingRules) {
		return
	}
	f := FromChange(e.path, c)
	f.Text = e.lines.line(e.text, f.Line)
	e.add(f)
}

// FromChange is the finding that a change is, but for the line that it stands in.
func FromChange(path string, c normalize.Change) findings.Finding {
	f := findings.Finding{
		Path: path, Line: c.Line, Column: c.Column, EndLine: c.Line, EndColumn: c.Column,
		Rule: Rule(c.Rule), Before: c.Before, After: c.After, Fixable: true, Confidence: c.Confidence,
	}
	for _, r := range c.Before {
		f.EndColumn++
		if r == '\n' {
			f.EndLine, f.EndColumn = f.EndLine+1, 1
		}
	}
	return f
}

func (e *examiner) add(f findings.Finding) {
	if e.options.Wants(f) {
		e.found = append(e.found, f)
	}
}

// Wants tells whether f is likely enough, and of a rule that is to be reported.
func (o Options) Wants(f findings.Finding) bool {
	fixer, _, _ := strings.Cut(f.Rule, "/")
	return f.Confidence >= o.MinConfidence && (o.Notes || !isNote(fixer)) &&
		!slices.Contains(o.Disabled, f.Rule) && !slices.Contains(o.Disabled, fixer)
}

func (e *examiner) sorted() []findings.Finding {
	slices.SortStableFunc(e.found, func(a, b findings.Finding) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Column - b.Column
	})
	return e.found
}
