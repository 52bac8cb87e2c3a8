package ngram

import (
	"fmt"
	"math"

	"klartext/dictionary/packed"
)

// Domain is what the texts of one domain say of the words of a text, to be mixed
// with a [Model]:
//
//	P(w | u v) = D(w | u v) + rest(u v) · P of the model(w | u v)
//
// D holds the n-grams of the domain, discounted, and rest is what that leaves over:
// much after words that the domain has hardly, little after those it has often (Teh,
// "A Hierarchical Bayesian Language Model based on Pitman-Yor Processes", 2006, with
// the model as the distribution that the domain's are drawn from). It is immutable
// and safe for many goroutines.
type Domain struct {
	unigrams, bigrams, trigrams packed.Table
	rest                        float64 // of the unigrams
}

// domainMagic opens the data of a domain and names their layout.
const domainMagic = "ktdn0001"

// The values of an entry: D and, but for trigrams, rest.
const (
	domainValue   = 2
	domainTrigram = 1
)

// OpenDomain uses data, which [EstimateDomain] made, in place. It fails with an
// error that wraps [ErrCorrupt] or [packed.ErrCorrupt] if they are none.
func OpenDomain(data []byte) (*Domain, error) {
	head := len(domainMagic) + 1
	if len(data) < head || string(data[:len(domainMagic)]) != domainMagic {
		return nil, fmt.Errorf("%w: does not begin with %s", ErrCorrupt, domainMagic)
	}
	d := &Domain{rest: math.Exp(float64(packed.UnpackBackoff(data[head-1])))}
	rest := data[head:]
	for _, t := range []struct {
		name      string
		table     *packed.Table
		valueSize int
	}{{"unigrams", &d.unigrams, domainValue}, {"bigrams", &d.bigrams, domainValue}, {"trigrams", &d.trigrams, domainTrigram}} {
		var err error
		if *t.table, rest, err = packed.Open(rest, t.valueSize); err == nil {
			err = t.table.Check()
		}
		if err != nil {
			return nil, fmt.Errorf("%s of the domain: %w", t.name, err)
		}
	}
	if len(rest) > 0 {
		return nil, fmt.Errorf("%w: %d bytes behind the domain", ErrCorrupt, len(rest))
	}
	return d, nil
}

// Unigram is what is known of w in texts of the domain, given what is known of it in
// others. Only its LogProb differs: the model goes on from it where it knows nothing
// of the words before.
func (d *Domain) Unigram(w Word, general Unigram) Unigram {
	p := d.rest * math.Exp(float64(general.LogProb))
	if e, ok := d.unigrams.Find(uint64(w)); ok {
		p += unpackShare(e[0])
	}
	general.LogProb = float32(math.Log(p))
	return general
}

// LogProb returns ln P(w | u v) in the domain, where general is the same in the model,
// best with [Domain.Unigram].
func (d *Domain) LogProb(u, v, w Word, general float32) float32 {
	if d.bigrams.Len() == 0 {
		return general
	}
	after, ok := d.unigrams.Find(uint64(v))
	if !ok {
		return general
	}
	uv := bigramKey(u, v)
	left := packed.UnpackBackoff(after[1])
	context, seen := d.bigrams.Find(uv)
	var longer float32
	if seen {
		longer = packed.UnpackBackoff(context[1])
	}
	p := math.Exp(float64(longer + left + general))
	return float32(math.Log(p + d.share(uv, v, w, seen, longer)))
}

// share is D(w | u v); longer is ln rest(u v) if the domain has the bigram u v.
func (d *Domain) share(uv uint64, v, w Word, seen bool, longer float32) float64 {
	if seen {
		if e, ok := d.trigrams.Find(trigramKey(uv, w)); ok {
			return unpackShare(e[0])
		}
	}
	if e, ok := d.bigrams.Find(bigramKey(v, w)); ok {
		return math.Exp(float64(longer)) * unpackShare(e[0])
	}
	return 0
}

func unpackShare(b byte) float64 { return math.Exp(float64(packed.UnpackProb(b))) }

// Size is the number of the domain's bigrams and trigrams.
func (d *Domain) Size() (bigrams, trigrams int) { return d.bigrams.Len(), d.trigrams.Len() }
