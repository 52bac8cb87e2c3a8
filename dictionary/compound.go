package dictionary

import (
	"math"
	"strings"
	"unicode/utf8"

	"klartext/dictionary/automaton"
	"klartext/dictionary/ngram"
	"klartext/dictionary/packed"
)

// maxModifiers is how many parts may stand before the head of a compound.
const maxModifiers = 3

// shortestCompound is the least length, in characters, of a compound: shorter
// strings split into parts by chance.
const shortestCompound = 7

// never is a ln probability below any that occurs.
const never = float32(-1000)

// ModifierLogProb returns ln P(part | a modifier of a compound), in lower case
// and with its linking element; ok is false if it is none.
func (d *Dictionary) ModifierLogProb(part string) (lnp float32, ok bool) {
	return d.partLogProb(part, 0)
}

// HeadLogProb returns ln P(part | the head of a compound), in lower case.
func (d *Dictionary) HeadLogProb(part string) (lnp float32, ok bool) {
	return d.partLogProb(part, 1)
}

func (d *Dictionary) partLogProb(part string, role int) (float32, bool) {
	v, ok := d.parts.Find(uint64(ngram.WordOf(part)))
	if !ok || v[role] == 0 {
		return never, false
	}
	return packed.UnpackProb(v[role]), true
}

// PartCost is ln P of one more part in a compound.
const PartCost = float32(-2.3)

// Compound tells whether word is made of known parts, with the linking elements
// that German has between them (Verwaltung-s-struktur).
func (d *Dictionary) Compound(word string) bool {
	return d.CompoundLogProb(word) > never
}

// CompoundLogProb returns ln P of the likeliest way to make word of known parts,
// given that it is a compound, or a very small number if there is none. The
// case of the first letter does not matter.
func (d *Dictionary) CompoundLogProb(word string) float32 {
	if utf8.RuneCountInString(word) < shortestCompound {
		return never
	}
	return d.bestSplit(strings.ToLower(word), maxModifiers)
}

// bestSplit tries every modifier that rest begins with.
func (d *Dictionary) bestSplit(rest string, modifiers int) float32 {
	best := never
	state := d.modifiers.Root()
	for at, r := range rest {
		code, ok := automaton.Code(r)
		if !ok {
			return best
		}
		arc, ok := d.modifiers.Step(state, code)
		if !ok {
			return best
		}
		if end := at + utf8.RuneLen(r); arc.Final && end < len(rest) {
			best = max(best, d.splitAt(rest, end, modifiers))
		}
		state = arc.Target
	}
	return best
}

func (d *Dictionary) splitAt(rest string, end, modifiers int) float32 {
	first, ok := d.ModifierLogProb(rest[:end])
	if !ok {
		return never
	}
	tail := never
	if head, ok := d.HeadLogProb(rest[end:]); ok {
		tail = head
	}
	if modifiers > 1 {
		tail = max(tail, PartCost+d.bestSplit(rest[end:], modifiers-1))
	}
	return float32(math.Max(float64(never), float64(first+tail)))
}
