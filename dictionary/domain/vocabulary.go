package domain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"klartext/dictionary/automaton"
)

// How often a word must stand in the texts to be known from then on.
const (
	leastSeen    = 3
	leastInFiles = 2 // if it stands in different files
	shortestWord = 3 // in letters; shorter ones stand everywhere by chance
)

// isAttested tells whether a word stands in the texts often enough.
func (s *spread) isAttested() bool {
	return s.n >= leastSeen || s.several && s.n >= leastInFiles
}

// newWords are the numbers of the words that a model makes known: those that the
// dictionary lacks, that are attested, and that do not look misread. where tells which
// of the places count.
func (b *Builder) newWords(where func(*sighting) *spread) map[uint32]bool {
	rules := newUndoing(b.tables)
	total := 0
	for i := range b.seen {
		total += where(&b.seen[i]).n
	}
	count := func(word string) float64 {
		expected := b.dict.Count(word) * float64(total) / 1e9
		if n, ok := b.numbers[word]; ok {
			return max(expected, float64(where(&b.seen[n]).n))
		}
		return expected
	}
	found := make(map[uint32]bool)
	for i := range b.seen {
		s := &b.seen[i]
		if n := where(s); s.reading != known && n.isAttested() && isWordlike(s.text) && !rules.isMisread(s.text, float64(n.n), count) {
			found[uint32(i)] = true
		}
	}
	return found
}

// isWordlike tells whether a string may be a word at all: of letters that words of the
// dictionary have, with hyphens and apostrophes, and no capital behind a small letter.
func isWordlike(word string) bool {
	if utf8.RuneCountInString(word) < shortestWord || !strings.ContainsFunc(word, isVowel) {
		return false
	}
	before := '-'
	for _, r := range word {
		if _, ok := automaton.Code(r); !ok || unicode.IsDigit(r) || unicode.IsUpper(r) && unicode.IsLower(before) {
			return false
		}
		before = r
	}
	return true
}

func isVowel(r rune) bool { return strings.ContainsRune("aeiouyäöüéèêàâAEIOUYÄÖÜ", r) }
