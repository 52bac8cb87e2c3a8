package ngram

import (
	"maps"
	"math"
	"slices"

	"klartext/dictionary/packed"
)

// level says how much of a word's probability n-grams of one length give. After a
// context seen n times, a word seen c times there gets (c - discount) / (n + strength).
type level struct{ discount, strength float64 }

// levels are those of unigrams, bigrams and trigrams. They were chosen for the
// perplexity of held-back lines of newspapers of two centuries, news and laws, in
// models of 2,000 to 100,000 words.
var levels = [3]level{{0.3, 80000}, {0.9, 100}, {0.8, 4}}

// EstimateDomain makes the data of a [Domain] from the trigrams of its texts. words
// tells what each word number stands for in the model; several may stand for the
// same. No more than limit bigrams and trigrams each are kept: those seen most often,
// and none of those seen as often as others that are not kept.
//
// Of bigrams it counts in how many contexts they stand, as Kneser and Ney (1995) do,
// so that a phrase that the texts repeat does not make its words likely elsewhere.
func EstimateDomain(words []Word, limit int, lists ...*Trigrams) []byte {
	tri := countAs(canonical(words), func(id uint32) bool { return words[id] != Unknown && words[id] != UnknownUpper }, lists)
	e := domainEstimator{
		words: words,
		uni:   shareOut(lastWords(tri), levels[0], MaxWords),
		bi:    shareOut(tri.continuations(), levels[1], limit),
		tri:   shareOut(tri, levels[2], limit),
	}
	return e.pack()
}

// canonical numbers words that are the same by the first of them.
func canonical(words []Word) []uint32 {
	first := make(map[Word]uint32, len(words))
	out := make([]uint32, len(words))
	for i, w := range words {
		n, ok := first[w]
		if !ok {
			n = uint32(i)
			first[w] = n
		}
		out[i] = n
	}
	return out
}

// lastWords counts the last words of n-grams.
func lastWords(c counts) counts {
	n := make(map[uint64]float32)
	for i, k := range c.keys {
		n[k&wordMask] += c.n[i]
	}
	out := counts{keys: slices.Sorted(maps.Keys(n))}
	for _, k := range out.keys {
		out.n = append(out.n, n[k])
	}
	return out
}

// leastCount is the count from which no more than limit n-grams are left.
func leastCount(n []float32, limit int) float32 {
	if len(n) <= limit {
		return 0
	}
	sorted := slices.Sorted(slices.Values(n))
	return math.Nextafter32(sorted[len(n)-limit-1], math.MaxFloat32)
}

// shares are what n-grams of one length give the words, before shorter ones do.
type shares struct {
	counts
	share []float64          // by n-gram
	rest  map[uint64]float64 // by context: what is left over
}

// shareOut gives the n-grams of c their shares and leaves out all but limit of them,
// whose shares are then left over.
func shareOut(c counts, l level, limit int) shares {
	least := leastCount(c.n, limit)
	s := shares{rest: make(map[uint64]float64)}
	contexts(c.keys, func(context uint64, from, to int) {
		total := l.strength
		for _, n := range c.n[from:to] {
			total += float64(n)
		}
		left := 1.0
		for i := from; i < to; i++ {
			if c.n[i] < least {
				continue
			}
			share := max(0, float64(c.n[i])-l.discount) / total
			s.keys, s.n, s.share = append(s.keys, c.keys[i]), append(s.n, c.n[i]), append(s.share, share)
			left -= share
		}
		if left < 1 {
			s.rest[context] = left
		}
	})
	return s
}

// of is the share of an n-gram, 0 if there is none.
func (s *shares) of(key uint64) float64 {
	if at, ok := slices.BinarySearch(s.keys, key); ok {
		return s.share[at]
	}
	return 0
}

// restAfter is what is left over after a context.
func (s *shares) restAfter(context uint64) float64 {
	if left, ok := s.rest[context]; ok {
		return left
	}
	return 1
}

// domainEstimator packs what n-grams of each length give.
type domainEstimator struct {
	words        []Word
	uni, bi, tri shares
}

func (e *domainEstimator) word(id uint64) Word { return e.words[id&wordMask] }

func (e *domainEstimator) bigramKey(k uint64) uint64 {
	return bigramKey(e.word(k>>idBits), e.word(k))
}

func (e *domainEstimator) pack() []byte {
	data := append([]byte(domainMagic), packed.PackBackoff(math.Log(e.uni.restAfter(0))))
	data = packed.Append(data, entries(&e.uni, &e.bi, func(k uint64) uint64 { return uint64(e.word(k)) }), domainValue)
	data = packed.Append(data, entries(&e.bi, &e.tri, e.bigramKey), domainValue)
	trigrams := make([]packed.Entry, len(e.tri.keys))
	for i, k := range e.tri.keys {
		// What bigrams give is added here, so that one look-up will do.
		share := e.tri.share[i] + e.tri.restAfter(k>>idBits)*e.bi.of(k&(1<<(2*idBits)-1))
		trigrams[i] = packed.Entry{
			Key:   trigramKey(e.bigramKey(k>>idBits), e.word(k)),
			Value: packed.Value{packed.PackProb(math.Log(share))},
		}
	}
	return packed.Append(data, trigrams, domainTrigram)
}

// entries are the n-grams of s, and the contexts of longer that are none, by their
// keys in the table.
func entries(s, longer *shares, key func(uint64) uint64) []packed.Entry {
	out := make([]packed.Entry, 0, len(s.keys))
	add := func(k uint64, share float64) {
		out = append(out, packed.Entry{Key: key(k), Value: packed.Value{
			packed.PackProb(math.Log(share)), packed.PackBackoff(math.Log(longer.restAfter(k))),
		}})
	}
	for i, k := range s.keys {
		add(k, s.share[i])
	}
	for k := range longer.rest {
		if _, ok := slices.BinarySearch(s.keys, k); !ok {
			add(k, 0)
		}
	}
	return out
}
