// Package normalize turns raw OCR text into clean German by a pipeline of
// fixers, and accounts for every change it makes.
//
//	pipeline, err := normalize.New()
//	result, err := pipeline.Clean("die Verwal-\ntung fir alle")
//	fmt.Println(result.Text) // die Verwaltung\nfür alle
//
// The text runs through the fixers in a fixed order (see [Pipeline.Fixers]);
// each yields edits, never text. Applying [Result.Changes] to the input gives
// [Result.Text], byte for byte. What the pipeline is not sure enough of to do is
// in [Result.Suggestions].
package normalize

import (
	"cmp"
	"fmt"
	"slices"

	"klartext/normalize/edit"
)

// maxPasses bounds how often the fixers run over one text until they find
// nothing more. Two passes are usual: one that changes and one that confirms.
const maxPasses = 8

// Pipeline cleans texts. It is safe for use by many goroutines.
type Pipeline struct {
	fixers     []Fixer
	options    options
	protection protection
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
	// Applied tells that the change is made; false marks a suggestion.
	Applied bool `json:"applied"`
}

// Result is a cleaned text with its account.
type Result struct {
	// Text is the clean text: valid UTF-8 in normalisation form C.
	Text string
	// Changes lead from the input to Text, in order and without overlap. All of
	// them are Applied.
	Changes []Change
	// Suggestions are what else may be wrong, not Applied, with a confidence of at
	// least 0.2, in order of Start. One that overlaps changes covers them whole: its
	// After is what stands there in Text with the suggestion taken up. It is to be
	// made instead of them.
	Suggestions []Change
}

// All returns changes and suggestions in order of Start.
func (r *Result) All() []Change {
	all := slices.Concat(r.Changes, r.Suggestions)
	slices.SortStableFunc(all, func(a, b Change) int { return cmp.Compare(a.Start, b.Start) })
	return all
}

// Clean repairs text, which is taken as one document. Bytes that are not UTF-8
// must be decoded first; see [Pipeline.Decode]. The error says that text is not
// UTF-8, or that a fixer's edits did not fit, which is a bug.
func (p *Pipeline) Clean(text string) (Result, error) {
	done, err := p.clean(text)
	if err != nil {
		return Result{}, err
	}
	return Result{
		Text:        done.text,
		Changes:     locate(text, done.edits, true),
		Suggestions: locate(text, edit.Trace(text, done.edits, done.suggestions), false),
	}, nil
}

// cleaned is a text, the edits that led to it, and edits against it that none of
// the fixers was sure enough of.
type cleaned struct {
	text               string
	edits, suggestions []edit.Edit
}

// clean runs the fixers until a pass changes nothing, so that cleaning a clean
// text again changes nothing either. Where passes turn round and round, since what one
// does another undoes, it stops where the round began: cleaning that text again ends
// there, too.
func (p *Pipeline) clean(text string) (cleaned, error) {
	done := cleaned{text: text}
	left := make([]string, len(p.fixers)) // by each fixer as it was
	before := []string{text}              // each pass
	for range maxPasses {
		for i, f := range p.fixers {
			current := done.text
			if current == left[i] {
				continue
			}
			if err := done.run(f, text, &p.protection); err != nil {
				return cleaned{}, err
			}
			if done.text == current {
				left[i] = current
			}
		}
		if slices.Contains(before, done.text) {
			return done, nil
		}
		before = append(before, done.text)
	}
	return done, nil
}

// run lets f make its edits, but for those of what is protected; input is the text
// that all edits lead from.
func (c *cleaned) run(f Fixer, input string, protected *protection) error {
	var edits, suggestions []edit.Edit
	if s, ok := f.(Suggester); ok {
		edits, suggestions = s.Suggest(c.text)
	} else {
		edits = f.Fix(c.text)
	}
	edits, suggestions = protected.clear(f, c.text, edits), protected.clear(f, c.text, suggestions)
	// The first time counts: later a document looks better than it was.
	c.suggestions = edit.Forward(edit.Union(c.suggestions, suggestions), edits)
	if len(edits) == 0 {
		return nil
	}
	next, err := edit.Apply(c.text, edits)
	if err != nil {
		return fmt.Errorf("fixer %s: %w", f.Name(), err)
	}
	c.edits, c.text = edit.Compose(input, c.edits, edits), next
	return nil
}

// Apply makes those of the changes to the decoded input they were listed for that
// are Applied, so that it may be given suggestions, too. It fails, with an error
// that wraps [edit.ErrOutOfPlace], if they do not fit it.
func Apply(input string, changes []Change) (string, error) {
	edits := make([]edit.Edit, 0, len(changes))
	for _, c := range changes {
		if c.Applied {
			edits = append(edits, edit.Edit{Start: c.Start, End: c.End, Before: c.Before, After: c.After})
		}
	}
	return edit.Apply(input, edits)
}
