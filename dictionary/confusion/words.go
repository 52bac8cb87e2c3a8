package confusion

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Word is a word of the pages that a table was learned from.
type Word struct {
	Text string
	// Count is how often it stands there, 1 or more.
	Count float64
}

const wordHeader = "word\tcount"

const (
	// leastSeen is how often a word must stand in pages to be one: the truth has slips,
	// too.
	leastSeen = 2
	// shortestWord is the least length, in characters.
	shortestWord = 3
)

// Vocabulary returns the words of texts that are not known, the most frequent first: who
// learns how pages of a kind are misread learns what words they have as well. Words
// divided at line ends must have been joined. isKnown is asked for words as they stand
// and with a small first letter.
func Vocabulary(texts iter.Seq[string], isKnown func(word string) bool) []Word {
	counts := make(map[string]float64)
	for text := range texts {
		for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
			counts[strings.ReplaceAll(word, "ſ", "s")]++
		}
	}
	var words []Word
	for text, n := range counts {
		if n >= leastSeen && utf8.RuneCountInString(text) >= shortestWord && !isKnown(text) && !isKnown(lowerInitial(text)) {
			words = append(words, Word{text, n})
		}
	}
	slices.SortFunc(words, func(a, b Word) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Text, b.Text)) })
	return words
}

func lowerInitial(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToLower(first)) + word[size:]
}

// parseWord reads a line with a word and its count.
func parseWord(text, count string) (Word, error) {
	n, err := strconv.ParseFloat(count, 64)
	if err != nil || !(n >= 1 && n <= 1e12) {
		return Word{}, fmt.Errorf("count %q is no number from 1", count)
	}
	if text == "" || strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		return Word{}, fmt.Errorf("%q is no word", text)
	}
	return Word{text, n}, nil
}
