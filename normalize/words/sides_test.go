package words

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary/ngram"
)

// at returns the slots of the first paragraph of a text and the number of that of word.
func (d *document) at(t *testing.T, word string) ([]slot, int) {
	t.Helper()
	for i, s := range d.paragraphs[0].slots {
		if d.text[s.start:s.end] == word {
			return d.paragraphs[0].slots, i
		}
	}
	require.Fail(t, "no such word", word)
	return nil, 0
}

// TestBothSidesDecide: the words beside the place are the same, those farther off are not.
func TestBothSidesDecide(t *testing.T) {
	f := shippedFixer(t).finder
	for _, tt := range []struct{ text, here, other string }{
		{"Es wäre besser gewesen, wenn sie damals mehr Geld gehabt hätten.", "hätten", "hatten"},
		{"Als der Krieg begann, kamen die Soldaten, die zuvor im Dorf gelegen hatten.", "hatten", "hätten"},
		{"Sie gingen nach Hause, weil sie in der Stadt nichts mehr kaufen konnten.", "konnten", "könnten"},
		{"Im Jahr 1950 wurde das Gebäude von der Stadt gekauft.", "wurde", "würde"},
	} {
		t.Run(tt.text, func(t *testing.T) {
			for _, stands := range []string{tt.here, tt.other} {
				d := f.read(strings.Replace(tt.text, tt.here, stands, 1))
				defer f.release(d)
				slots, i := d.at(t, stands)
				s := d.sidesOf(slots, i, 1)
				right, ok := s.logProb(&option{n: 1, words: [2]lmWord{{id: ngram.WordOf(tt.here)}}})
				require.True(t, ok)
				wrong, ok := s.logProb(&option{n: 1, words: [2]lmWord{{id: ngram.WordOf(tt.other)}}})
				require.True(t, ok)
				assert.Greater(t, right, wrong, "what stands there does not matter")
			}
		})
	}
}

func TestWhatBothSidesDoNotKnow(t *testing.T) {
	f := shippedFixer(t).finder
	d := f.read("Der Hund Xaverlqx bellt.")
	defer f.release(d)
	slots, i := d.at(t, "Xaverlqx")
	s := d.sidesOf(slots, i, 1)
	for name, o := range map[string]option{
		"an unknown word": {n: 1, words: [2]lmWord{*slots[i].word}},
		"two words":       {n: 2, words: [2]lmWord{{id: ngram.WordOf("Hund")}, {id: ngram.WordOf("und")}}},
		"a blank":         {n: 0},
	} {
		_, ok := s.logProb(&o)
		assert.False(t, ok, name)
	}
}

// TestWeighKeepsTheSum: what both sides say shifts posteriors among the readings that
// the model knows, and leaves the others alone.
func TestWeighKeepsTheSum(t *testing.T) {
	f := shippedFixer(t).finder
	d := f.read("Die Zeugen sagten, sie hatten nichts davon gewusst, wenn man sie nicht gefragt habe.")
	defer f.release(d)
	slots, i := d.at(t, "hatten")
	word := func(text string) (o option) {
		w, ok := f.find(text)
		require.True(t, ok)
		return option{text: text, n: 1, span: 1, words: [2]lmWord{{id: w.ID, uni: w.Unigram}}}
	}
	hatten, hätten, unknown := word("hatten"), word("hätten"), word("hatten")
	unknown.words[0].id = ngram.WordOf("hatlen")
	hatten.posterior, hätten.posterior, unknown.posterior = 0.5, 0.3, 0.2
	slots[i].choice = &choice{options: []option{hatten, hätten, unknown}}
	d.weighSides(slots)
	o := slots[i].options
	assert.InDelta(t, 0.8, o[0].posterior+o[1].posterior, 1e-9)
	assert.Greater(t, o[1].posterior, 0.35, "hätten")
	assert.Equal(t, 0.2, o[2].posterior)
}
