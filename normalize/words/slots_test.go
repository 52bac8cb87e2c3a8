package words

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// showSlots writes the slots of a text: what may be changed as it is, what may
// not in angle brackets, paragraphs parted by a bar.
func showSlots(d *document) string {
	var paragraphs []string
	for _, p := range d.paragraphs {
		var slots []string
		for _, s := range p.slots {
			word := d.text[s.start:s.end]
			if s.opaque {
				word = "<" + word + ">"
			}
			slots = append(slots, word)
		}
		paragraphs = append(paragraphs, strings.Join(slots, " "))
	}
	return strings.Join(paragraphs, " | ")
}

func TestSlots(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"white space", " \n\t ", ""},
		{"words and signs", "Das Haus, das alte.", "Das Haus <,> das alte <.>"},
		{"quotes and brackets are none", "„Das“ (Haus)", "Das Haus"},
		{"numbers", "im Jahr 1873, 3,5 Meter", "im Jahr <1873> <,> <3> <,> <5> Meter"},
		{"hyphens part", "Rhein-Main", "Rhein <-> Main"},
		{"signs inside a word", "der Vorsto& und Au&en", "der Vorsto& und Au&en"},
		{"a sign behind a word", "Haus & Hof, Haus& Hof", "Haus <&> Hof <,> Haus <&> Hof"},
		{"digits inside a word", "M6glichkeit Aul3en", "M6glichkeit Aul3en"},
		{"apostrophes", "ich hab's, d’Arc", "ich <hab's> <,> <d’Arc>"},
		{"addresses", "siehe www.haus.de und a@b.de.", "siehe <www.haus.de> und <a@b.de.>"},
		{"paths", "in /usr/share/haus und C:\\Haus", "in </usr/share/haus> und <C:\\Haus>"},
		{"paragraphs", "eins\nzwei\n\ndrei\fvier\n \nfünf", "eins zwei | drei | vier | fünf"},
		{"combining marks", "fu\u0308r uns", "fu\u0308r uns"},
	}
	f := shippedFixer(t).finder
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, showSlots(f.read(tt.text))) })
	}
}

func TestSlotsKnowSentenceBeginnings(t *testing.T) {
	const text = "Eins zwei. Drei, vier: Fünf! „Sechs“ sieben (Acht) neun\nzehn\n\nElf"
	initial := make(map[string]bool)
	d := shippedFixer(t).finder.read(text)
	for _, p := range d.paragraphs {
		for _, s := range p.slots {
			initial[text[s.start:s.end]] = s.initial
		}
	}
	for _, word := range []string{"Eins", "Drei", "Fünf", "Sechs", "Acht", "Elf"} {
		assert.True(t, initial[word], word)
	}
	for _, word := range []string{"zwei", "vier", "neun", "zehn"} {
		assert.False(t, initial[word], word)
	}
}

func TestRecurringNamesGetLikelier(t *testing.T) {
	spelling := func(text, word string) float32 {
		d := shippedFixer(t).finder.read(text)
		for _, s := range d.paragraphs[0].slots {
			if text[s.start:s.end] == word {
				require.False(t, s.entry.known, word)
				return s.word.spelling
			}
		}
		require.Fail(t, "no such word")
		return 0
	}
	once := spelling("Dann kam Zwrochtalk herein.", "Zwrochtalk")
	often := spelling("Dann kam Zwrochtalk herein. Zwrochtalk schwieg, und Zwrochtalk ging.", "Zwrochtalk")
	assert.Greater(t, often, once)
	assert.LessOrEqual(t, often, float32(0))
	d := shippedFixer(t).finder.read("Haus Haus haus")
	assert.Equal(t, []int{2, 1, 0}, []int{d.count("Haus"), d.count("haus"), d.count("Häuser")})
}
