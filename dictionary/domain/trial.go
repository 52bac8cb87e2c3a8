package domain

import (
	"math"

	"klartext/dictionary/ngram"
)

// Trial says how well words that a model was not made of are foreseen.
type Trial struct {
	// Tokens is the number of words, numbers and signs tried.
	Tokens int
	// Shipped and Merged are the perplexities, from 1, without the model and with it:
	// among how many equally likely words each stands, on average. Words that are not
	// known count by their letters.
	Shipped, Merged float64
}

// trier tells the probabilities of the held-back words.
type trier struct {
	b         *Builder
	domain    *ngram.Domain
	words     []ngram.Word
	added     map[uint32]bool
	spellings map[uint32]float32
}

// compoundPrior is ln P of a word being a compound that no list has, as the words
// fixer has it.
const compoundPrior = -4

// try measures a model made of the training lines alone on those held back.
func (b *Builder) try() (Trial, error) {
	added := b.newWords(func(s *sighting) *spread { return &s.training })
	words := b.identities(added)
	d, err := ngram.OpenDomain(ngram.EstimateDomain(words, mostGrams, &b.training))
	if err != nil {
		return Trial{}, err
	}
	t := trier{b: b, domain: d, words: words, added: added, spellings: make(map[uint32]float32)}
	var shipped, merged float64
	b.trial.All(func(u, v, w uint32) {
		s, m := t.logProbs(u, v, w)
		shipped, merged = shipped-s, merged-m
	})
	n := float64(max(1, b.trial.Len()))
	return Trial{Tokens: b.trial.Len(), Shipped: math.Exp(shipped / n), Merged: math.Exp(merged / n)}, nil
}

// general is what stands for a word in the shipped model.
func (t *trier) general(n uint32) (ngram.Word, ngram.Unigram) {
	s := &t.b.seen[n]
	name := s.text
	if s.reading != known {
		name = className(s.reading)
	}
	w, _ := t.b.dict.Lookup(name)
	return ngram.WordOf(name), w.Unigram
}

func className(r reading) string {
	if r == unknownUpper {
		return "<Unk>"
	}
	return "<unk>"
}

// logProbs returns ln P(w | u v) without the model and with it.
func (t *trier) logProbs(u, v, w uint32) (shipped, merged float64) {
	first, _ := t.general(u)
	second, before := t.general(v)
	word, own := t.general(w)
	spelling := t.spelling(w)
	model := t.b.dict.Model()
	shipped = float64(model.LogProb(first, second, word, own, before.Backoff) + spelling)
	if !t.added[w] {
		general := model.LogProb(first, second, word, t.domain.Unigram(t.words[w], own), before.Backoff)
		return shipped, float64(t.domain.LogProb(t.words[u], t.words[v], t.words[w], general) + spelling)
	}
	// It comes as any unknown word does, letter by letter, or as one of the domain.
	whole := own
	whole.LogProb += spelling
	whole = t.domain.Unigram(t.words[w], whole)
	general := model.LogProb(first, second, t.words[w], whole, before.Backoff)
	return shipped, float64(t.domain.LogProb(t.words[u], t.words[v], t.words[w], general))
}

// spelling is ln P of the letters of a word that the dictionary lacks.
func (t *trier) spelling(n uint32) float32 {
	s := &t.b.seen[n]
	if s.reading == known {
		return 0
	}
	lnp, ok := t.spellings[n]
	if !ok {
		lnp = max(t.b.dict.Letters().LogProb(s.text), t.b.dict.CompoundLogProb(s.text)+compoundPrior)
		t.spellings[n] = lnp
	}
	return lnp
}

// identities are what each word number stands for, given the words that are made
// known.
func (b *Builder) identities(added map[uint32]bool) []ngram.Word {
	out := make([]ngram.Word, len(b.seen))
	for i := range b.seen {
		s := &b.seen[i]
		if s.reading == known || added[uint32(i)] {
			out[i] = ngram.WordOf(s.text)
		} else {
			out[i] = s.reading.class()
		}
	}
	return out
}
