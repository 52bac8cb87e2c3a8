package words

import (
	"strings"
	"unicode/utf8"
)

// alternations are the spellings that writers choose between, and names differ
// in: two words that differ in one of these are more likely two words than one
// word misread.
var alternations = []string{
	"k/c", "z/c", "k/ck", "i/y", "i/j", "ei/ey", "ei/ay", "ai/ei", "t/th", "i/ie", "ß/ss", "ss/s", "ß/s", "ä/ae", "ö/oe", "ü/ue", "Ä/Ae", "Ö/Oe", "Ü/Ue",
	"f/ph", "f/v", "f/ff", "f/pf", "l/ll", "m/mm", "n/nn", "p/pp", "r/rr", "t/tt", "d/dt", "t/dt", "d/t", "b/p", "g/k", "g/ck", "z/tz", "z/s", "s/sch",
	"x/chs", "x/ks", "qu/kw", "h/", "e/", "a/aa", "o/oo", "e/ee", "e/eh", "a/ah", "o/oh", "u/uh", "kh/ch", "ch/kh", "v/w", "w/v", "ou/u", "K/C", "Z/C", "I/Y", "I/J", "T/Th", "Ph/F",
	"en/", "er/", "n/en", "s/es", "-/",
}

// endings are the inflectional endings of German words and names.
var endings = []string{"", "e", "en", "n", "s", "es", "er", "ern", "em", "r", "m", "ens", "t", "st", "te", "ten"}

var alternates, inflects = alternationSet(), endingSet()

func alternationSet() map[[2]string]bool {
	set := make(map[[2]string]bool)
	for _, a := range alternations {
		left, right, _ := strings.Cut(a, "/")
		set[[2]string{left, right}], set[[2]string{right, left}] = true, true
	}
	return set
}

func endingSet() map[string]bool {
	set := make(map[string]bool)
	for _, e := range endings {
		set[e] = true
	}
	return set
}

// isVariant tells whether two words differ only as spellings or inflections of
// one word do.
func isVariant(a, b string) bool {
	x, y, end := difference(a, b)
	if alternates[[2]string{x, y}] {
		return true
	}
	if end && len(a)-len(x) >= 3 && inflects[x] && inflects[y] {
		return true
	}
	return strings.EqualFold(a, b)
}

// difference cuts off what both words begin and end with; end tells that what is
// left stands at the end of both.
func difference(a, b string) (x, y string, end bool) {
	for a != "" && b != "" {
		r, size := utf8.DecodeRuneInString(a)
		if s, _ := utf8.DecodeRuneInString(b); r != s {
			break
		}
		a, b = a[size:], b[size:]
	}
	end = true
	for a != "" && b != "" {
		r, size := utf8.DecodeLastRuneInString(a)
		if s, _ := utf8.DecodeLastRuneInString(b); r != s {
			break
		}
		a, b = a[:len(a)-size], b[:len(b)-size]
		end = false
	}
	return a, b, end
}
