package lineends

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Engines read specks in the margin as signs behind a hyphen (Rah-_⏎men, Som- -⏎mer)
// or before the second half (an-⏎_dererseits), and a worn hyphen as a dash or a
// tilde (gemein—⏎samen). Such places are mended only if a known word comes of it.

// specks are the signs that specks are read as.
const specks = "_-.,:;'’‘`~—–|*°"

// mostSpecks is the most signs that are taken for specks at one end.
const mostSpecks = 3

// cutNoisy finds a hyphen with specks behind it, or a sign in its place, at the
// end of line, which has no blanks there.
func cutNoisy(line string) (start int, kind mark, ok bool) {
	at := len(line)
	for range mostSpecks + 1 {
		r, size := utf8.DecodeLastRuneInString(line[:at])
		if size == 0 || !strings.ContainsRune(specks, r) {
			return 0, markLost, false
		}
		at -= size
		before, _ := utf8.DecodeLastRuneInString(line[:at])
		switch {
		case unicode.IsLetter(before) && r == '-':
			// A comma close by separates omissions (vor-, nach- und beiläufig).
			return at, markNoisy, !strings.HasPrefix(line[at+1:], ",") && !strings.HasPrefix(line[at+1:], ";")
		case unicode.IsLetter(before) && strings.ContainsRune("~—–", r) && at+size == len(line):
			return at, markMisread, true
		}
		at = len(strings.TrimRight(line[:at], " \t"))
	}
	return 0, markLost, false
}

// skipSpecks is the length of the specks, and of the blanks around them, before a
// small letter at the start of s; 0 if there are none, or no such letter.
func skipSpecks(s string) int {
	at := 0
	for range mostSpecks {
		r, size := utf8.DecodeRuneInString(s[at:])
		if !strings.ContainsRune(specks, r) {
			break
		}
		at += size
		at += len(s[at:]) - len(strings.TrimLeft(s[at:], " \t"))
	}
	if !startsLower(s[at:]) {
		return 0
	}
	return at
}

// decideNoisy decides where there are specks: the joined word must be known, and
// for a sign in place of the hyphen no rarer than its halves, since dashes come
// between words.
func (f *Fixer) decideNoisy(h halves) (outcome, float64) {
	together := f.count(h.first + h.second)
	if h.far || utf8.RuneCountInString(h.first) < 2 || !startsLower(h.second) || isHanging(h.second) {
		return parted, 0
	}
	if h.kind == markMisread && together < max(f.count(h.first), f.count(h.second)) {
		return parted, 0
	}
	if together < closed && !f.lexicon.Compound(h.first+h.second) {
		return parted, 0
	}
	if d, _ := f.decideSmall(h); d != joined {
		return parted, 0
	}
	return joined, byShape
}

// withoutSpecks is the gap between two halves without specks before the second.
func withoutSpecks(gap string) string {
	line := 1 + strings.LastIndexAny(gap, "\n\f")
	if strings.ContainsAny(gap[line:], specks) {
		return gap[:line]
	}
	return gap
}

// endsInWord tells whether s ends in a letter or digit.
func endsInWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
