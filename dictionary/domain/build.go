package domain

import (
	"fmt"
	"math"

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
	grams := ngram.EstimateDomain(b.identities(added), mostGrams, &b.training, &b.trial)
	perBillion, err := b.perBillion(added, grams)
	if err != nil {
		return nil, err
	}
	forms, counts, err := packWords(perBillion)
	if err != nil {
		return nil, err
	}
	info := Info{Name: name, Licence: licence, Files: b.files, Words: b.words, NewWords: len(added), Trial: trial}
	return write(info, forms, counts, grams), nil
}

// impossible is ln P of a word that only the domain has, in other texts.
const impossible = -50

// perBillion is how often each of the words added is to be expected: as often as the
// model of the word sequences has it without context.
func (b *Builder) perBillion(added map[uint32]bool, grams []byte) (map[string]float64, error) {
	d, err := ngram.OpenDomain(grams)
	if err != nil {
		return nil, fmt.Errorf("opening what was estimated: %w", err)
	}
	out := make(map[string]float64, len(added))
	for n := range added {
		text := b.seen[n].text
		lnp := d.Unigram(ngram.WordOf(text), ngram.Unigram{LogProb: impossible}).LogProb
		out[text] = 1e9 * math.Exp(float64(lnp))
	}
	return out, nil
}
