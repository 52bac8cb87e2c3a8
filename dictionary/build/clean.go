package main

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"klartext/dictionary/confusion"
)

// realPairs are words that look like misread forms of far more frequent words
// and are right all the same; one a line.
//
//go:embed real_words.txt
var realWords string

// Noise of the lists: the share of a word's occurrences that stand there with a
// confusion of OCR in them, and the greater share that were typed without umlauts.
const (
	ocrNoise    = 0.006
	umlautNoise = 0.012
)

// cleaner finds spellings that are misspellings of more frequent words.
type cleaner struct {
	forms map[string]*form
	rules map[string][]confusion.Rule // by observed text
	kept  map[string]bool
}

// clean removes the misspellings from the lexicon and returns them, each with
// the word it stands for.
func clean(l *lexicon, tables []*confusion.Table) []string {
	c := cleaner{forms: l.forms, rules: strongest(tables), kept: make(map[string]bool)}
	for word := range strings.FieldsSeq(realWords) {
		c.kept[word] = true
	}
	var report []string
	for word, f := range l.forms {
		if f.lexical || f.name || c.kept[word] || c.kept[strings.ToLower(word)] {
			continue
		}
		if right, ok := c.misspelling(word, f); ok {
			report = append(report, fmt.Sprintf("%s\t%s\t%.0f\t%.0f", word, right, f.perBillion(), l.forms[right].perBillion()))
		}
	}
	slices.Sort(report)
	for _, line := range report {
		delete(l.forms, line[:strings.IndexByte(line, '\t')])
	}
	return report
}

// strongest gathers the rules of all tables, each with its greatest probability.
func strongest(tables []*confusion.Table) map[string][]confusion.Rule {
	best := make(map[[2]string]confusion.Rule)
	for _, t := range tables {
		for _, r := range t.Rules {
			key := [2]string{r.Intended, r.Observed}
			if r.Observed != "" && r.Intended != "" && r.Prob > best[key].Prob {
				best[key] = r
			}
		}
	}
	rules := make(map[string][]confusion.Rule)
	for _, r := range best {
		rules[r.Observed] = append(rules[r.Observed], r)
	}
	return rules
}

// misspelling tells whether word occurs so seldom, beside a word that it may be
// misread from, that noise explains it.
func (c *cleaner) misspelling(word string, f *form) (right string, ok bool) {
	own := f.perBillion()
	for at := range word {
		for end := at + 1; end <= len(word) && end <= at+3*utf8.UTFMax; end++ {
			for _, rule := range c.rules[word[at:end]] {
				other := word[:at] + rule.Intended + word[end:]
				o := c.forms[other]
				if o != nil && own < o.perBillion()*c.noise(rule) {
					return other, true
				}
			}
		}
	}
	return "", false
}

func (c *cleaner) noise(r confusion.Rule) float64 {
	if isLostUmlaut(r) {
		return umlautNoise
	}
	return min(0.5, r.Prob) * ocrNoise
}

// isLostUmlaut tells of what people without a German keyboard write, too.
func isLostUmlaut(r confusion.Rule) bool {
	switch r.Intended + r.Observed {
	case "äa", "öo", "üu", "ÄA", "ÖO", "ÜU":
		return true
	}
	return false
}
