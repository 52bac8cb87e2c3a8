package wordlist

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// maxWord is the most bytes of a word. The longest German words in earnest use
// have some 80 letters; what is longer is no word list.
const maxWord = 200

// checkWord says what is wrong with a word: UTF-8 in NFC.
func checkWord(word string) error {
	if len(word) > maxWord {
		return fmt.Errorf("a word of %d bytes; %d are the most", len(word), maxWord)
	}
	for i := 0; i < len(word); i++ {
		if c := word[i]; c <= ' ' || c >= 0x7f {
			return checkRunes(word)
		}
	}
	return nil
}

// checkRunes is checkWord for words that are not plain ASCII.
func checkRunes(word string) error {
	for _, r := range word {
		if r > ' ' && r < 0x7f || r > 0xad && r < 0x300 {
			continue // letters and signs of the Latin alphabet: nearly all there are
		}
		switch {
		case r == utf8.RuneError:
			return fmt.Errorf("%q has a character that was lost in decoding (U+FFFD)", word)
		case r != '\t' && unicode.Is(unicode.Cc, r):
			return fmt.Errorf("%q has the control character %U", word, r)
		case unicode.IsSpace(r):
			return fmt.Errorf("%q has a blank in it", word)
		case r >= 0xa0 && !unicode.IsGraphic(r):
			return fmt.Errorf("%q has the invisible character %U", word, r)
		}
	}
	return nil
}
