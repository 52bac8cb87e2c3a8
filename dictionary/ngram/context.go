package ngram

import "klartext/dictionary/packed"

// Context is what the model knows of two words for those that follow them. The zero
// Context is that of two words which it has never seen together.
type Context struct {
	key uint64
	// weight is the ln of the weight of the shorter context.
	weight float32
	seen   bool
}

// Pair is what the model knows of two words that follow one another.
type Pair struct {
	// LogProb is ln P(second | first), if nothing is known of a word before.
	LogProb float32
	Context Context
}

// Pair looks v w up; backoff is the Backoff of v, uni belongs to w. What begins a
// paragraph has trigrams, but no bigram of its own.
func (m *Model) Pair(v, w Word, uni Unigram, backoff float32) Pair {
	key := bigramKey(v, w)
	if e, ok := m.bigrams.Find(key); ok {
		return Pair{packed.UnpackProb(e[0]), Context{key, packed.UnpackBackoff(e[1]), true}}
	}
	return Pair{backoff + uni.LogProb, Context{key: key, seen: v == Start && w == Start}}
}

// Seen tells whether the model may know more of a word behind c than its [Pair] with the
// last: wherever it has a trigram, it has the first two words of it as well.
func (c *Context) Seen() bool { return c.seen }

// LogProbAfter is [Model.LogProb] of w behind c, where shorter is the LogProb of its Pair
// with the last word of c.
func (m *Model) LogProbAfter(c *Context, w Word, shorter float32) float32 {
	if !c.seen {
		return shorter
	}
	if e, ok := m.trigrams.Find(trigramKey(c.key, w)); ok {
		return packed.UnpackProb(e[0])
	}
	return c.weight + shorter
}
