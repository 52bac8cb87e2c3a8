package evaluate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Dehyphenate joins words divided at a line end as a one-line script would: a
// letter, one of - ¬ ⸗ = or the soft hyphen, the line end, a lower-case letter.
// It is the baseline to compare with, so that joining words alone makes no
// cleaner look good.
func Dehyphenate(raw string) string {
	lines := strings.Split(strings.ReplaceAll(raw, "\r\n", "\n"), "\n")
	var b strings.Builder
	b.Grow(len(raw))
	for i, line := range lines {
		if i > 0 && divided(lines[i-1], line) {
			line = strings.TrimLeftFunc(line, unicode.IsSpace)
		}
		if i+1 == len(lines) {
			b.WriteString(line)
			break
		}
		if !divided(lines[i], lines[i+1]) {
			b.WriteString(line + "\n")
			continue
		}
		line = strings.TrimRightFunc(line, unicode.IsSpace)
		_, size := utf8.DecodeLastRuneInString(line)
		b.WriteString(line[:len(line)-size])
	}
	return b.String()
}

// divided says whether line ends in the first half of a word that next ends.
func divided(line, next string) bool {
	line = strings.TrimRightFunc(line, unicode.IsSpace)
	hyphen, size := utf8.DecodeLastRuneInString(line)
	if size == 0 || !strings.ContainsRune("-¬⸗=\u00AD", hyphen) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(line[:len(line)-size])
	after, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(next, unicode.IsSpace))
	return unicode.IsLetter(before) && unicode.IsLower(after)
}
