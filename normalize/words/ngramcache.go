package words

import "klartext/dictionary/ngram"

// ngramCache remembers what the language model said of a word after two others:
// the same is asked again each time that a document is decoded, and the model is
// too large for the caches of the processor. It is direct-mapped: a new answer
// takes the place of an old one.
type ngramCache struct {
	pairs [1 << 14]struct {
		v, w ngram.Word
		pair ngram.Pair
	}
	entries [1 << 16]struct {
		key uint64
		lnp float32
	}
}

// logProb is ln P(w | the last two words of s), and next what the model knows of the
// last of them and w; a nil cache remembers nothing. Most pairs of words that stand in
// a lattice side by side are such as the model has never seen, and of what follows
// those it need not be asked for three words.
func (c *ngramCache) logProb(m language, s *state, w *lmWord) (lnp float32, next ngram.Context) {
	pair := c.pair(m, s, w)
	switch {
	case m.domain == nil && !s.context.Seen():
		return pair.LogProb, pair.Context
	case c == nil:
		return m.after(s, w, pair.LogProb), pair.Context
	}
	key := (uint64(s.u)*0x9e3779b97f4a7c15^uint64(s.v))*0xc2b2ae3d27d4eb4f ^ uint64(w.id)
	key ^= key >> 29
	e := &c.entries[key>>48]
	if e.key != key {
		e.key, e.lnp = key, m.after(s, w, pair.LogProb)
	}
	return e.lnp, pair.Context
}

// pair is what the model knows of the last word of s and w.
func (c *ngramCache) pair(m language, s *state, w *lmWord) ngram.Pair {
	if c == nil {
		return m.shipped.Pair(s.v, w.id, w.uni, s.backoff)
	}
	e := &c.pairs[(uint64(s.v)*0x9e3779b97f4a7c15^uint64(w.id)*0xc2b2ae3d27d4eb4f)>>50]
	if e.v != s.v || e.w != w.id {
		e.v, e.w, e.pair = s.v, w.id, m.shipped.Pair(s.v, w.id, w.uni, s.backoff)
	}
	return e.pair
}
