package main

import (
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"klartext/dictionary"
)

// until is when a spelling went out of use.
type until uint8

const (
	// until1901 are the spellings that the conference of 1901 did away with.
	until1901 until = iota
	// lingering are those that lived on beside its rules, in print without capital
	// umlauts for one.
	lingering
	// until1996 are those of its rules that the reform of 1996 changed.
	until1996
)

// eras are those in which the spelling was current.
func (u until) eras() dictionary.Eras {
	if u == until1901 {
		return dictionary.EraHistoric
	}
	return dictionary.EraHistoric | dictionary.Era1901
}

// respelling is a change that German spelling went through.
type respelling struct {
	old, new string
	// letters is the least length of the old word: in shorter ones the change makes
	// another word by chance.
	letters int
	until   until
}

// respellings are the changes, the surest first.
var respellings = []respelling{
	{"dieß", "dies", 4, until1901}, {"Dieß", "Dies", 4, until1901}, {"niß", "nis", 5, until1901},
	{"deß", "des", 4, until1901}, {"Deß", "Des", 6, until1901}, {"weß", "wes", 6, until1901},
	{"Weß", "Wes", 6, until1901}, {"ß", "ss", 3, until1996}, {"auh", "au", 4, until1996}, {"ff", "fff", 8, until1996},
	{"ll", "lll", 8, until1996}, {"mm", "mmm", 8, until1996}, {"nn", "nnn", 8, until1996}, {"pp", "ppp", 8, until1996},
	{"rr", "rrr", 8, until1996}, {"ss", "sss", 8, until1996}, {"tt", "ttt", 8, until1996}, {"th", "t", 3, until1901},
	{"Th", "T", 4, until1901}, {"ey", "ei", 3, until1901}, {"Ey", "Ei", 4, until1901}, {"ay", "ai", 4, until1901},
	{"ir", "ier", 5, until1901}, {"gieb", "gib", 4, until1901}, {"Gieb", "Gib", 4, until1901},
	{"ieng", "ing", 5, until1901}, {"cc", "kz", 5, until1901}, {"cc", "kk", 5, until1901}, {"c", "k", 4, until1901},
	{"C", "K", 4, until1901}, {"c", "z", 5, until1901}, {"C", "Z", 5, until1901}, {"y", "i", 4, lingering},
	{"ph", "f", 5, lingering}, {"ammt", "amt", 5, until1901}, {"ämmt", "ämt", 6, until1901}, {"dt", "t", 4, until1901},
	{"inn", "in", 6, until1901}, {"aa", "a", 5, until1901}, {"ee", "e", 6, until1901}, {"oo", "o", 6, until1901},
	{"tt", "t", 6, until1901}, {"Ae", "Ä", 4, lingering}, {"Oe", "Ö", 3, lingering}, {"Ue", "Ü", 4, lingering},
	{"ülf", "ilf", 4, lingering}, {"gilt", "gült", 6, lingering}, {"kömm", "komm", 5, until1901},
	{"Kömm", "Komm", 5, until1901}, {"änz", "enz", 5, until1901}, {"äug", "eug", 6, until1901},
	{"ächt", "echt", 4, until1901}, {"äum", "eum", 7, until1901},
}

// Limits of what counts as an old spelling, by the frequencies per billion words in
// modern and in historic texts. So a form that modern texts have in
// quotations only is old all the same.
const (
	// leastHistoric is how often the historic texts have it.
	leastHistoric = 3
	// olderThan is how much more frequent it is there than in modern texts.
	olderThan = 8
	// outdone is how much more frequent the new spelling is in modern texts.
	outdone = 10
	// variantShare is the least share that it has of the two in historic texts: rarer
	// ones are errors.
	variantShare = 0.02
	// lateShare is the share up to which the spelling of 1996 may stand in historic
	// texts, in editors' words and before 1901, and be new.
	lateShare = 0.25
	// unseen is what a form that no text has counts for.
	unseen = 5
	// smoothing is the same for the modernity, whose mixtures weigh single words more.
	smoothing = 100
)

// eraMark is the spelling of a form that is not current in all eras.
type eraMark struct {
	eras dictionary.Eras
	// other is the same word's form in the other spelling.
	other string
}

// eraMarks are the marks of forms.
type eraMarks map[string]eraMark

// of returns the eras in which word is current.
func (m eraMarks) of(word string) dictionary.Eras {
	if x, ok := m[word]; ok {
		return x.eras
	}
	return dictionary.AllEras
}

// markEras finds the forms that are spelled so in some eras only.
func markEras(l *lexicon) eraMarks {
	marks := make(eraMarks)
	var reformed []string
	for word, f := range l.forms {
		if !l.mayBeOld(word, f) {
			continue
		}
		if other, u := l.newSpelling(word, f); other != "" {
			marks[word] = eraMark{u.eras(), other}
			if u == until1996 {
				reformed = append(reformed, word)
			}
		}
	}
	// In a second step, as other forms may have been taken for new ones by chance.
	slices.Sort(reformed)
	for _, word := range reformed {
		other := marks[word].other
		if l.isNew(other, l.forms[word]) && marks.of(other) == dictionary.AllEras {
			marks[other] = eraMark{dictionary.EraModern, word}
		}
	}
	return marks
}

// mayBeOld tells whether historic texts have a form that is no dative (Staate).
func (l *lexicon) mayBeOld(word string, f *form) bool {
	if f.rawHistoric < leastHistoric {
		return false
	}
	stem, dative := strings.CutSuffix(word, "e")
	return !dative || l.forms[stem] == nil || !l.forms[stem].noun
}

// newSpelling returns the form of word after one change, or else two, and when the
// older of them went out of use; none if word is no old spelling.
func (l *lexicon) newSpelling(word string, f *form) (other string, u until) {
	for next, r := range respelled(word) {
		if l.isOld(f, next, r.until) {
			return next, r.until
		}
	}
	for middle, first := range respelled(word) {
		for next, second := range respelled(middle) {
			u := min(first.until, second.until)
			if next != word && l.isOld(f, next, u) {
				return next, u
			}
		}
	}
	return "", 0
}

// respelled yields what word is after each change, at each place.
func respelled(word string) iter.Seq2[string, *respelling] {
	return func(yield func(string, *respelling) bool) {
		length := utf8.RuneCountInString(word)
		for i := range respellings {
			r := &respellings[i]
			if length < r.letters {
				continue
			}
			for at := 0; at < len(word); at++ {
				next := strings.Index(word[at:], r.old)
				if next < 0 {
					break
				}
				at += next
				if r.old == "ß" && isEnding(word[at+len(r.old):]) {
					continue // after a long vowel (Buße), which the reform left alone
				}
				if !yield(word[:at]+r.new+word[at+len(r.old):], r) {
					return
				}
			}
		}
	}
}

// isEnding tells of the endings of words that begin with a vowel.
func isEnding(s string) bool {
	switch s {
	case "e", "em", "en", "er", "es":
		return true
	}
	return false
}

// isOld tells whether frequencies speak for a form being the old spelling of
// another.
func (l *lexicon) isOld(f *form, other string, u until) bool {
	o := l.forms[other]
	if o == nil || o.rawModern == 0 || o.name {
		return false
	}
	older, younger := float64(olderThan), float64(outdone)
	switch {
	case u == until1996 && f.lexical: // the lists have some of these
		older, younger = 2, 8
	case u == until1996: // laws from before 1996 count as modern
		older, younger = 1, 3
	case f.lexical:
		return false
	}
	if f.name { // that of a few today, but a word then (Theil)
		older *= outdone
	}
	return f.old()+unseen >= older*(f.today()+unseen) && o.today() >= younger*(f.today()+unseen) &&
		f.old() >= variantShare*o.old()
}

// isNew tells whether a form is hardly known to historic texts, which have old.
func (l *lexicon) isNew(word string, old *form) bool {
	f := l.forms[word]
	return f.old() <= lateShare*(f.old()+old.old())
}

// today and old are the form's frequencies per billion words in all modern and all
// historic texts: not in the mixtures, in which one quotation in a small text weighs
// much.
func (f *form) today() float64 { return 1000 * f.rawModern / modernTokens }
func (f *form) old() float64   { return 1000 * f.rawHistoric / historicTokens }

// modernTokens and historicTokens are the tokens of all texts in millions.
var modernTokens, historicTokens = tokens(modernWeights), tokens(historicWeights)

func tokens(of map[string]float64) (n float64) {
	for source := range of {
		n += tokensOf[source]
	}
	return n
}

// modernity is ln P(form | modern texts) - ln P(form | historic texts).
func (f *form) modernity() float64 {
	return math.Log((f.modern + smoothing) / (f.historic + smoothing))
}

// report lists the marks: form, other spelling, and the eras of the form.
func (m eraMarks) report() []string {
	lines := make([]string, 0, len(m))
	for word, mark := range m {
		lines = append(lines, fmt.Sprintf("%s\t%s\t%03b", word, mark.other, mark.eras))
	}
	slices.Sort(lines)
	return lines
}
