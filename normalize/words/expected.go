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
	for _, x := range d.present {
		x.expected = float64(x.count)
	}
	for _, s := range d.chosen {
		s.before, s.uncertain = s.before[:0], !s.opaque && len(s.options) > 1
		if s.uncertain {
			s.here.expected--
		}
	}
	for _, s := range d.chosen {
		if !s.uncertain {
			continue
		}
		for k := range s.options {
			if o := &s.options[k]; o.n == 1 && o.span == 1 && o.posterior > leastReading {
				s.note(d.occurring(o.text), o.text, o.posterior)
			}
		}
	}
}

func (s *slot) note(x *occurrence, text string, posterior float64) {
	x.expected += posterior
	s.before = append(s.before, reading{text, posterior})
}

// elsewhere is how often, on a log scale, a word is expected to stand in other
// places of the document.
func (d *document) elsewhere(s *slot, text string) float64 {
	n := 0.0
	if x := d.occurrences[text]; x != nil && x.number == d.number {
		n = x.expected
	}
	if !s.opaque && !s.uncertain && text == d.text[s.start:s.end] {
		n--
	}
	for _, r := range s.before {
		if r.text == text {
			n -= r.posterior
		}
	}
	return math.Log1p(max(0, n))
}
