package normalize

import "klartext/normalize/words"

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

// Unknown counts the words of a decoded text, and those of them that are in no
// dictionary; both are 0 if the words fixer does not run.
func (p *Pipeline) Unknown(text string) (unknown, all int) {
	f := p.wordFixer()
	if f == nil {
		return 0, 0
	}
	return f.Unknown(text)
}
