package words

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary/confusion"
)

func TestBlanksLostAndGained(t *testing.T) {
	tests := []struct{ name, before, after, rule string }{
		{"joined", "Die Verwal tung der Stadt hat geschlossen.", "Die Verwaltung der Stadt hat geschlossen.", "words/join"},
		{"joined behind a prefix", "Die Ent scheidung fiel.", "Die Entscheidung fiel.", "words/join"},
		{"split", "Er weiß, dassder Weg weit ist.", "Er weiß, dass der Weg weit ist.", "words/split"},
		{"split in two long words", "Er hat es nichtgewusst.", "Er hat es nicht gewusst.", "words/split"},
		{"a point for a blank", "das erste.Haus am Platz", "das erste Haus am Platz", "words/split"},
	}
	f := shippedFixer(t)
	lead := fix(t, f, damagedLead)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := damagedLead + tt.before
			assert.Equal(t, lead+tt.after, fix(t, f, text))
			var rules []string
			for _, e := range f.Fix(text) {
				if e.Start >= len(damagedLead) {
					rules = append(rules, e.Rule)
				}
			}
			assert.Equal(t, []string{tt.rule}, rules)
		})
	}
}

// damagedLead shows an engine that loses blanks, too.
const damagedLead = "Die Biirger kénnen das fir sich entscheiden, und iiber alles wird gesprochen.\n"

// spaced are the readings of the slot that begins with word in text, before the
// lattice has chosen.
func spaced(t testing.TB, f *finder, text, word string) (out []option) {
	t.Helper()
	d := f.read(text)
	p := newProfile(f.channel)
	d.searched = scope{profiles: f.channel.all()}
	for i := range d.paragraphs {
		slots := d.paragraphs[i].slots
		for j := range slots {
			s := &slots[j]
			if !strings.HasPrefix(text[s.start:], word) {
				continue
			}
			d.choose(s)
			s.options = append(s.options, option{text: text[s.start:s.end], n: 1, span: 1})
			d.offerSpacing(slots, j, p)
			return s.options[1:]
		}
	}
	require.Fail(t, "no slot begins with "+word)
	return nil
}

// shapes writes options as text/words of the model/slots.
func shapes(options []option) (out []string) {
	for _, o := range options {
		out = append(out, fmt.Sprintf("%s/%d/%d", o.text, o.n, o.span))
	}
	return out
}

func TestSpacingOptions(t *testing.T) {
	tests := []struct {
		name, text, at string
		want           []string
	}{
		{"a lost blank", "und dasHaus", "dasHaus", []string{"das Haus/2/1"}},
		{"a known word is not split", "und Haus", "Haus", nil},
		{"only into words", "und dasHxus", "dasHxus", nil},
		{"only into frequent words", "und dasSeltnam", "dasSeltnam", []string{"das Seltnam/2/1"}},
		{"a gained blank", "Verwal tung", "Verwal", []string{"Verwaltung/1/2"}},
		{"a gained blank in a misread word", "kén nen", "kén", []string{"können/1/2"}},
		{"two blanks", "Verwal  tung", "Verwal", []string{"Verwaltung/1/2"}},
		{"three blanks", "Verwal   tung", "Verwal", nil},
		{"not over a line end", "Verwal\ntung", "Verwal", nil},
		{"not before a capital", "Ver Haus", "Ver", nil},
		{"not of two known words", "System gehen", "System", nil},
		{"with a stray sign", "Verwal. tung", "Verwal", []string{"Verwaltung/1/3"}},
		{"not with another sign", "Verwal! tung", "Verwal", nil},
		{"not with a frequent word", "Über mut", "Über", nil},
		{"a sign for a blank", "Haus.gehen", ".", []string{" /0/1"}},
		{"a sign with a blank behind is one", "Haus. gehen", ".", nil},
		{"a sign at the end", "Haus.", ".", nil},
		{"a sign for a blank beside a number", "Haus.5", ".", nil},
		{"a sign that the engine does not use so", "Haus?gehen", "?", nil},
		{"a hyphen beside a function word", "Haus-und", "-", []string{" /0/1"}},
		{"a hyphen in a compound", "Haus-Ufer", "-", nil},
		{"a hyphen in a longer one", "Ufer-und-Haus", "-", nil},
		{"an apostrophe between words", "Haus'gehen", "Haus", []string{"Haus gehen/2/1"}},
		{"an apostrophe in one", "geht's", "geht", nil},
	}
	f := tinyFinder(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			options := spaced(t, f, tt.text, tt.at)
			assert.Equal(t, tt.want, shapes(options))
			for _, o := range options {
				assert.Negative(t, o.score, "nothing is free")
			}
		})
	}
}

func TestSpacingOfTables(t *testing.T) {
	s := newSpacing([]*confusion.Table{tinyTable, {Name: "other", Rules: []confusion.Rule{
		{Intended: "§", Observed: "8", Prob: 0.2, Count: 10},
		{Intended: "", Observed: " ", Prob: 0.0000001, Count: 10},
	}}})
	const least = float32(leastSpacing)
	assert.Equal(t, []float32{0.01, least}, s.lost[""])
	assert.Equal(t, []float32{0.01, least}, s.lost["."])
	assert.Equal(t, []float32{least, least}, s.lost["-"])
	assert.Equal(t, []float32{0.01, least}, s.gained)
	assert.Equal(t, map[string][]float32{"8": {0, 0.2}}, s.section)
}

// TestExpectedIsTheMixture of the profiles, at their noise.
func TestExpectedIsTheMixture(t *testing.T) {
	p := &profile{share: []float64{0.25, 0.75}, noise: []float64{2, 0.5}}
	assert.InDelta(t, math.Log(0.25*2*0.1+0.75*0.5*0.2), p.expected([]float32{0.1, 0.2}), 1e-5)
	assert.Less(t, p.expected([]float32{0, 0}), float32(-20))
}

// TestSpacingStays where it is right, in the worst text.
func TestSpacingStays(t *testing.T) {
	f := shippedFixer(t)
	for _, text := range []string{
		"Die to-do-Liste ist lang.", "Er gründete comma.ai im Mai.", "Es gibt z.B. Brot, d.h. Speise, i.d.R. abends.",
		"Es waren 3,5 Grad und 12:30 Uhr.", "Vater-und-Sohn-Geschichten", "Das Ein- und Ausschalten", "Berlin-Mitte",
		"Ost-West-Handel", "Herr von der Heide ging an Bord.", "Er gab auf Deck acht.",
	} {
		after := fix(t, f, damagedLead+text)
		assert.True(t, strings.HasSuffix(after, text), "%q", after[len(fix(t, f, damagedLead)):])
	}
}

// TestUndivided: a hyphen that stood at the end of a line goes if a misread small letter
// made what follows look like a word of its own.
func TestUndivided(t *testing.T) {
	f := shippedFixer(t).finder
	var got []string
	for _, o := range spaced(t, f, "Die Geld-Gberweisung kommt.", "Geld") {
		got = append(got, o.text)
	}
	assert.Contains(t, got, "Geldüberweisung")
	for text, word := range map[string]string{
		"Die Geld-Überweisung kommt.": "Geld", "Die GELD-Gberweisung kommt.": "GELD", "Die Geld-gberweisung kommt.": "Geld",
	} {
		for _, o := range spaced(t, f, text, word) {
			assert.NotEqual(t, "Geldüberweisung", o.text, text)
		}
	}
}
