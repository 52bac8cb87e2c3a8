package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCapitals(t *testing.T) {
	l := &lexicon{forms: make(map[string]*form)}
	for word, n := range map[string]float64{
		"Zeitung": 9, "Heizung": 9, "Meinung": 9, "jung": 9, // …tung, …zung, …nung
		"freundlich": 9, "endlich": 9, "Klich": 9,
		"ratlich": 1, "Ratlich": 1, // too rare to count
	} {
		l.form(word).rawModern = n
	}
	l.form("grasgrün").lexical = true
	c := learnCapitals(l.forms)
	assert.Equal(t, "Leitung", c.apply("leitung"), "an ending of nouns")
	assert.Equal(t, "schriftlich", c.apply("schriftlich"), "an ending of adjectives")
	assert.Equal(t, "blassgrün", c.apply("blassgrün"), "from a dictionary")
	assert.Equal(t, "Zwackel", c.apply("zwackel"), "no such ending: a name")
	assert.Equal(t, "Ötztal", c.apply("ötztal"))
	assert.Equal(t, "jung", ending("jung"))
	assert.Equal(t, "tung", ending("Zeitung"))
	assert.Equal(t, "rößß", ending("Größß"))
	assert.Equal(t, "ab", ending("ab"))
}
