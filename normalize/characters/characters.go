// Package characters brings the characters of a text to the form in which
// German is written in Unicode: composed (normalisation form C), without
// ligatures, special blanks and what cannot be seen.
package characters

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"klartext/normalize/edit"
)

// Options set up a [Fixer].
type Options struct {
	// FoldLongS writes s for ſ. The long s is a spelling and no error: it is
	// kept unless asked for.
	FoldLongS bool
}

// Fixer unifies characters. Compatibility forms (ª, ², ™) differ in meaning
// from what they decompose to and are kept: form C, never KC.
type Fixer struct{ foldLongS bool }

// New returns the fixer.
func New(o Options) *Fixer { return &Fixer{foldLongS: o.FoldLongS} }

// Name implements normalize.Fixer.
func (*Fixer) Name() string { return "characters" }

// Doc implements normalize.Fixer.
func (*Fixer) Doc() string {
	return "Composes letters and marks, expands ligatures, and replaces special blanks and invisible characters."
}

// Example implements normalize.Fixer.
func (*Fixer) Example() (before, after string) {
	return "das Schi\ufb00 fa\u0308hrt\u00a0ab", "das Schiff fährt ab"
}

// Fix implements normalize.Fixer. It does not allocate where there is nothing to fix.
func (f *Fixer) Fix(text string) []edit.Edit {
	var edits []edit.Edit
	previous := -1 // where the last clean character begins, -1 for none
	for i := 0; i < len(text); {
		if n := plainPrefix(text[i:]); n > 0 {
			_, size := utf8.DecodeLastRuneInString(text[:i+n])
			previous = i + n - size
			i += n
			continue
		}
		s := f.look(text, i)
		if s.rule == "" {
			previous = i
			i += s.size
			continue
		}
		start, end := i, i
		var rule string
		combining := false
		for end < len(text) {
			s := f.look(text, end)
			if s.rule == "" {
				break
			}
			combining = combining || s.combining
			if rule == "" || rule == ruleNFC {
				rule = s.rule
			}
			end += s.size
		}
		// A mark composes with the character before it, also when what stood
		// between the two goes.
		if combining && previous >= 0 {
			start = previous
		}
		if e, ok := f.region(text, start, end, rule); ok {
			edits = append(edits, e)
		}
		previous = -1
		i = end
	}
	return edits
}

// region makes the edit for the region text[start:end], all of whose characters
// are to be changed or compose with one that is.
func (f *Fixer) region(text string, start, end int, rule string) (edit.Edit, bool) {
	var b strings.Builder
	for i := start; i < end; {
		s := f.look(text, i)
		if s.rule == "" || s.rule == ruleNFC {
			b.WriteString(text[i : i+s.size])
		} else {
			b.WriteString(s.after)
		}
		i += s.size
	}
	ordered := norm.NFC.String(b.String()) // an e may stand behind other marks
	composed := composeSmallE(ordered)
	if composed != ordered {
		rule = ruleSmallE
	}
	after := norm.NFC.String(composed)
	e := edit.Edit{Start: start, End: end, Before: text[start:end], After: after, Rule: rule, Confidence: confidences[rule]}
	return trim(e), e.Before != e.After
}

// trim takes from e what before and after have in common at either end, by
// whole clusters of a letter and its marks.
func trim(e edit.Edit) edit.Edit {
	for e.Before != "" && e.After != "" {
		n := clusterLen(e.Before)
		if n != clusterLen(e.After) || e.Before[:n] != e.After[:n] {
			break
		}
		e.Start += n
		e.Before, e.After = e.Before[n:], e.After[n:]
	}
	for e.Before != "" && e.After != "" {
		r, n := utf8.DecodeLastRuneInString(e.Before)
		other, m := utf8.DecodeLastRuneInString(e.After)
		if r != other || n != m || r == utf8.RuneError || isCombining(e.Before[len(e.Before)-n:]) {
			break
		}
		e.End -= n
		e.Before, e.After = e.Before[:len(e.Before)-n], e.After[:len(e.After)-n]
	}
	return e
}

// clusterLen is the length of the first character of s with its marks.
func clusterLen(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	for n < len(s) && isCombining(s[n:]) {
		_, size := utf8.DecodeRuneInString(s[n:])
		n += size
	}
	return n
}

// smallE are the umlauts as print before 1800 has them, with an e above.
var smallE = strings.NewReplacer(
	"a\u0364", "ä", "o\u0364", "ö", "u\u0364", "ü",
	"A\u0364", "Ä", "O\u0364", "Ö", "U\u0364", "Ü",
)

func composeSmallE(s string) string {
	if !strings.Contains(s, "\u0364") {
		return s
	}
	return smallE.Replace(s)
}

// plainPrefix is the length of the start of s that nothing is to be done to:
// printable ASCII, line ends, and the letters of Latin-1.
func plainPrefix(s string) int {
	i := 0
	for i < len(s) {
		c := s[i]
		switch {
		case c >= ' ' && c < 0x7F, c == '\n', c == '\t', c == '\f':
			i++
		case c == '\r' && i+1 < len(s) && s[i+1] == '\n':
			i += 2
		case c == 0xC3 && i+1 < len(s) && s[i+1] >= 0x80 && s[i+1] <= 0xBF:
			i += 2
		default:
			return i
		}
	}
	return i
}
