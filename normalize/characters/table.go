package characters

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The rules.
const (
	ruleNFC        = "characters/nfc"
	ruleLigature   = "characters/ligature"
	ruleSpace      = "characters/space"
	ruleControl    = "characters/control"
	ruleSoftHyphen = "characters/soft-hyphen"
	ruleLongS      = "characters/long-s"
	ruleSmallE     = "characters/small-e"
)

// confidences are those of the rules. None is a guess at what the author
// wrote, so they differ little; an invisible character can have had a purpose.
var confidences = map[string]float64{
	ruleNFC: 1, ruleLigature: 1, ruleSpace: 1, ruleControl: 0.99,
	ruleSoftHyphen: 0.99, ruleLongS: 1, ruleSmallE: 0.99,
}

const softHyphen = '\u00ad'

// ligatures are those that Latin type has. ﬅ is expanded with its long s.
var ligatures = map[rune]string{
	'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "ſt", 'ﬆ': "st",
}

// sight is what the fixer sees in one character.
type sight struct {
	size int
	// rule is "" for a character that stays and that nothing composes with.
	rule  string
	after string
	// combining: composes with the character before it.
	combining bool
}

// look judges the character at text[i:].
func (f *Fixer) look(text string, i int) sight {
	r, size := utf8.DecodeRuneInString(text[i:])
	if r == utf8.RuneError {
		return sight{size: size}
	}
	if r < 0x80 {
		return lookASCII(text, i)
	}
	s := sight{size: size}
	switch {
	case r == softHyphen:
		if !atLineEnd(text[i+size:]) {
			s.rule = ruleSoftHyphen
		}
	case r == 'ſ':
		if f.foldLongS {
			s.rule, s.after = ruleLongS, "s"
		}
	case r >= 'ﬀ' && r <= 'ﬆ':
		s.rule, s.after = ruleLigature, ligatures[r]
		if f.foldLongS && r == 'ﬅ' {
			s.after = "st"
		}
	case isSpace(r):
		s.rule, s.after = ruleSpace, " "
	case r == '\u0085' || r == '\u2028' || r == '\u2029':
		s.rule, s.after = ruleControl, "\n"
	case r < 0xA0 || isInvisible(text, i, r):
		s.rule = ruleControl
	case r < 0x300, r >= 0x2010 && r < 0x20D0: // all in form C, none combining
	case isCombining(text[i:]):
		s.rule, s.combining = ruleNFC, true
	case norm.NFC.QuickSpanString(text[i:i+size]) < size:
		s.rule = ruleNFC
	}
	return s
}

// lookASCII judges the ASCII character at text[i]. A carriage return or vertical
// tab on its own is a line end of another system or program.
func lookASCII(text string, i int) sight {
	s := sight{size: 1}
	switch c := text[i]; {
	case c == '\r':
		return lookReturns(text[i:])
	case c == '\v':
		s.rule, s.after = ruleControl, "\n"
	case c < ' ' && c != '\n' && c != '\t' && c != '\f', c == 0x7F:
		s.rule = ruleControl
	}
	return s
}

// lookReturns judges all the carriage returns that s begins with, at once: there may
// be a million. Before a line feed, one of them belongs to it and the others go.
func lookReturns(s string) sight {
	n := len(s) - len(strings.TrimLeft(s, "\r"))
	switch {
	case !strings.HasPrefix(s[n:], "\n"):
		return sight{size: n, rule: ruleControl, after: strings.Repeat("\n", n)}
	case n == 1:
		return sight{size: len("\r\n")}
	}
	return sight{size: n - 1, rule: ruleControl}
}

// atLineEnd tells whether rest has only blanks up to a line end. A soft hyphen
// there divides a word, which is for the line-ends fixer to join.
func atLineEnd(rest string) bool {
	rest = strings.TrimLeftFunc(rest, func(r rune) bool { return r == ' ' || r == '\t' || isSpace(r) })
	r, _ := utf8.DecodeRuneInString(rest)
	return strings.ContainsRune("\n\r\v\f\u0085\u2028\u2029", r)
}

// isSpace tells whether r is a blank other than the ordinary one.
func isSpace(r rune) bool {
	return r == '\u00a0' || r >= '\u2000' && r <= '\u200a' || r == '\u202f' || r == '\u205f' || r == '\u3000'
}

// isInvisible tells whether r, at text[i:], has neither shape nor width. The
// joiners mean something between letters of other scripts and in emoji.
func isInvisible(text string, i int, r rune) bool {
	switch {
	case r == '\u200c' || r == '\u200d':
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		return !isForeign(before) || !isForeign(after)
	case r == '\u200b', r == '\u200e', r == '\u200f', r == '\u2060', r == '\ufeff':
		return true
	default:
		return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' || r >= '\ufff9' && r <= '\ufffb'
	}
}

// isForeign tells whether r is of a script other than Latin, Greek and Cyrillic. What
// goes itself is of none: the text would be another when it is gone.
func isForeign(r rune) bool {
	return r >= 0x530 && (r < 0x1E00 || r > 0x214F) && (r < 0xFB00 || r > 0xFB06) &&
		r != '\ufeff' && !isSpace(r) && (r < 0xFFF9 || r > utf8.RuneError)
}

// isCombining tells whether the first character of s composes with one before it.
func isCombining(s string) bool {
	return s[0] >= utf8.RuneSelf && !norm.NFC.PropertiesString(s).BoundaryBefore()
}
