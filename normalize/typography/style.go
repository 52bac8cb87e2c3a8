package typography

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// style is what a document shows of its typography.
type style struct {
	lowQuotes     bool // has „
	guillemets    bool // has «
	dashes        bool // has – or — between blanks
	plainEllipsis bool // writes "..." throughout
	// What takes longer to find out is left until it is asked for.
	older, foreign lazy
}

// lazy is an answer that is worked out once.
type lazy struct{ known, answer bool }

func (l *lazy) get(text string, find func(string) bool) bool {
	if !l.known {
		l.known, l.answer = true, find(text)
	}
	return l.answer
}

// isOlder tells whether the document has the spelling of before 1996.
func (d *document) isOlder() bool { return d.style.older.get(d.text, isOlder) }

// isForeign tells whether the document is not in German.
func (d *document) isForeign() bool { return d.style.foreign.get(d.text, isForeign) }

func styleOf(text string) style {
	s := style{
		lowQuotes:  strings.Contains(text, "„"),
		guillemets: strings.Contains(text, "«"),
		dashes:     strings.Contains(text, " – ") || strings.Contains(text, " — "),
	}
	s.plainEllipsis = strings.Count(text, "...") >= 3 && !strings.Contains(text, "…")
	return s
}

// olderSpellings are frequent words that the reform of 1996 changed, or earlier
// ones did. A document that has them, and more often than their modern forms,
// was printed when dashes were long.
var (
	olderSpellings  = []string{"ſ", "daß ", "muß ", "mußte", "läßt ", "seyn", "giebt", "Theil", "thun "}
	modernSpellings = []string{"dass ", "muss ", "musste", "lässt "}
)

func isOlder(text string) bool {
	older, modern := 0, 0
	for _, s := range olderSpellings {
		older += strings.Count(text, s)
	}
	if older == 0 {
		return false
	}
	for _, s := range modernSpellings {
		modern += strings.Count(text, s)
	}
	return older > modern
}

// functionWords tell languages apart: true for German words, false for those of
// English, French, Italian and Latin. Words of several of them are left out.
var functionWords = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq("der und das ist nicht ein eine einen einer dem den mit von auf für sich auch als zu zum zur im wird werden sind er sie wir ich aber oder bei nach aus wie noch nur dass daß haben hat wurde fir fur fiir") {
		m[w] = true
	}
	for w := range strings.FieldsSeq("the of and to is that it with for are this have not but from by which you they his her " +
		"le la les et est une dans pour que qui pas sur vous nous avec il elle au aux " +
		"di che della il non per sono et ad cum sed quod est sunt ut") {
		m[w] = false
	}
	return m
}()

// isForeign tells whether s has more function words of other languages than of
// German, and at least two. What has neither counts as German.
func isForeign(s string) bool {
	german, foreign := 0, 0
	start := -1
	for i, r := range s {
		if r|0x20 >= 'a' && r|0x20 <= 'z' || r >= utf8.RuneSelf && unicode.IsLetter(r) {
			if start < 0 {
				start = i
			}
			continue
		}
		if start >= 0 {
			count(s[start:i], &german, &foreign)
			start = -1
		}
	}
	if start >= 0 {
		count(s[start:], &german, &foreign)
	}
	return foreign >= 2 && foreign > german
}

func count(word string, german, foreign *int) {
	if len(word) > 5 {
		return
	}
	if isGerman, known := functionWords[word]; known && isGerman {
		*german++
	} else if known {
		*foreign++
	}
}
