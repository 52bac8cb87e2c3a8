// Package token splits text into the tokens of the language model: words,
// numbers and punctuation. Training and use share it, so that both see the
// same tokens.
package token

import (
	"unicode"
	"unicode/utf8"
)

// Kind tells what a token is.
type Kind uint8

// The kinds of token.
const (
	// Word is a run of letters and digits that holds a letter, with hyphens
	// and apostrophes between letters.
	Word Kind = iota
	// Number is a run of digits with inner . , : between digits.
	Number
	// Punctuation is any other single sign, but quotes and brackets.
	Punctuation
	// Enclosing is a quote, bracket, or sign of markup: it carries nothing
	// for the model, which does not see it.
	Enclosing
)

// Token is text[Start:End].
type Token struct {
	Start, End int
	Kind       Kind
}

// Next returns the first token of text at or after byte offset at; ok is false
// if there is none.
func Next(text string, at int) (t Token, ok bool) {
	for at < len(text) {
		r, size := decode(text, at)
		switch {
		case isWordRune(r):
			end, hasLetter := wordEnd(text, at)
			if hasLetter {
				return Token{at, end, Word}, true
			}
			return Token{at, numberEnd(text, end), Number}, true
		case unicode.IsSpace(r):
			at += size
		default:
			return Token{at, at + size, punctuationKind(r)}, true
		}
	}
	return Token{}, false
}

// All appends the tokens of text to dst.
func All(dst []Token, text string) []Token {
	at := 0
	for {
		t, ok := Next(text, at)
		if !ok {
			return dst
		}
		dst = append(dst, t)
		at = t.End
	}
}

func decode(text string, at int) (rune, int) {
	if c := text[at]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(text[at:])
}

func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
}

// isJoiner tells of signs that belong to a word when they stand between letters.
func isJoiner(r rune) bool { return r == '-' || r == '\'' || r == '’' || r == '‑' }

func wordEnd(text string, at int) (end int, hasLetter bool) {
	for at < len(text) {
		r, size := decode(text, at)
		if isWordRune(r) {
			hasLetter = hasLetter || !unicode.IsDigit(r)
			at += size
			continue
		}
		if !hasLetter || !isJoiner(r) || at+size >= len(text) {
			break
		}
		next, _ := decode(text, at+size)
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		if !unicode.IsLetter(next) || !unicode.IsLetter(before) {
			break
		}
		at += size
	}
	return at, hasLetter
}

func numberEnd(text string, at int) int {
	for at < len(text) {
		c := text[at]
		if '0' <= c && c <= '9' {
			at++
			continue
		}
		if c != '.' && c != ',' && c != ':' || at+1 >= len(text) || text[at+1] < '0' || text[at+1] > '9' {
			break
		}
		at++
	}
	return at
}

func punctuationKind(r rune) Kind {
	switch r {
	case '"', '„', '“', '”', '‟', '»', '«', '›', '‹', '‚', '‘', '’', '\'', '`', '´',
		'(', ')', '[', ']', '{', '}', '*', '#', '|', '_', '~', '^', '<', '>', '\\':
		return Enclosing
	}
	return Punctuation
}
