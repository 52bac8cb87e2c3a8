package words

import "math"

// reading is an option of a slot and its posterior.
type reading struct {
	text      string
	posterior float64
}

// leastReading is the posterior from which a reading is counted.
const leastReading = 0.02

// remember counts the words that the document is expected to hold.
func (d *document) remember() {
	d.expected = make(map[string]float64)
	for i := range d.paragraphs {
		for j := range d.paragraphs[i].slots {
			s := &d.paragraphs[i].slots[j]
			if s.opaque {
				continue
			}
			s.before = s.before[:0]
			if len(s.options) < 2 {
				d.note(s, d.text[s.start:s.end], 1)
				continue
			}
			for k := range s.options {
				if o := &s.options[k]; o.n == 1 && o.span == 1 && o.posterior > leastReading {
					d.note(s, o.text, o.posterior)
				}
			}
		}
	}
}

func (d *document) note(s *slot, text string, posterior float64) {
	d.expected[text] += posterior
	s.before = append(s.before, reading{text, posterior})
}

// elsewhere is how often, on a log scale, a word is expected to stand in other
// places of the document.
func (d *document) elsewhere(s *slot, text string) float64 {
	n := d.expected[text]
	for _, r := range s.before {
		if r.text == text {
			n -= r.posterior
		}
	}
	return math.Log1p(max(0, n))
}
