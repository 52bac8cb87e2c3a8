package normalize

import "unicode"

// countWords counts the runs of text between white space that have a letter in them.
func countWords(text string) int {
	words, inWord := 0, false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			inWord = false
		case !inWord && unicode.IsLetter(r):
			words, inWord = words+1, true
		}
	}
	return words
}
