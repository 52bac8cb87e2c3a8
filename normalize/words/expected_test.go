package words

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// remembered is a document of these words, read with the given posteriors: the
// options of each slot are what was read and then the others.
func remembered(t testing.TB, text string, options ...[]option) (*document, []slot) {
	t.Helper()
	d := tinyFinder(t).read(text)
	slots := d.paragraphs[0].slots
	require.Len(t, slots, len(options))
	for i := range slots {
		d.choose(&slots[i])
		slots[i].options = options[i]
	}
	d.remember()
	return d, slots
}

// expected is how often each string of d is expected to have been printed.
func expected(d *document) map[string]float64 {
	out := make(map[string]float64)
	for text, x := range d.occurrences {
		if x.expected > 0 {
			out[text] = x.expected
		}
	}
	return out
}

// read is an option of one word, of posterior p.
func read(text string, p float64) option {
	return option{text: text, n: 1, span: 1, posterior: p}
}

func TestExpectedWords(t *testing.T) {
	split := read("Haus Tür", 0.5)
	split.n = 2
	join := read("HausTür", 0.5)
	join.span = 2
	d, _ := remembered(t, "Zorn Zorn 12 Hauz System",
		[]option{read("Zorn", 0)}, []option{read("Zorn", 0.6), read("Dorn", 0.39), read("Horn", 0.01)}, nil,
		[]option{read("Hauz", 0.1), read("Haus", 0.9)}, []option{read("System", 0.5), split, join})
	assert.InDeltaMapValues(t, map[string]float64{
		"Zorn": 1.6, // a slot without a choice counts as one
		"Dorn": 0.39,
		"Hauz": 0.1, "Haus": 0.9, "System": 0.5,
	}, expected(d), 1e-9, "no numbers, no words in two, no hardly likely ones")
}

// TestAWordDoesNotVouchForItself: what a slot has itself brought does not make its
// readings likelier.
func TestAWordDoesNotVouchForItself(t *testing.T) {
	d, slots := remembered(t, "Zorn Zorm Dorn",
		[]option{read("Zorn", 0)}, []option{read("Zorm", 0.7), read("Zorn", 0.3)}, []option{read("Dorn", 0)})
	tests := []struct {
		name string
		slot int
		text string
		want float64 // times
	}{
		{"stands here alone", 1, "Zorm", 0},
		{"stands here alone, without a choice", 2, "Dorn", 0},
		{"stands nowhere", 2, "Torf", 0},
		{"stands elsewhere", 1, "Zorn", 1},
		{"may stand elsewhere", 0, "Zorn", 0.3},
		{"stands elsewhere, and may again", 2, "Zorn", 1.3},
	}
	for _, tt := range tests {
		assert.InDelta(t, math.Log1p(tt.want), d.elsewhere(&slots[tt.slot], tt.text), 1e-9, tt.name)
	}
}

// TestNothingIsExpectedAtFirst: before the document is decoded.
func TestNothingIsExpectedAtFirst(t *testing.T) {
	d := tinyFinder(t).read("Zorn Zorn")
	assert.Zero(t, d.elsewhere(&d.paragraphs[0].slots[0], "Zorn"))
}

// TestRememberedAnew: decoding again replaces what was remembered.
func TestRememberedAnew(t *testing.T) {
	d, slots := remembered(t, "Zorn Zorm", []option{read("Zorn", 0)}, []option{read("Zorm", 0.7), read("Zorn", 0.3)})
	first := expected(d)
	d.remember()
	assert.Equal(t, first, expected(d))
	assert.Len(t, slots[1].before, 2)
}
