package words

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary"
	"klartext/dictionary/confusion"
)

// shipped is the fixer as users get it, in its boldest mode.
var shipped = sync.OnceValues(func() (*Fixer, error) {
	dict, err := dictionary.Embedded()
	if err != nil {
		return nil, err
	}
	tables, err := confusion.Shipped()
	if err != nil {
		return nil, err
	}
	return New(dict, tables, WithMode(Aggressive))
})

func shippedFixer(t testing.TB) *Fixer {
	t.Helper()
	f, err := shipped()
	require.NoError(t, err)
	return f
}

// damagedGerman is what an engine without German reads; passages stand in it.
const damagedGerman = `Die Biirger der Stadt kénnen sich nicht erinnern, dass es fir alle Hauser jemals
geniigend Warme gab. %s Danach wurden die Plane gedndert, und
die Rate mufsten iiber neue Strafen und Platze in der Nahe des Flusses entscheiden.
`

// foreignPassages are sentences of other languages, some of them misread.
var foreignPassages = []string{
	"“There is no such thing as a free lunch,” the mayor told them, “and you should have known that before.”",
	"He wrote to his brother: The winter was hard and the roads were closed for most of it.",
	"„Nous avons perdu la clef de la maison, mais les fenétres sont ouvertes“, stand da.",
	"« Il faut que tout le monde puisse lire ce que nous avons écrit dans cette lettre. »",
	"Quod licet sub sole, non licet cum umbra; haec sunt verba quae pater meus dixit.",
	"„Non so perché tutti parlano della pioggia quando il sole è ancora alto nel cielo“, las sie vor.",
	"El tren que llega por la tarde no para en los pueblos de la costa.",
	"„Het huis aan de rivier is niet groot, maar wij wonen er met veel plezier“, hieß es.",
	"Don't tell me you haven't seen the letter that they sent.",
}

func TestForeignPassagesStay(t *testing.T) {
	f := shippedFixer(t)
	for _, passage := range foreignPassages {
		text := fmt.Sprintf(damagedGerman, passage)
		start := strings.Index(text, passage)
		proposals := f.Proposals(text)
		outside := 0
		for _, p := range proposals {
			if p.Start < start+len(passage) && start < p.End {
				t.Errorf("%q: proposes %q for %q", passage, p.After, text[p.Start:p.End])
			} else {
				outside++
			}
		}
		assert.Greater(t, outside, 6, "the German around %q is not mended", passage)
	}
}

// TestForeignLinesStay: a line of another language between lines of verse, without
// a full stop that would end a sentence.
func TestForeignLinesStay(t *testing.T) {
	f := shippedFixer(t)
	const line = "The wind is in the trees and on the hill"
	text := "Der Wind geht iiber die Baume\n" + line + "\nund wir konnen nicht schlafen fir lauter Larm\n"
	for _, p := range f.Proposals(text) {
		assert.NotContains(t, line, text[p.Start:p.End])
	}
	d := f.finder.read(text)
	assert.True(t, untouched(d, "wind"))
	assert.False(t, untouched(d, "Wind"))
	assert.False(t, untouched(d, "Larm"))
}

// untouched tells whether the slot with the word is one that nothing is proposed
// for.
func untouched(d *document, word string) bool {
	for _, p := range d.paragraphs {
		for _, s := range p.slots {
			if d.text[s.start:s.end] == word {
				return s.opaque && s.entry == nil
			}
		}
	}
	return false
}

// TestDamagedGermanIsGerman: none of this is another language, however badly it
// was read.
func TestDamagedGermanIsGerman(t *testing.T) {
	f := shippedFixer(t)
	for _, text := range []string{
		"cin Mann, dic Frau und das Kind, fir die dcr Weg zu weit war",
		"Uud bie Leute, welche in ber Stadt wohnten, hatten fich an bas Wetter gewöhnt",
		"Er iſt ſo alt als ſie und on jenem Tage is er at Haus the fort nnd for to",
		"Der Mann in the Hut hatte of das Haus and den Hof nicht gesehen",
		"Rue de la Paix und Place de la Concorde sind Straßen in Paris",
		"Il Trovatore, La Traviata und Un ballo in maschera standen auf dem Plan",
		"Herr van de Velde aus Den Haag und Frau de la Tour",
		"so war es, also was will man da",
		"The Times, The Guardian",
	} {
		d := f.finder.read(text)
		for _, p := range d.paragraphs {
			for _, s := range p.slots {
				if s.entry == nil {
					assert.False(t, strings.ContainsFunc(text[s.start:s.end], isLetter), "%q in %q", text[s.start:s.end], text)
				}
			}
		}
	}
}

func TestForeignPieces(t *testing.T) {
	tests := []struct{ text, foreign string }{
		// The whole of what was said is foreign, what introduces it is not.
		{"Sie sagte: „I do not know what you want from me. Really? It is late.“ Dann ging sie.", "I do not know what you want from me . Really ? It is late ."},
		// A sentence that goes on over the line, after the end of a German one.
		{"Dort stand es geschrieben\nals Motto: We are such stuff as dreams\nare made on, and our little life is rounded.\nDas war alles.", "We are such stuff as dreams are made on , and our little life is rounded ."},
		{"Das ist nur ein Satz. Und noch einer mit the und of.", ""},
	}
	for _, tt := range tests {
		d := shippedFixer(t).finder.read(tt.text)
		var words []string
		slots := d.paragraphs[0].slots
		for i, s := range slots {
			word := tt.text[s.start:s.end]
			isSign := !strings.ContainsFunc(word, isLetter)
			if s.entry == nil && (!isSign || len(words) > 0 && slots[i-1].entry == nil) {
				words = append(words, word)
			}
		}
		assert.Equal(t, tt.foreign, strings.Join(words, " "), tt.text)
	}
}

func TestTells(t *testing.T) {
	for word, want := range map[string]languages{
		"The": english, "DIE": german, "dic": german, "in": 0, "was": 0, "du": 0, "des": 0, "Haus": 0, "quod": latinTongue,
		"BGBl": citing, "Verwaltungsgericht": 0, "": 0,
	} {
		assert.Equal(t, want, tells(word), word)
	}
	for word, want := range map[string]languages{
		"l'homme": french, "qu’il": french, "don't": english, "we're": english, "hab'": 0, "geht's": 0, "ist's": 0, "dell’arte": italian,
	} {
		assert.Equal(t, want, tellsElided(word)&want, word)
		if want == 0 {
			assert.Zero(t, tellsElided(word), word)
		}
	}
}

// TestTellersAreUnmistakable: no word may speak for German and another language.
func TestTellersAreUnmistakable(t *testing.T) {
	for word, set := range tellers {
		assert.False(t, set&german != 0 && set&foreignTongues != 0, word)
		assert.LessOrEqual(t, len(word), longestFunctionWord, word)
	}
}
