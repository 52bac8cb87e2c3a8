package main

import (
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"klartext/dictionary/ngram"
	"klartext/dictionary/packed"
)

// linkers are the linking elements between the parts of a compound.
var linkers = []string{"", "s", "es", "n", "en", "er", "e", "ens"}

// compounds counts how many words each part stands in: parts that are
// productive make new words, others do not.
type compounds struct {
	stems, ends     map[string]bool // lower case: what may modify, what may end
	modifiers, head map[string]float64
}

// Lengths and counts that keep out parts which stand in words by chance.
const (
	shortestStem  = 3
	shortestHead  = 4
	leastWords    = 2
	shortestWhole = 8
)

// learnCompounds splits the words of the lexicon into two words of the lexicon.
func learnCompounds(l *lexicon) *compounds {
	c := &compounds{
		stems: make(map[string]bool), ends: make(map[string]bool),
		modifiers: make(map[string]float64), head: make(map[string]float64),
	}
	for word, f := range l.forms {
		c.offer(word, f)
	}
	for _, word := range slices.Sorted(maps.Keys(l.forms)) {
		f := l.forms[word]
		if n := utf8.RuneCountInString(word); n >= shortestWhole && (f.lexical || f.rawModern+f.rawHistoric >= 5) {
			c.split(strings.ToLower(word))
		}
	}
	c.prune()
	for _, word := range slices.Sorted(maps.Keys(l.forms)) {
		c.admit(word, l.forms[word])
	}
	return c
}

// unseenWeight is what a noun counts that stands in no known compound: new ones
// are made of any.
const unseenWeight = 0.3

// admit lets in every common noun as an end and, with the linking element that
// its ending asks for, as a modifier.
func (c *compounds) admit(word string, f *form) {
	first, _ := utf8.DecodeRuneInString(word)
	lower := strings.ToLower(word)
	if !unicode.IsUpper(first) || utf8.RuneCountInString(word) < shortestHead || strings.ContainsAny(word, "-'") ||
		!f.noun && f.rawModern+f.rawHistoric < 100 || f.perBillion() < 100 || f.name && !f.noun || isUpperInside(word) {
		return
	}
	c.head[lower] = max(c.head[lower], unseenWeight)
	modifier := lower + linkerAfter(lower)
	c.modifiers[modifier] = max(c.modifiers[modifier], unseenWeight)
}

func isUpperInside(word string) bool {
	_, size := utf8.DecodeRuneInString(word)
	return strings.ToLower(word[size:]) != word[size:]
}

// linkerAfter is the linking element that nouns with the ending of noun take
// nearly always.
func linkerAfter(noun string) string {
	for _, ending := range []string{"ung", "heit", "keit", "schaft", "ion", "tät", "ling", "tum", "ment"} {
		if strings.HasSuffix(noun, ending) {
			return "s"
		}
	}
	if strings.HasSuffix(noun, "e") {
		return "n"
	}
	return ""
}

// offer enters a form as a possible part.
func (c *compounds) offer(word string, f *form) {
	if strings.ContainsAny(word, "-'") || f.perBillion() < 15 && !f.lexical {
		return
	}
	first, _ := utf8.DecodeRuneInString(word)
	lower := strings.ToLower(word)
	length := utf8.RuneCountInString(word)
	capital := unicode.IsUpper(first)
	if word[1:] != lower[1:] && capital && utf8.RuneLen(first) == 1 {
		return // an abbreviation
	}
	noun := f.noun || capital && f.rawModern+f.rawHistoric >= 40
	if length >= shortestStem && (noun || f.adjective || f.verb || f.rawModern >= 500) {
		c.stems[lower] = true
		if f.verb && strings.HasSuffix(lower, "en") && length > 5 {
			c.stems[strings.TrimSuffix(lower, "en")] = true // Fahr-weg, Schreib-tisch
		}
	}
	if length >= shortestHead && (noun || f.adjective) {
		c.ends[lower] = true
	}
}

// split counts each way to make word of a stem, a linking element and an end.
func (c *compounds) split(word string) {
	for at := range word {
		if at < shortestStem || !c.ends[word[at:]] {
			continue
		}
		for _, linker := range linkers {
			stem, ok := strings.CutSuffix(word[:at], linker)
			if ok && c.stems[stem] {
				c.modifiers[word[:at]]++
				c.head[word[at:]]++
				break
			}
		}
	}
}

func (c *compounds) prune() {
	rare := func(_ string, n float64) bool { return n < leastWords }
	maps.DeleteFunc(c.modifiers, rare)
	maps.DeleteFunc(c.head, rare)
}

// pack makes the table of the parts' probabilities.
func (c *compounds) pack() []byte {
	parts := make(map[string]packed.Value)
	for role, n := range []map[string]float64{c.modifiers, c.head} {
		total := 0.0
		for _, x := range n {
			total += x
		}
		for part, x := range n {
			v := parts[part]
			v[role] = max(1, packed.PackProb(math.Log(x/total)))
			parts[part] = v
		}
	}
	entries := make([]packed.Entry, 0, len(parts))
	for part, v := range parts {
		entries = append(entries, packed.Entry{Key: uint64(ngram.WordOf(part)), Value: v})
	}
	return packed.Append(nil, entries, 2)
}
