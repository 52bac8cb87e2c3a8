package dictionary

import (
	"math"

	"klartext/dictionary/ngram"
	"klartext/dictionary/packed"
)

// Flags say where a word comes from.
type Flags uint8

// The flags of a word.
const (
	// Lexical words stand in a dictionary of inflected forms.
	Lexical Flags = 1 << iota
	// Modern words are attested in texts in today's spelling.
	Modern
	// Historic words are attested in texts before 1945.
	Historic
	// Name marks names of persons and places.
	Name
	// Weak words are attested so seldom, or in such sources, that they may be
	// misspellings.
	Weak
	// Owned words are the user's, who wants them left as they are.
	Owned
)

// Word is what is known of a word.
type Word struct {
	// ID is the word's identity in the language model.
	ID ngram.Word
	// Unigram is its probability without context and its backoff weight.
	Unigram ngram.Unigram
	// Flags say where it comes from.
	Flags Flags
	// Eras are those in which it is spelled so; AllEras if that is not known.
	Eras Eras
	// Modernity is ln P(word | modern text) - ln P(word | historic text), between -8
	// and 7.5 nats; 0 if no text has it.
	Modernity float32
}

// Lookup returns what is known of the word with exactly this spelling and case.
func (d *Dictionary) Lookup(word string) (Word, bool) {
	id := ngram.WordOf(word)
	v, ok := d.words.Find(uint64(id))
	if !ok {
		return d.lookupOwn(word, Word{}, false)
	}
	eras, modernity := unpackEras(v[3])
	return d.lookupOwn(word, Word{
		ID: id,
		Unigram: ngram.Unigram{
			LogProb: packed.UnpackProb(v[0]),
			Backoff: packed.UnpackBackoff(v[1]),
		},
		Flags: Flags(v[2]), Eras: eras, Modernity: modernity,
	}, true)
}

// Count returns how often the word with exactly this spelling occurs in a billion
// words of mixed German text, 0 if it is not in the dictionary.
func (d *Dictionary) Count(word string) float64 {
	w, ok := d.Lookup(word)
	if !ok {
		return 0
	}
	return 1e9 * math.Exp(float64(w.Unigram.LogProb))
}
