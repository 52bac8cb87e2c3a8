package domain

import (
	"fmt"

	"klartext/dictionary/ngram"
)

// mostGrams is how many bigrams and trigrams a model has at most, each.
const mostGrams = 4_000_000

// Build makes the data of a model, the same for the same texts, of what was added. It
// fails with [ErrTooSmall], or if name or licence are too long.
func (b *Builder) Build(name, licence string) ([]byte, error) {
	if b.words < LeastWords {
		return nil, fmt.Errorf("%w: %d words, which say nothing of a domain; it takes %d", ErrTooSmall, b.words, LeastWords)
	}
	if len(name) > LongestText || len(licence) > LongestText {
		return nil, fmt.Errorf("name or licence note of more than %d bytes", LongestText)
	}
	trial, err := b.try()
	if err != nil {
		return nil, fmt.Errorf("trying the model: %w", err)
	}
	added := b.newWords(func(s *sighting) *spread { return &s.all })
	seen := make(map[string]int, len(added))
	for n := range added {
		seen[b.seen[n].text] = b.seen[n].all.n
	}
	forms, counts, err := packWords(seen)
	if err != nil {
		return nil, err
	}
	grams := ngram.EstimateDomain(b.identities(added), mostGrams, &b.training, &b.trial)
	info := Info{Name: name, Licence: licence, Files: b.files, Words: b.words, NewWords: len(added), Trial: trial}
	return write(info, forms, counts, grams), nil
}
