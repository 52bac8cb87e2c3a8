package lineends

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// hanging are the words after which the omitted part is taken up again
// ("Außen- und Binnenpolitik", "zwei- bis dreimal").
var hanging = set("als auch aber and ans beziehungsweise bis bzw denn doch et fast minus mit nicht noch od oder ohne or plus respektive resp sondern sowie sowohl statt u und usw versus vs weder wie zu zum zur")

// strictlyHanging are those that hardly end a word.
var strictlyHanging = set("and beziehungsweise bzw od oder respektive resp sondern sowie u und usw versus vs")

func set(words string) map[string]bool {
	s := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		s[word] = true
	}
	return s
}

func isHanging(word string) bool { return hanging[strings.ToLower(word)] }

// adjectiveEndings are those of adjectives that form pairs with a hyphen
// ("deutsch-französisch", "wissenschaftlich-technisch") and no compounds.
var adjectiveEndings = []string{"isch", "deutsch", "lich", "ig", "iv"}

func isAdjective(word string) bool {
	if !startsLower(word) || utf8.RuneCountInString(word) < 4 {
		return false
	}
	for _, ending := range adjectiveEndings {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// isCapitals tells whether all letters of s, of which there are two or more,
// are capitals.
func isCapitals(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) && r != 'ß' {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 1
}

// isCode tells whether s has no small letters: a number, a sign such as A4. A
// digit among small letters is a misread letter.
func isCode(s string) bool {
	return strings.IndexFunc(s, unicode.IsLower) < 0
}

func hasDigit(s string) bool { return strings.IndexFunc(s, unicode.IsDigit) >= 0 }

// title is word with a capital first and small letters after it.
func title(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + strings.ToLower(word[size:])
}

// lastSegment is what follows the last hyphen of word.
func lastSegment(word string) string { return word[1+strings.LastIndexByte(word, '-'):] }

// segment is what precedes the first hyphen of word.
func segment(word string) string {
	before, _, _ := strings.Cut(word, "-")
	return before
}
