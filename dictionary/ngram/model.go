// Package ngram is the language model P(word | the two words before): a trigram
// model with interpolated Kneser-Ney smoothing (Kneser and Ney, "Improved
// Backing-off for M-gram Language Modeling", 1995; Chen and Goodman, "An
// Empirical Study of Smoothing Techniques for Language Modeling", 1999), pruned,
// quantised and packed into hash tables that are used where they lie.
//
// Words are known to the model by a 64-bit hash of their text, n-grams by a hash
// of their words' hashes. A table keeps only a fingerprint of each n-gram (Talbot
// and Brants, "Randomized Language Models via Perfect Hash Functions", 2008).
package ngram

import (
	"errors"
	"fmt"

	"github.com/cespare/xxhash/v2"

	"klartext/dictionary/packed"
)

// Word is the identity of a word in the model.
type Word uint64

// WordOf returns the identity of the word with the given text.
func WordOf(text string) Word { return Word(xxhash.Sum64String(text)) }

// Words that stand for classes of tokens.
var (
	Unknown      = WordOf("<unk>") // any word that is not in the dictionary
	UnknownUpper = WordOf("<Unk>") // the same with a capital first letter
	Number       = WordOf("<num>") // any number
	Start        = WordOf("<s>")   // the beginning of a paragraph
)

// Model answers for the probability of a word. It is immutable and safe for
// many goroutines.
type Model struct {
	bigrams, trigrams packed.Table
}

// ErrCorrupt says that the data are no language model.
var ErrCorrupt = errors.New("ngram: corrupt data")

// magic opens the data and names their layout.
const magic = "ktlm0001"

// Open uses data, which a [Builder] made, in place.
func Open(data []byte) (*Model, error) {
	if len(data) < len(magic) || string(data[:len(magic)]) != magic {
		return nil, fmt.Errorf("%w: does not begin with %s", ErrCorrupt, magic)
	}
	bigrams, rest, err := packed.Open(data[len(magic):], bigramValue)
	if err != nil {
		return nil, fmt.Errorf("bigrams: %w", err)
	}
	trigrams, _, err := packed.Open(rest, trigramValue)
	if err != nil {
		return nil, fmt.Errorf("trigrams: %w", err)
	}
	return &Model{bigrams: bigrams, trigrams: trigrams}, nil
}

// A bigram's value is its probability and its backoff weight, a trigram's its
// probability.
const (
	bigramValue  = 2
	trigramValue = 1
)

// Unigram is what the dictionary knows of a word for the model.
type Unigram struct {
	// LogProb is ln P(word) without context.
	LogProb float32
	// Backoff is the ln of the weight of the shorter context after this word.
	Backoff float32
}

// LogProb returns ln P(w | u v), where u stands before v and v before w. uni
// belongs to w; backoff is the Backoff of v.
func (m *Model) LogProb(u, v, w Word, uni Unigram, backoff float32) float32 {
	vw := bigramKey(v, w)
	uv := bigramKey(u, v)
	if e, ok := m.trigrams.Find(trigramKey(uv, w)); ok {
		return packed.UnpackProb(e[0])
	}
	var longer float32
	if e, ok := m.bigrams.Find(uv); ok {
		longer = packed.UnpackBackoff(e[1])
	}
	if e, ok := m.bigrams.Find(vw); ok {
		return longer + packed.UnpackProb(e[0])
	}
	return longer + backoff + uni.LogProb
}

func bigramKey(v, w Word) uint64 {
	return mix(uint64(v)*0x9e3779b97f4a7c15 ^ uint64(w))
}

func trigramKey(uv uint64, w Word) uint64 {
	return mix(uv*0xc2b2ae3d27d4eb4f ^ uint64(w))
}

// mix spreads the bits of x (the finaliser of MurmurHash3).
func mix(x uint64) uint64 {
	x ^= x >> 33
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	x *= 0xc4ceb9fe1a85ec53
	return x ^ x>>33
}
