package words

import (
	"math"

	"klartext/dictionary/bilinear"
	"klartext/dictionary/ngram"
)

// sides is what the words on both sides of a place tell of the readings there, beyond
// what the trigrams know.
type sides struct {
	document *document
	model    *bilinear.Model
	context  bilinear.Context
}

// rowCache keeps the rows of the words asked for last: around each place the same words
// stand as around the next.
type rowCache [1 << 12]struct {
	word ngram.Word
	row  bilinear.Row
}

func (c *rowCache) row(m *bilinear.Model, word ngram.Word) bilinear.Row {
	e := &c[uint64(word)%uint64(len(c))]
	if e.word != word {
		e.word, e.row = word, m.Row(word)
	}
	return e.row
}

// sidesOf gathers the likeliest readings around the span slots from at on.
func (d *document) sidesOf(slots []slot, at, span int) sides {
	m := d.finder.dict.Bilinear()
	var buffer [2][bilinear.Window]bilinear.Row
	before, behind := buffer[0][:0], buffer[1][:0]
	for i := at - 1; i >= -1 && len(before) < bilinear.Window; i-- {
		before = append(before, d.rowAt(m, slots, i))
	}
	for i := at + span; i <= len(slots) && len(behind) < bilinear.Window; i++ {
		behind = append(behind, d.rowAt(m, slots, i))
	}
	return sides{d, m, m.Around(before, behind)}
}

// rowAt is the row of the likeliest reading of a slot, that of a paragraph's
// beginning where there is none.
func (d *document) rowAt(m *bilinear.Model, slots []slot, i int) bilinear.Row {
	if i < 0 || i >= len(slots) {
		return d.rows.row(m, ngram.Start)
	}
	word, best := slots[i].word, 0.5
	options := slots[i].readings()
	for k := range options {
		if o := &options[k]; o.n == 1 && o.span == 1 && o.posterior > best {
			word, best = &o.words[0], o.posterior
		}
	}
	return d.rows.row(m, word.id)
}

// logProb is about ln P(o | both sides) if it is one word that the model knows. A
// spelling of another era is as unlikely here as it is to the trigrams.
func (s *sides) logProb(o *option) (lnp float64, ok bool) {
	row := s.document.sidesRow(o)
	if row == bilinear.None {
		return 0, false
	}
	return float64(s.model.LogProb(&s.context, row) + o.words[0].spelling), true
}

// sidesFeatures are what both sides say of the word proposed, beside that which stands
// there and beside the other readings, and how well it fits in.
func (d *document) sidesFeatures(x *Features, c *change) {
	s := d.sidesOf(c.slots, c.at, c.span)
	lnp, ok := s.logProb(c.option)
	if !ok {
		return
	}
	x[featureSidesFit] = lnp - float64(c.words[0].uni.LogProb)
	if c.span > 1 {
		return // the others are readings of a part of it
	}
	if own, ok := s.logProb(&c.slot.options[0]); ok {
		x[featureSidesMargin] = lnp - own
	}
	best := math.Inf(-1)
	for k := range c.slot.options[1:] {
		if o := &c.slot.options[1+k]; o != c.option && o.span == 1 {
			if other, ok := s.logProb(o); ok {
				best = max(best, other+float64(o.score))
			}
		}
	}
	x[featureSidesRival] = min(12, max(-12, lnp+float64(c.score)-best))
}

// sidesScale is how much of what the trigrams say of a reading is left to the model of
// both sides. Fitted, on held-back text, for words that differ by an umlaut.
const sidesScale = 0.65

// leastDoubt is the posterior that a second reading has at the least where both sides
// are asked.
const leastDoubt = 1e-4

// weighSides mends the posteriors of a paragraph's readings by what both sides say.
func (d *document) weighSides(slots []slot) {
	if d.finder.dict.Bilinear() == nil {
		return
	}
	for i := range slots {
		if options := slots[i].readings(); len(options) > 1 && d.isDoubtful(options) {
			d.weigh(slots, i, options)
		}
	}
}

// isDoubtful tells whether two readings are likely enough to be weighed against each
// other, and two are words that the model knows.
func (d *document) isDoubtful(options []option) bool {
	likely, known := 0, 0
	for k := range options {
		if o := &options[k]; o.posterior > leastDoubt {
			likely++
		}
	}
	for k := 0; likely > 1 && known < 2 && k < len(options); k++ {
		if o := &options[k]; o.posterior > 0 && o.span == 1 && d.sidesRow(o) != bilinear.None {
			known++
		}
	}
	return known > 1
}

// sidesRow is the row of a reading, none unless it is one word that the model knows.
func (d *document) sidesRow(o *option) bilinear.Row {
	if o.n != 1 || o.words[0].id == ngram.Unknown || o.words[0].id == ngram.UnknownUpper {
		return bilinear.None
	}
	return d.rows.row(d.finder.dict.Bilinear(), o.words[0].id)
}

// weigh mends the posteriors of one slot. Readings that the model does not know are
// as likely as before beside all others together.
func (d *document) weigh(slots []slot, at int, options []option) {
	s := d.sidesOf(slots, at, 1)
	trigrams := language{shipped: d.finder.dict.Model()} // what a domain adds to them stays
	known, sum := 0.0, 0.0
	weights, most := d.scores[:0], math.Inf(-1)
	for k := range options {
		o := &options[k]
		weights = append(weights, math.Inf(-1))
		if lnp, ok := s.logProb(o); ok && o.posterior > 0 && o.span == 1 {
			known += o.posterior
			weights[k] = math.Log(o.posterior) + sidesScale*(lnp-d.contextBy(trigrams, slots, at, o)/modelScale)
			most = max(most, weights[k])
		}
	}
	d.scores = weights
	for k := range weights {
		weights[k] = math.Exp(weights[k] - most)
		sum += weights[k]
	}
	for k := range options {
		if weights[k] > 0 {
			options[k].posterior = known * weights[k] / sum
		}
	}
}
