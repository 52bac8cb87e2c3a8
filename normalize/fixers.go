package normalize

import (
	"fmt"
	"slices"

	"klartext/dictionary"
	"klartext/dictionary/confusion"
	"klartext/dictionary/wordlist"
	"klartext/normalize/characters"
	"klartext/normalize/decode"
	"klartext/normalize/lineends"
	"klartext/normalize/replacements"
	"klartext/normalize/typography"
	"klartext/normalize/words"
)

// buildFixers returns all fixers in the order in which the text passes them.
// The order matters: each relies on what those before it have put right.
func buildFixers(o options) ([]Fixer, error) {
	dict, err := dictionary.Embedded()
	if err != nil {
		return nil, fmt.Errorf("opening the embedded dictionary: %w", err)
	}
	if o.model != nil {
		dict = dict.With(o.model.Words())
	}
	learned, err := learnedWords(o.profiles)
	if err != nil {
		return nil, err
	}
	if learned != nil {
		dict = dict.With(learned)
	}
	if o.own != nil {
		dict = dict.With(o.own)
	}
	tables, err := confusion.Shipped()
	if err != nil {
		return nil, err
	}
	tables = slices.Concat(tables, o.profiles)
	settings := []words.Option{words.WithMode(o.mode), words.WithEra(o.era)}
	if o.model != nil {
		settings = append(settings, words.WithDomain(o.model.Grams()))
	}
	wordFixer, err := words.New(dict, tables, settings...)
	if err != nil {
		return nil, err
	}
	fixers := []Fixer{
		decode.New(),
		characters.New(characters.Options{FoldLongS: o.foldLongS}),
		lineends.New(dict),
	}
	if o.own != nil && o.own.Replaces() {
		fixers = append(fixers, replacements.New(o.own))
	}
	return append(fixers, wordFixer, typography.New()), nil
}

// learnedWords are the words of the pages that profiles were learned from, nil if there
// are none.
func learnedWords(profiles []*confusion.Table) (*wordlist.List, error) {
	var b wordlist.Builder
	for _, t := range profiles {
		for _, word := range t.Words {
			if err := b.AddKnown(word.Text, word.Count); err != nil {
				return nil, fmt.Errorf("profile %s: %w", t.Name, err)
			}
		}
	}
	list, err := b.Build()
	if err != nil || list.Len() == 0 {
		return nil, err
	}
	return list, nil
}
