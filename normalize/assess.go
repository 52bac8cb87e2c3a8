package normalize

import (
	"slices"

	"klartext/normalize/edit"
	"klartext/normalize/words"
)

// Assess tells of the quality of a decoded text as it was read: how many of its words
// are expected to be wrong, what it shows of the engine that read it, and the era of
// its spelling. It fails if the words fixer does not run.
func (p *Pipeline) Assess(text string) (words.Assessment, error) {
	prepared, err := p.Prepared(text)
	if err != nil {
		return words.Assessment{}, err
	}
	return p.wordFixer().Assess(prepared), nil
}

// Survey is what a text shows of its errors beside those that can be mended.
type Survey struct {
	// Words is the number of words in the text that may be changed, Unknown that of
	// those among them in no dictionary.
	Words, Unknown int
	// Noise is the level of errors; 1 is that of pages of which much was misread.
	Noise float64
	// Strange are the words that look misread, whether Clean changes them or not.
	// They are not Applied and have no After; their rule is [words.RuleUnknown]. Those
	// that a fixer before the words changes are left out.
	Strange []Change
}

// Survey looks at a decoded text without changing it. Where the words fixer does not
// run, nothing is seen.
func (p *Pipeline) Survey(text string) (Survey, error) {
	f := p.wordFixer()
	if f == nil {
		return Survey{}, nil
	}
	done, err := p.beforeWords(text)
	if err != nil {
		return Survey{}, err
	}
	s := f.Survey(done.text)
	strange := edit.Trace(text, done.edits, p.protection.clear(f, done.text, s.Strange))
	strange = slices.DeleteFunc(strange, func(e edit.Edit) bool { return e.After != "" })
	return Survey{Words: s.Words, Unknown: s.Unknown, Noise: s.Noise, Strange: locate(text, strange, false)}, nil
}
