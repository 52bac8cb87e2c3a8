// Package normalize turns raw OCR text into clean German by a pipeline of
// fixers, and accounts for every change it makes.
//
//	pipeline, err := normalize.New()
//	result, err := pipeline.Clean("die Verwal-\ntung fir alle")
//	fmt.Println(result.Text) // die Verwaltung\nfür alle
//
// The text runs through the fixers in a fixed order (see [Pipeline.Fixers]);
// each yields edits, never text. Applying [Result.Changes] to the input gives
// [Result.Text], byte for byte.
package normalize

import (
	"fmt"

	"klartext/normalize/edit"
)

// maxPasses bounds how often the fixers run over one text until they find
// nothing more. Two passes are usual: one that changes and one that confirms.
const maxPasses = 8

// Pipeline cleans texts. It is safe for use by many goroutines.
type Pipeline struct {
	fixers  []Fixer
	options options
}

// Change is one edit and where it stands.
type Change struct {
	// Line and Column are where the change begins in the decoded input, both
	// from 1; Column counts characters (Unicode code points), not bytes.
	Line   int `json:"line"`
	Column int `json:"column"`
	// Start and End are byte offsets in the decoded input (UTF-8, without BOM).
	Start int `json:"start"`
	End   int `json:"end"`
	// Before is the input's text between Start and End, After its replacement.
	Before string `json:"before"`
	After  string `json:"after"`
	// Rule names the fixer and rule ("typography/quotes"); where several
	// fixers changed the same place, their rules are joined by "+".
	Rule string `json:"rule"`
	// Confidence is the estimated probability, 0 to 1, that the change is right.
	Confidence float64 `json:"confidence"`
}

// Result is a cleaned text with its account.
type Result struct {
	// Text is the clean text: valid UTF-8 in normalisation form C.
	Text string
	// Changes lead from the input to Text, in order and without overlap.
	Changes []Change
}

// Clean repairs text, which is taken as one document. Bytes that are not UTF-8
// must be decoded first; see [Pipeline.Decode]. The error says that text is not
// UTF-8, or that a fixer's edits did not fit, which is a bug.
func (p *Pipeline) Clean(text string) (Result, error) {
	edits, clean, err := p.clean(text)
	if err != nil {
		return Result{}, err
	}
	return Result{Text: clean, Changes: locate(text, edits)}, nil
}

// clean runs the fixers until a pass changes nothing, so that cleaning a clean
// text again changes nothing either.
func (p *Pipeline) clean(text string) ([]edit.Edit, string, error) {
	var all []edit.Edit
	current := text
	for range maxPasses {
		changed := false
		for _, f := range p.fixers {
			edits := f.Fix(current)
			if len(edits) == 0 {
				continue
			}
			next, err := edit.Apply(current, edits)
			if err != nil {
				return nil, "", fmt.Errorf("fixer %s: %w", f.Name(), err)
			}
			all = edit.Compose(text, all, edits)
			changed = changed || next != current
			current = next
		}
		if !changed {
			break
		}
	}
	return all, current, nil
}

// Apply makes the listed changes to the decoded input they were listed for. It
// fails, with an error that wraps [edit.ErrOutOfPlace], if they do not fit it.
func Apply(input string, changes []Change) (string, error) {
	edits := make([]edit.Edit, len(changes))
	for i, c := range changes {
		edits[i] = edit.Edit{Start: c.Start, End: c.End, Before: c.Before, After: c.After}
	}
	return edit.Apply(input, edits)
}
