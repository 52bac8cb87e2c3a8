package hunspell

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// condition is what the letters at a word's end (or front) must be, one element a
// letter.
type condition []element

// element stands for one letter: any, one of a set, or none of a set.
type element struct {
	set   string
	any   bool
	other bool // none of the set
}

// parseCondition reads a condition such as [^aeiou]y; "." is none.
func parseCondition(s string) (condition, error) {
	if s == "." {
		return nil, nil
	}
	if len(s) > maxText {
		return nil, fmt.Errorf("a condition of %d bytes; %d are the most", len(s), maxText)
	}
	var c condition
	for rest := s; rest != ""; {
		if rest[0] != '[' {
			_, size := utf8.DecodeRuneInString(rest)
			c = append(c, element{set: rest[:size], any: rest[:size] == "."})
			rest = rest[size:]
			continue
		}
		set, after, ok := strings.Cut(rest[1:], "]")
		if !ok {
			return nil, fmt.Errorf("condition %q: [ without ]", s)
		}
		inner, other := strings.CutPrefix(set, "^")
		if inner == "" {
			return nil, fmt.Errorf("condition %q: an empty set", s)
		}
		c = append(c, element{set: inner, other: other})
		rest = after
	}
	return c, nil
}

func (e element) fits(r rune) bool {
	return e.any || strings.ContainsRune(e.set, r) != e.other
}

// fitsEnd tells whether the condition holds at the end of word.
func (c condition) fitsEnd(word string) bool {
	for i := len(c) - 1; i >= 0; i-- {
		r, size := utf8.DecodeLastRuneInString(word)
		if size == 0 || !c[i].fits(r) {
			return false
		}
		word = word[:len(word)-size]
	}
	return true
}

// fitsFront tells whether the condition holds at the front of word.
func (c condition) fitsFront(word string) bool {
	for _, e := range c {
		r, size := utf8.DecodeRuneInString(word)
		if size == 0 || !e.fits(r) {
			return false
		}
		word = word[size:]
	}
	return true
}
