package words

// ngramCache remembers what the language model said of a word after two others:
// the same is asked again each time that a document is decoded, and the model is
// too large for the caches of the processor. It is direct-mapped: a new answer
// takes the place of an old one.
type ngramCache struct {
	entries [1 << 16]struct {
		key uint64
		lnp float32
	}
}

// logProb is ln P(w | the last two words of s); a nil cache remembers nothing.
func (c *ngramCache) logProb(m language, s *state, w *lmWord) float32 {
	if c == nil {
		return m.logProb(s.u, s.v, w, s.backoff)
	}
	key := (uint64(s.u)*0x9e3779b97f4a7c15^uint64(s.v))*0xc2b2ae3d27d4eb4f ^ uint64(w.id)
	key ^= key >> 29
	e := &c.entries[key>>48]
	if e.key != key {
		e.key, e.lnp = key, m.logProb(s.u, s.v, w, s.backoff)
	}
	return e.lnp
}
