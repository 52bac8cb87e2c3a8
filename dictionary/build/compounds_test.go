package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// nounsOf makes a lexicon of nouns.
func nounsOf(words ...string) *lexicon {
	l := &lexicon{forms: make(map[string]*form)}
	for _, word := range words {
		f := l.form(word)
		f.lexical, f.noun, f.rawModern, f.modern = true, true, 200, 5000
	}
	return l
}

func TestLearnCompounds(t *testing.T) {
	l := nounsOf("Haus", "Garten", "Wirtschaft", "Zeit", "Zaun", "Hausgarten", "Gartenhaus", "Gartenzaun", "Wirtschaftszeit", "Wirtschaftsgarten")
	c := learnCompounds(l)
	assert.Equal(t, 2.0, c.modifiers["garten"], "in Gartenhaus, Gartenzaun")
	assert.Equal(t, 2.0, c.modifiers["wirtschafts"], "with its linking element")
	assert.Equal(t, 2.0, c.head["garten"], "in Hausgarten, Wirtschaftsgarten")
	assert.NotContains(t, c.modifiers, "wirtschaft")
	assert.NotContains(t, c.modifiers, "wirtschaftss")
	assert.Equal(t, unseenWeight, c.head["zaun"], "in one word only: as good as in none")
	assert.Equal(t, unseenWeight, c.modifiers["haus"])
}

func TestCompoundsNeedProductiveParts(t *testing.T) {
	l := nounsOf("Haus", "Tor")
	for word, f := range map[string]form{
		"GmbH":      {noun: true, modern: 5000, rawModern: 500},
		"Meier":     {name: true, modern: 5000, rawModern: 500},
		"schnell":   {adjective: true, modern: 5000, rawModern: 500},
		"Selten":    {noun: true, modern: 1},
		"Rhein-Tal": {noun: true, modern: 5000, rawModern: 500},
	} {
		l.forms[word] = &f
	}
	c := learnCompounds(l)
	for _, part := range []string{"gmbh", "meier", "selten", "rhein-tal", "schnell", "tor"} {
		assert.NotContains(t, c.head, part)
	}
	assert.Contains(t, c.head, "haus")
}

func TestLinkerAfter(t *testing.T) {
	for noun, linker := range map[string]string{
		"zeitung": "s", "freiheit": "s", "einigkeit": "s", "mannschaft": "s", "nation": "s", "universität": "s", "frühling": "s",
		"eigentum": "s", "dokument": "s", "sonne": "n", "haus": "", "garten": "",
	} {
		assert.Equal(t, linker, linkerAfter(noun), noun)
	}
}

func TestOfferStems(t *testing.T) {
	c := &compounds{stems: make(map[string]bool), ends: make(map[string]bool)}
	for word, f := range map[string]form{
		"Haus":      {noun: true, lexical: true},
		"schreiben": {verb: true, lexical: true},
		"rot":       {adjective: true, lexical: true},
		"NASA":      {noun: true, lexical: true},
		"rar":       {},
		"Ei":        {noun: true, lexical: true},
	} {
		c.offer(word, &f)
	}
	assert.Equal(t, map[string]bool{"haus": true, "schreiben": true, "schreib": true, "rot": true}, c.stems)
	assert.Equal(t, map[string]bool{"haus": true}, c.ends, "three letters are too few for an end")
}

func TestPackIsDeterministic(t *testing.T) {
	l := nounsOf("Haus", "Garten", "Wirtschaft", "Zeit", "Zaun", "Hausgarten", "Gartenhaus", "Gartenzaun", "Wirtschaftszeit", "Wirtschaftsgarten")
	first := learnCompounds(l).pack()
	assert.NotEmpty(t, first)
	for range 20 {
		assert.Equal(t, first, learnCompounds(l).pack())
	}
}
