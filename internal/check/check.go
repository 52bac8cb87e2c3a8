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
	// MinConfidence is the estimated probability, 0 to 1, from which an error is one,
	// Noisy the same in texts that are full of errors, where a doubt is worth a look.
	MinConfidence, Noisy float64
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
	// Faint are what would be findings if less confidence were asked for. How sure an
	// error is depends on the others of its document: a new one may bring these up.
	Faint []findings.Finding
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
	survey, err := p.Survey(file.Reading.Text)
	if err != nil {
		return Result{}, err
	}
	e := newExaminer(path, file.Input, o.in(survey))
	e.readable(survey)
	e.encodings(data)
	e.undecodable()
	for _, c := range file.All() {
		e.change(c)
	}
	e.mojibake(file.Changes)
	if file.Format == markup.Plain { // in a page, the places would be those in its text
		e.strange(survey.Strange, file.All())
	}
	return Result{Findings: sorted(e.found), Faint: sorted(e.faint), Words: file.Reading.Words}, nil
}

// examiner gathers the findings of a file.
type examiner struct {
	path    string
	text    string // decoded
	lines   lines
	options Options
	found   []findings.Finding
	faint   []findings.Finding
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

// strange enters the words that look misread without another reading being likely.
func (e *examiner) strange(words, others []normalize.Change) {
	end := 0 // of the others so far
	for _, c := range words {
		for len(others) > 0 && others[0].Start < c.End {
			end = max(end, others[0].End)
			others = others[1:]
		}
		if end > c.Start {
			continue
		}
		f := FromChange(e.path, c)
		f.Fixable = false
		f.Message = "this word is in no dictionary and looks misread"
		f.Text = e.lines.line(e.text, f.Line)
		e.add(f)
	}
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
	switch {
	case !e.options.wants(f.Rule):
	case f.Confidence >= e.options.MinConfidence:
		e.found = append(e.found, f)
	default:
		e.faint = append(e.faint, f)
	}
}

// Defaults of [Options].
const (
	DefaultConfidence = 0.45
	DefaultNoisy      = 0.3
	// FreshConfidence is for errors that a baseline does not know: doubts of old places
	// that come and go with the errors around are no new errors.
	FreshConfidence = 0.6
)

// noise is that from which a text is full of errors.
const noise = 0.3

// in is o for a text as surveyed.
func (o Options) in(s normalize.Survey) Options {
	if s.Noise >= noise {
		o.MinConfidence = min(o.MinConfidence, o.Noisy)
	}
	return o
}

// wants tells whether findings of a rule are to be reported.
func (o Options) wants(rule string) bool {
	fixer, _, _ := strings.Cut(rule, "/")
	return (o.Notes || !isNote(fixer)) && !slices.Contains(o.Disabled, rule) && !slices.Contains(o.Disabled, fixer)
}

func sorted(found []findings.Finding) []findings.Finding {
	slices.SortStableFunc(found, func(a, b findings.Finding) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Column - b.Column
	})
	return found
}
