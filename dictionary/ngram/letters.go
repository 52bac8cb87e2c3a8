package ngram

import (
	"fmt"
	"math"

	"github.com/cespare/xxhash/v2"

	"klartext/dictionary/packed"
)

// LetterModel is P(letters of a word that is not in the dictionary): a model of
// letter n-grams with Witten-Bell smoothing (Witten and Bell, "The Zero-frequency
// Problem", 1991). It tells plausible names from strings no language has. It is
// immutable and safe for many goroutines.
type LetterModel struct{ table packed.Table }

// LetterOrder is the length of the longest letter n-grams.
const LetterOrder = 5

const letterMagic = "ktlt0001"

// Bounds of a word for the letter model: one sign before, one after it.
const (
	wordStart = '^'
	wordEnd   = '$'
)

// unseenLetter is ln P of a letter that the model has never seen: one of some
// hundred other signs, each rare.
const unseenLetter = -13

// OpenLetters uses data, which [EstimateLetters] made, in place.
func OpenLetters(data []byte) (*LetterModel, error) {
	if len(data) < len(letterMagic) || string(data[:len(letterMagic)]) != letterMagic {
		return nil, fmt.Errorf("%w: does not begin with %s", ErrCorrupt, letterMagic)
	}
	t, _, err := packed.Open(data[len(letterMagic):], 2)
	if err != nil {
		return nil, fmt.Errorf("letters: %w", err)
	}
	return &LetterModel{t}, nil
}

func letterKey(gram []rune) uint64 { return mix(xxhash.Sum64String(string(gram))) }

// LogProb returns ln P(word), the end of the word included.
func (m *LetterModel) LogProb(word string) float32 {
	var buffer [64]rune
	letters := append(buffer[:0], wordStart)
	for _, r := range word {
		letters = append(letters, r)
	}
	letters = append(letters, wordEnd)
	var sum float32
	for i := 1; i < len(letters); i++ {
		sum += m.letter(letters[max(0, i-LetterOrder+1) : i+1])
	}
	return sum
}

// letter returns ln P(last of gram | the others).
func (m *LetterModel) letter(gram []rune) float32 {
	var backoff float32
	for {
		if v, ok := m.table.Find(letterKey(gram)); ok && v[0] != 0 {
			return backoff + packed.UnpackProb(v[0])
		}
		if len(gram) == 1 {
			return backoff + unseenLetter
		}
		if v, ok := m.table.Find(letterKey(gram[:len(gram)-1])); ok {
			backoff += packed.UnpackBackoff(v[1])
		}
		gram = gram[1:]
	}
}

// EstimateLetters makes the data of a letter model of words, each weighted; the
// weight function gives how often a word counts.
func EstimateLetters(words []string, weight func(word string) float64) []byte {
	c := letterCounts{n: make(map[string]float64), total: make(map[string]float64), types: make(map[string]float64)}
	for _, w := range words {
		letters := append(append([]rune{wordStart}, []rune(w)...), wordEnd)
		c.add(letters, weight(w))
	}
	var entries []packed.Entry
	for gram := range c.n {
		p := c.prob([]rune(gram))
		entries = append(entries, packed.Entry{Key: letterKey([]rune(gram)), Value: packed.Value{max(1, packed.PackProb(math.Log(p))), packed.PackBackoff(math.Log(c.backoff(gram)))}})
	}
	entries = append(entries, packed.Entry{Key: letterKey([]rune{wordStart}), Value: packed.Value{0, packed.PackBackoff(math.Log(c.backoff(string(wordStart))))}})
	return packed.Append([]byte(letterMagic), entries, 2)
}

type letterCounts struct {
	n            map[string]float64 // by n-gram
	total, types map[string]float64 // by context: its count, its different letters
}

func (c *letterCounts) add(letters []rune, weight float64) {
	for i := 1; i < len(letters); i++ {
		for order := 1; order <= min(LetterOrder, i+1); order++ {
			gram := string(letters[i-order+1 : i+1])
			context := string(letters[i-order+1 : i])
			if c.n[gram] == 0 {
				c.types[context]++
			}
			c.n[gram] += weight
			c.total[context] += weight
		}
	}
}

// backoff is the weight of the shorter context behind context.
func (c *letterCounts) backoff(context string) float64 {
	if c.total[context] == 0 {
		return 1
	}
	return c.types[context] / (c.types[context] + c.total[context])
}

func (c *letterCounts) prob(gram []rune) float64 {
	if len(gram) == 0 {
		return math.Exp(unseenLetter)
	}
	context := string(gram[:len(gram)-1])
	lambda := c.backoff(context)
	return (1-lambda)*c.n[string(gram)]/c.total[context] + lambda*c.prob(gram[1:])
}
