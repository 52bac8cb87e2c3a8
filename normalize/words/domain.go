package words

import (
	"klartext/dictionary"
	"klartext/dictionary/ngram"
)

// WithDomain has what the texts of a domain say of words and their sequences shift
// the language model.
func WithDomain(d *ngram.Domain) Option {
	return func(f *Fixer) { f.finder.domain = d }
}

// language is the shipped language model, mixed with that of a domain if there is
// one.
type language struct {
	shipped *ngram.Model
	domain  *ngram.Domain
}

func (f *finder) language() language {
	return language{shipped: f.dict.Model(), domain: f.domain}
}

// logProb is ln P(w | u v), but for the spelling of w; backoff is that of v.
func (l language) logProb(u, v ngram.Word, w *lmWord, backoff float32) float32 {
	lnp := l.shipped.LogProb(u, v, w.id, w.uni, backoff)
	if l.domain == nil {
		return lnp
	}
	return l.domain.LogProb(u, v, w.id, lnp)
}

// after is logProb behind s, where shorter is what the shipped model says of w and the
// last word of s alone.
func (l language) after(s *state, w *lmWord, shorter float32) float32 {
	lnp := l.shipped.LogProbAfter(&s.context, w.id, shorter)
	if l.domain == nil {
		return lnp
	}
	return l.domain.LogProb(s.u, s.v, w.id, lnp)
}

// find looks a word up in the dictionary; it is as likely as in texts of the domain.
func (f *finder) find(text string) (dictionary.Word, bool) {
	w, ok := f.dict.Lookup(text)
	return inDomain(f.domain, w), ok
}

// inDomain is w with the probability that it has in texts of d, if there is a domain.
func inDomain(d *ngram.Domain, w dictionary.Word) dictionary.Word {
	if d != nil && w.ID != 0 {
		w.Unigram = d.Unigram(w.ID, w.Unigram)
	}
	return w
}
