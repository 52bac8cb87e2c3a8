package lineends

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// halves are what a decision is made on.
type halves struct {
	first, second string // words without punctuation around them
	kind          mark
	far           bool
}

// Frequencies per billion words.
const (
	// particle is that of a word so common that it starts sentences and
	// stands alone rather than at the end of a compound ("der", "nach").
	particle = 300_000
	// standalone is that of a word that is hardly the rest of a divided one.
	standalone = 50_000
	// independent is that of a word that is no ending, where more parts follow.
	independent = 10_000
	// fragment is what lists have, by their own divided words, for halves of
	// words ("tung", "lichen"): no less makes a word.
	fragment = 300
	// common is that of a word known to everyone.
	common = 2_000
	// closed is that of an ordinary word that can be a whole, in doubt.
	closed = 100
)

// The confidences of decisions, estimated on right text with printed hyphens.
const (
	knownForm   = 0.99
	knownParts  = 0.97
	byShape     = 0.93
	byDefault   = 0.8
	againstForm = 0.7
)

// decide tells whether a hyphen between h.first and h.second divides a word.
func (f *Fixer) decide(h halves) (outcome, float64) {
	if h.first == "" || h.second == "" {
		return parted, 0
	}
	lastOfFirst, _ := utf8.DecodeLastRuneInString(h.first)
	firstOfSecond, _ := utf8.DecodeRuneInString(h.second)
	switch {
	case h.kind == markLost:
		return f.decideLost(h)
	case h.kind == markNoisy || h.kind == markMisread:
		return f.decideNoisy(h)
	case h.kind == markEquals && (utf8.RuneCountInString(h.first) < 2 || utf8.RuneCountInString(h.second) < 2 || hasDigit(h.first) || hasDigit(h.second)):
		return parted, 0 // an equation
	case isHanging(h.second):
		return f.decideHanging(h)
	case h.kind == markKept:
		return hyphenated, knownForm
	case unicode.IsDigit(firstOfSecond):
		return f.decideNumber(h)
	case isCode(h.first) && unicode.IsDigit(lastOfFirst), utf8.RuneCountInString(h.first) == 1, isCapitals(h.first):
		return f.decideAbbreviation(h)
	case unicode.IsUpper(firstOfSecond):
		return f.decideCapital(h)
	default:
		return f.decideSmall(h)
	}
}

// decideNumber decides on halves of which the second begins with a digit.
func (f *Fixer) decideNumber(h halves) (outcome, float64) {
	switch {
	case h.far || strings.Trim(h.second, "0123456789-") != "":
		return parted, 0
	case strings.Trim(h.first, "0123456789-") == "":
		return hyphenated, byShape
	default:
		return hyphenated, byDefault
	}
}

// decideHanging decides before "und" and its like. The hyphen hangs unless the
// joined form is a word ("Werk-⏎statt", "den-⏎noch") whose first half is none,
// or is none that the conjunction could follow.
func (f *Fixer) decideHanging(h halves) (outcome, float64) {
	together := f.count(h.first + h.second)
	strict := strictlyHanging[strings.ToLower(h.second)]
	switch {
	case h.far || h.kind == markKept || together < closed:
		return parted, 0
	case strict && f.count(h.first)+f.count(strings.TrimSuffix(h.first, "s")) > together/10:
		return parted, 0
	default:
		return joined, byShape
	}
}

// decideAbbreviation decides after a number, a single letter or capitals.
func (f *Fixer) decideAbbreviation(h halves) (outcome, float64) {
	if isCapitals(h.second) && isCapitals(h.first) && utf8.RuneCountInString(h.first) > 1 {
		return f.decideCapitals(h)
	}
	apart, together := f.forms(h)
	if isCapitals(h.first) && startsLower(h.second) { // perhaps a misread small letter
		together = max(together, f.count(title(h.first)+h.second))
	}
	single := utf8.RuneCountInString(h.first) == 1
	switch {
	case together > apart:
		return joined, byShape
	case apart > 0:
		return hyphenated, knownForm
	case h.far, f.isParticle(h.second):
		return parted, 0
	case single && startsLower(h.first) && startsLower(h.second):
		return hyphenated, againstForm
	default:
		return hyphenated, byShape
	}
}

// decideCapitals decides on a word in capitals.
func (f *Fixer) decideCapitals(h halves) (outcome, float64) {
	apart, together := f.forms(halves{first: title(h.first), second: strings.ToLower(h.second)})
	apart = max(apart, f.lexicon.Count(h.first+"-"+h.second), f.lexicon.Count(title(h.first)+"-"+title(h.second)))
	switch {
	case apart > together:
		return hyphenated, knownForm
	case together > 0:
		return joined, knownForm
	case f.lexicon.Compound(title(h.first) + strings.ToLower(h.second)):
		return joined, knownParts
	case h.far:
		return parted, 0
	case f.count(h.first) >= fragment && f.count(h.second) >= fragment:
		return hyphenated, againstForm
	default:
		return joined, againstForm
	}
}

// decideCapital decides before a capital. Words are not divided there; a capital
// that was misread is told by the joined form being a word and its halves none.
func (f *Fixer) decideCapital(h halves) (outcome, float64) {
	apart, _ := f.forms(h)
	small := strings.ToLower(segment(h.second))
	together := f.count(lastSegment(h.first) + small)
	whole := min(f.count(lastSegment(h.first)), f.count(segment(h.second))) >= max(together/10, 1)
	switch {
	case apart > 0 && apart >= together:
		return hyphenated, knownForm
	case together > 0 && !whole && !strings.Contains(h.first, "-"):
		return lowered, byDefault
	case h.far, f.isParticle(h.second):
		return parted, 0
	case strings.ToLower(h.first) == h.first && !strings.Contains(h.first, "-"):
		return parted, 0
	default:
		return hyphenated, byShape
	}
}

// decideSmall decides before a small letter. Where neither form is known, the
// halves are taken to carry an error or to make a rare word: words divided by
// the printer are a hundred times as frequent as hyphens before small letters.
func (f *Fixer) decideSmall(h halves) (outcome, float64) {
	apart, together := f.forms(h)
	first, second := lastSegment(h.first), segment(h.second)
	switch {
	case apart > together:
		return hyphenated, knownForm
	case together > 0:
		return joined, knownForm
	case f.standsAlone(h, particle):
		return parted, 0
	case !h.far && f.isPair(h):
		return hyphenated, againstForm
	case f.lexicon.Compound(first + second):
		return joined, knownParts
	case h.far && (f.count(first) == 0 || f.count(second) < fragment):
		return joined, againstForm
	case h.far, f.standsAlone(h, standalone):
		return parted, 0
	default:
		return joined, byDefault
	}
}

// standsAlone tells whether what looks like a hyphen comes between two words:
// the second is at least as frequent as given, the first a noun. Before a small
// letter a verb or prefix is rather divided from its ending or stem.
func (f *Fixer) standsAlone(h halves, frequency float64) bool {
	return h.kind != markSoft && !startsLower(h.first) &&
		f.lexicon.Count(segment(h.second)) >= frequency && f.count(lastSegment(h.first)) >= fragment
}

// isPair tells whether the halves are words that a hyphen joins: adjectives, or
// the first parts of a compound with more of them (Vorher-nachher-Vergleich).
func (f *Fixer) isPair(h halves) bool {
	first, second := lastSegment(h.first), segment(h.second)
	if second != h.second && f.lexicon.Count(second) >= independent {
		return f.count(first) >= fragment
	}
	if !isAdjective(first) && (second == h.second || f.lexicon.Compound(first+second)) {
		return false
	}
	return f.count(first) >= fragment && f.count(second) >= fragment
}

// decideLost decides where there is no hyphen: only if neither half is a word and
// both together are a common one.
func (f *Fixer) decideLost(h halves) (outcome, float64) {
	if !startsLower(h.second) || utf8.RuneCountInString(h.first) < 2 || utf8.RuneCountInString(h.second) < 2 {
		return parted, 0
	}
	if f.count(h.second) > 0 || f.count(h.first) > 0 || f.count(h.first+h.second) < common {
		return parted, 0
	}
	if f.lexicon.Compound(h.first) || f.lexicon.Compound(h.second) {
		return parted, 0
	}
	return joined, byDefault
}

// forms are the frequencies of h with its hyphen and joined. Of words that have
// further hyphens the parts next to this one decide.
func (f *Fixer) forms(h halves) (apart, together float64) {
	apart = f.count(h.first + "-" + h.second)
	first, second := lastSegment(h.first), segment(h.second)
	if first != h.first || second != h.second {
		apart = max(apart, f.count(first+"-"+second))
	}
	return apart, f.count(first + second)
}

// count is the frequency of word, also as it would be written inside a sentence
// or without capitals throughout.
func (f *Fixer) count(word string) float64 {
	n := f.lexicon.Count(word)
	r, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(r) {
		return n
	}
	small := strings.ToLower(word)
	if n = max(n, f.lexicon.Count(small)); isCapitals(word) {
		n = max(n, f.lexicon.Count(title(word)))
	}
	return n
}

// isParticle tells whether word begins a sentence rather than ends a compound.
func (f *Fixer) isParticle(word string) bool {
	return f.lexicon.Count(strings.ToLower(word)) >= particle
}
