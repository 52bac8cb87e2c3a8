package main

import (
	"unicode"
	"unicode/utf8"
)

// capitals guesses from a word's ending whether it is written with a capital.
type capitals map[string]int // ending -> capitalised minus lower-case forms

// endingLength is the number of characters of an ending.
const endingLength = 4

func ending(word string) string {
	letters := []rune(word)
	return string(letters[max(0, len(letters)-endingLength):])
}

// learnCapitals counts the forms of each ending in both cases.
func learnCapitals(forms map[string]*form) capitals {
	c := make(capitals)
	for word, f := range forms {
		first, _ := utf8.DecodeRuneInString(word)
		if f.rawModern+f.rawHistoric < 5 && !f.lexical {
			continue
		}
		if unicode.IsUpper(first) {
			c[ending(word)]++
		} else {
			c[ending(word)]--
		}
	}
	return c
}

// apply writes a lower-case word with a capital unless its ending is that of
// lower-case words: most unlisted words are names and nouns.
func (c capitals) apply(word string) string {
	if c[ending(word)] < 0 {
		return word
	}
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
}
