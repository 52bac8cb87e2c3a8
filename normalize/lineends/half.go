package lineends

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// half is what follows a line end (or, in a chain, a blank), up to a blank.
type half struct {
	start, end int
	// alone: nothing else stands on its line.
	alone bool
	// far: more than a line break lies before it.
	far bool
}

// maxGap is how many lines may lie between the halves of a word: the foot of a
// page and the blank lines around it.
const maxGap = 8

// nextHalf finds the half after the line end at or after from.
func nextHalf(text string, from int) (half, bool) {
	h, ok := skipLines(text, from)
	if !ok {
		return h, false
	}
	// Directly below the line, a number is a page's only if the word goes on after it.
	if c := text[h.start]; !isLetterByte(c) && isPageNumber(lineAt(text, h.start)) {
		past, ok := skipLines(text, h.start+len(lineAt(text, h.start)))
		first, _ := utf8.DecodeRuneInString(text[past.start:])
		if ok && unicode.IsLower(first) {
			h = past
			h.far = true
		}
	}
	return h.from(text, h.start), true
}

// from is h with the token that begins at start.
func (h half) from(text string, start int) half {
	h.start, h.end = start, start+tokenLen(text[start:])
	h.alone = isAlone(text, h.end)
	return h
}

// skipLines finds the first line after from that has something on it other than
// a page number between blank lines or form feeds.
func skipLines(text string, from int) (half, bool) {
	i, breaks := from, 0
	h := half{}
	for i < len(text) && breaks <= maxGap {
		switch c := text[i]; {
		case isBlank(c):
			i++
		case c == '\n' || c == '\f':
			breaks++
			i++
		case breaks > 1 && isPageNumber(lineAt(text, i)):
			i += len(lineAt(text, i))
		default:
			h.start, h.far = i, breaks > 1
			return h, breaks > 0
		}
	}
	return h, false
}

// isAlone tells whether only blanks follow on the line from i on.
func isAlone(text string, i int) bool {
	for i < len(text) && isBlank(text[i]) {
		i++
	}
	return i == len(text) || text[i] == '\n' || text[i] == '\f'
}

// isLetterByte tells whether c is an ASCII letter.
func isLetterByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// lineAt is what is left of the line at text[i:].
func lineAt(text string, i int) string {
	end := i
	for end < len(text) && text[end] != '\n' && text[end] != '\f' {
		end++
	}
	return text[i:end]
}

// isPageNumber tells whether line has nothing but a number, bare or between
// dashes or brackets.
func isPageNumber(line string) bool {
	bare := strings.Trim(line, " \t\r-–—[]().")
	if bare == "" || len(bare) > 4 {
		return false
	}
	return strings.Trim(bare, "0123456789") == ""
}

// tokenLen is the length of s up to a blank or line end.
func tokenLen(s string) int {
	end := 0
	for end < len(s) && !isBlank(s[end]) && s[end] != '\n' && s[end] != '\f' {
		end++
	}
	return end
}

// core is the word in token: letters, digits, and hyphens and apostrophes
// inside it, from its first letter or digit on.
func core(token string) string {
	token = strings.TrimLeftFunc(token, func(r rune) bool { return !isWordRune(r) })
	end := 0
	for i, r := range token {
		if isWordRune(r) {
			end = i + utf8.RuneLen(r)
		} else if !strings.ContainsRune("-'’", r) {
			break
		}
	}
	return token[:end]
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// trailingCore is the word that token ends in.
func trailingCore(token string) string {
	start := len(token)
	for start > 0 {
		r, size := utf8.DecodeLastRuneInString(token[:start])
		if !isWordRune(r) && !strings.ContainsRune("-'’", r) {
			break
		}
		start -= size
	}
	return core(token[start:])
}
