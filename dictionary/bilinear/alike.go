package bilinear

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// misread are letters that engines take for each other and that are not one for
// one.
var misread = [][2]string{
	{"rn", "m"}, {"ni", "m"}, {"in", "m"}, {"li", "h"}, {"ri", "n"}, {"ii", "ü"}, {"cl", "d"}, {"f", "ss"},
	{"ss", "ß"},
}

// alike returns, for each word, the numbers of those that it may be misread for:
// which differ in one letter, have one more or less, or have others of misread.
func alike(words []string) [][]uint16 {
	groups := make(map[string][]uint16)
	for i, w := range words {
		if !isPlain(w) {
			continue
		}
		for at, r := range w {
			size := utf8.RuneLen(r)
			// The sign marks what may stand there: any letter, or none.
			groups[w[:at]+"\x00"+w[at+size:]] = append(groups[w[:at]+"\x00"+w[at+size:]], uint16(i))
			groups[w[:at]+"\x00"+w[at:]] = append(groups[w[:at]+"\x00"+w[at:]], uint16(i))
		}
		groups[w+"\x00"] = append(groups[w+"\x00"], uint16(i))
		for n, pair := range misread {
			for at := range w {
				for _, part := range pair {
					if rest, ok := strings.CutPrefix(w[at:], part); ok {
						key := w[:at] + string(rune(1+n)) + rest
						groups[key] = append(groups[key], uint16(i))
					}
				}
			}
		}
	}
	out := make([][]uint16, len(words))
	for _, group := range groups {
		for _, i := range group {
			for _, j := range group {
				if i != j && !slices.Contains(out[i], j) {
					out[i] = append(out[i], j)
				}
			}
		}
	}
	for i := range out {
		slices.Sort(out[i])
	}
	return out
}

// isPlain tells of words of two letters or more and nothing else.
func isPlain(w string) bool {
	return utf8.RuneCountInString(w) >= 2 && !strings.ContainsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) })
}
