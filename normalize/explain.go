package normalize

import (
	"errors"

	"klartext/normalize/words"
)

// errNoWords says that there is nothing to explain.
var errNoWords = errors.New("the words fixer does not run")

// Prepared is text as the words fixer first sees it: what the fixers before it
// make of it. Lines stay lines.
func (p *Pipeline) Prepared(text string) (string, error) {
	if p.wordFixer() == nil {
		return "", errNoWords
	}
	done, err := p.beforeWords(text)
	return done.text, err
}

// beforeWords lets the fixers run that come before that of the words.
func (p *Pipeline) beforeWords(text string) (cleaned, error) {
	done := cleaned{text: text}
	for _, f := range p.fixers {
		if _, ok := f.(*words.Fixer); ok {
			break
		}
		if err := done.run(f, text, &p.protection); err != nil {
			return cleaned{}, err
		}
	}
	return done, nil
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
