// Package lineends rejoins words that are divided at a line end.
//
// Whether a hyphen there divides a word (Verwal-⏎tung), belongs to it
// (Sachsen-⏎Anhalt) or hangs before an omission (Außen-⏎und Binnenpolitik)
// cannot be told from its place. The decision is made by the frequency of the
// joined and the hyphenated form and by the shape of the halves; see [Fixer].
package lineends

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"klartext/normalize/edit"
)

// Lexicon tells how frequent words are.
type Lexicon interface {
	// Count is the frequency of word per billion words, 0 for an unknown one.
	// Case counts: "Weg" and "weg" are two words.
	Count(word string) float64
	// Compound tells whether word is a compound of known parts.
	Compound(word string) bool
}

// Fixer moves the second half of a divided word up to the first, as an editor
// would, together with the punctuation attached to it. Everything else stays on
// its line; a line of which nothing remains goes with its line break. Blank
// lines, form feeds and page numbers between the halves stay between the lines.
//
// It takes for hyphens, directly after a letter or digit: - and U+2010, the soft
// hyphen, ¬ (which text recognition writes for a hyphen that it believes to
// divide), and = and ⸗ (the hyphens of Fraktur). The mark "-¬" of German
// editions stands for a hyphen that stays. Specks that were read as signs around a
// hyphen (Rah-_⏎men), and a dash or tilde read for one, are taken away where a known
// word comes of it.
type Fixer struct{ lexicon Lexicon }

// New returns the fixer. lexicon must not be nil and must be safe for use by
// many goroutines.
func New(lexicon Lexicon) *Fixer { return &Fixer{lexicon: lexicon} }

// Name implements normalize.Fixer.
func (*Fixer) Name() string { return "line-ends" }

// Doc implements normalize.Fixer.
func (*Fixer) Doc() string {
	return "Rejoins words divided at line ends, and keeps the hyphens that belong to a word."
}

// Example implements normalize.Fixer.
func (*Fixer) Example() (before, after string) {
	return "die Verwal-\ntung der Stadt", "die Verwaltung\nder Stadt"
}

// Fix implements normalize.Fixer. It does not allocate where no line ends in a hyphen.
func (f *Fixer) Fix(text string) []edit.Edit {
	// A word that moved up can end its line divided once more. Each edit takes
	// a line end or a blank from behind a hyphen, so this comes to an end.
	return edit.Settle(text, edit.Unlimited, f.pass)
}

// pass goes over text once.
func (f *Fixer) pass(text string) []edit.Edit {
	var edits []edit.Edit
	stripped := isStripped(text)
	lineStart := 0
	for i := 0; i < len(text); i++ {
		if text[i] != '\n' && text[i] != '\f' {
			continue
		}
		if j, ok := findJoint(text, lineStart, i); ok && (j.kind != markLost || !stripped) {
			if e, next, ok := f.mend(text, j); ok {
				edits = append(edits, e)
				lineStart, i = next, next-1
				continue
			}
		}
		lineStart = i + 1
	}
	return edits
}

// strippedLines is how many lines have punctuation among them for sure.
const strippedLines = 10

// isStripped tells whether text has had its punctuation removed: the hyphens went
// with it on purpose, and its words are kept as they are divided.
func isStripped(text string) bool {
	return !strings.ContainsAny(text, ".,;:") && strings.Count(text, "\n") > strippedLines
}

// joint is a place where two halves of a word may meet.
type joint struct {
	// wordStart and markStart bound what stands before the hyphen, back to a
	// blank; the hyphen ends at markEnd. Where it was lost they are the same.
	wordStart, markStart, markEnd int
	kind                          mark
	// second is what comes next in the text.
	second half
}

// mark is the kind of a hyphen.
type mark int

const (
	markLost    mark = iota // none, but the line ends in a letter
	markHyphen              // - and U+2010
	markSoft                // soft hyphen, ¬, ⸗
	markEquals              // =
	markKept                // -¬
	markNoisy               // - with specks around it
	markMisread             // another sign in place of a hyphen
)

// hyphens are the hyphens by what they look like, longest first.
var hyphens = []struct {
	text string
	kind mark
}{
	{"-¬", markKept}, {"-", markHyphen}, {"‐", markHyphen}, {"\u00ad", markSoft},
	{"¬", markSoft}, {"⸗", markSoft}, {"=", markEquals},
}

// findJoint looks at the line text[lineStart:lineEnd].
func findJoint(text string, lineStart, lineEnd int) (joint, bool) {
	end := lineEnd
	for end > lineStart && isBlank(text[end-1]) {
		end--
	}
	j := joint{markEnd: end}
	line := text[lineStart:end]
	j.markStart, j.kind = cutHyphen(line)
	if start, kind, ok := cutNoisy(line); ok && !endsInWord(line[:j.markStart]) {
		j.markStart, j.kind = start, kind
	}
	j.markStart += lineStart
	before, _ := utf8.DecodeLastRuneInString(text[lineStart:j.markStart])
	if !unicode.IsLetter(before) && (j.kind == markLost || !unicode.IsDigit(before)) {
		return j, false
	}
	second, ok := nextHalf(text, end)
	if n := skipSpecks(text[second.start:]); ok && n > 0 && (j.kind == markHyphen || j.kind == markNoisy) {
		second, j.kind = second.from(text, second.start+n), markNoisy
	}
	if !ok || j.kind == markLost && (second.far || !startsLower(text[second.start:second.end])) {
		return j, false
	}
	j.second = second
	j.wordStart = lineStart + 1 + strings.LastIndexAny(text[lineStart:j.markStart], " \t")
	return j, true
}

// cutHyphen tells where the hyphen at the end of s begins and its kind.
func cutHyphen(s string) (start int, kind mark) {
	if s == "" || s[len(s)-1] < utf8.RuneSelf && s[len(s)-1] != '-' && s[len(s)-1] != '=' {
		return len(s), markLost
	}
	for _, h := range hyphens {
		if rest, ok := strings.CutSuffix(s, h.text); ok {
			return len(rest), h.kind
		}
	}
	return len(s), markLost
}

// isBlank tells whether c is white space that ends no line. A carriage return
// only occurs before a line feed once the characters fixer has run.
func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\r' }
