package normalize

import (
	"errors"
	"fmt"

	"klartext/normalize/edit"
	"klartext/normalize/words"
)

// errNoWords says that there is nothing to explain.
var errNoWords = errors.New("the words fixer does not run")

// Prepared is text as the words fixer first sees it: what the fixers before it
// make of it. Lines stay lines.
func (p *Pipeline) Prepared(text string) (string, error) {
	for _, f := range p.fixers {
		if _, ok := f.(*words.Fixer); ok {
			return text, nil
		}
		next, err := edit.Apply(text, p.protection.clear(f, text, f.Fix(text)))
		if err != nil {
			return "", fmt.Errorf("fixer %s: %w", f.Name(), err)
		}
		text = next
	}
	return "", errNoWords
}

// Explain tells of each word in prepared[start:end] why it is changed or is not;
// the rest of prepared, which comes from [Pipeline.Prepared], is its context. It
// fails if the words fixer does not run.
func (p *Pipeline) Explain(prepared string, start, end int) (words.Explanation, error) {
	for _, f := range p.fixers {
		if w, ok := f.(*words.Fixer); ok {
			return w.Explain(prepared, start, end), nil
		}
	}
	return words.Explanation{}, errNoWords
}
