package domain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"klartext/dictionary"
	"klartext/dictionary/ngram"
	"klartext/dictionary/token"
)

// reading tells what a token is for the language model.
type reading uint8

const (
	// known tokens are words and signs of the dictionary, numbers, and the beginning
	// of a paragraph.
	known reading = iota
	// unknown tokens are words that it lacks.
	unknown
	// unknownUpper is the same with a capital first letter.
	unknownUpper
)

// class is the word of the model that stands for an unknown word.
func (r reading) class() ngram.Word {
	if r == unknownUpper {
		return ngram.UnknownUpper
	}
	return ngram.Unknown
}

// numberText and startText are the dictionary's names of numbers and of the beginning
// of a paragraph.
const (
	numberText = "<num>"
	startText  = "<s>"
)

// read returns the text by which the dictionary knows the token t of text, as the
// words fixer looks it up: as it stands or, where a capital may be the sentence's or
// the heading's, with other case. What it lacks stays as it is.
func read(dict *dictionary.Dictionary, text string, t token.Token) (string, reading) {
	if t.Kind == token.Number {
		return numberText, known
	}
	plain := spelled(text[t.Start:t.End])
	if _, ok := dict.Lookup(plain); ok {
		return plain, known
	}
	if t.Kind != token.Word {
		return plain, unknown
	}
	first, size := utf8.DecodeRuneInString(plain)
	if !unicode.IsUpper(first) {
		return plain, unknown
	}
	others := []string{strings.ToLower(plain[:size]) + plain[size:]}
	if len(plain) > 1 && strings.ToUpper(plain) == plain {
		others = append(others, plain[:size]+strings.ToLower(plain[size:]), strings.ToLower(plain))
	}
	for _, other := range others {
		if _, ok := dict.Lookup(other); ok {
			return other, known
		}
	}
	return plain, unknownUpper
}

// spelled writes a word as the dictionary does: without long s, with the straight
// apostrophe.
func spelled(word string) string {
	word = strings.ReplaceAll(word, "ſ", "s")
	return strings.ReplaceAll(word, "’", "'")
}
