package findings

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	contextWords = 2   // words that are told on either side
	contextBytes = 160 // of the line that they are sought in, on either side
)

// context is the words next to a finding on its line. What stands between them is left
// out: blanks and signs change more often than words.
type context struct{ left, right string }

// contextOf takes a finding and where it is in its Text. The right side of a finding
// that goes on on the next line is not known.
func contextOf(f Finding, s span) context {
	left := wordsOf(lastBytes(f.Text[:s.start]))
	c := context{left: strings.Join(left[max(0, len(left)-contextWords):], " ")}
	if f.oneLine() {
		right := wordsOf(firstBytes(f.Text[s.end:]))
		c.right = strings.Join(right[:min(len(right), contextWords)], " ")
	}
	return c
}

// wordsOf are the runs of letters and digits in s.
func wordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
}

func lastBytes(s string) string {
	at := max(0, len(s)-contextBytes)
	for at > 0 && at < len(s) && !utf8.RuneStart(s[at]) {
		at++
	}
	return s[at:]
}

func firstBytes(s string) string {
	at := min(len(s), contextBytes)
	for at > 0 && at < len(s) && !utf8.RuneStart(s[at]) {
		at--
	}
	return s[:at]
}
