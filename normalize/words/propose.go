package words

import (
	"math"
	"unicode"
	"unicode/utf8"

	"klartext/dictionary"
)

// Proposal is a change that the decoder would make, with the evidence for it.
type Proposal struct {
	// Start and End are byte offsets in the text, After what is proposed there.
	Start, End int
	After      string
	// Features is the evidence, Confidence what it comes to: the estimated
	// probability, 0 to 1, that the change is right.
	Features   [NumFeatures]float64
	Confidence float64
}

// Known tells that the word to be changed is a word, too.
func (p *Proposal) Known() bool { return p.Features[featureKnown] > 0 }

// The features of a proposal.
const (
	featureBias = iota
	featureMargin
	featureRival
	featureNoise
	featureChannel
	featureEdited
	featureVariant
	featureRepeated
	featureAttested
	featureLength
	featureName
	featureKnown
	featureCompound
	featureWeak
	featurePrior
	featureSigns
	featureSpelling
	featureUnknownAround
	featureShort
	featureSystematic
	featureConfusions
	featureUmlaut
	featureJoin
	featureSplit
	featureSign
	featureGuessed
	featureVotes
	featureSection
	// NumFeatures is the number of features.
	NumFeatures
)

// FeatureNames names the features in their order.
var FeatureNames = [NumFeatures]string{
	"bias", "margin over the word as it stands", "margin over the next candidate", "noise of the document",
	"channel", "plain edit", "variant spelling", "repeated unknown", "candidate in the document", "length",
	"may be a name", "known word", "compound", "weak word", "prior", "signs inside", "spelling of the unknown",
	"unknown words around", "short", "confusions seen elsewhere", "number of confusions", "umlaut regained",
	"joined", "split", "sign for a blank", "guessed", "votes for the guess", "section sign",
}

// Proposals returns the likeliest change of each word for which there is one,
// in order.
func (f *Fixer) Proposals(text string) []Proposal {
	d := f.finder.read(text)
	if len(d.paragraphs) == 0 {
		return nil
	}
	p := d.resolve()
	var out []Proposal
	for i := range d.paragraphs {
		slots := d.paragraphs[i].slots
		for j := 0; j < len(slots); j++ {
			if q, span := d.propose(slots, j, p); span > 0 {
				q.Confidence = confidence(&q.Features)
				out = append(out, q)
				j += span - 1
			}
		}
	}
	return out
}

// leastPosterior is the posterior from which a reading is proposed.
const leastPosterior = 0.3

// propose returns the best other reading of a slot and the number of slots it
// takes, 0 if there is none.
func (d *document) propose(slots []slot, at int, p *profile) (q Proposal, span int) {
	s := &slots[at]
	best, rival := -1, 0.0
	for k := 1; k < len(s.options); k++ {
		x := s.options[k].posterior
		if best < 0 || x > s.options[best].posterior {
			if best >= 0 {
				rival = s.options[best].posterior
			}
			best = k
		} else {
			rival = max(rival, x)
		}
	}
	if best < 0 || s.options[best].posterior < leastPosterior {
		return Proposal{}, 0
	}
	o := &s.options[best]
	q = Proposal{Start: s.start, End: slots[at+o.span-1].end, After: o.text}
	if old := d.text[q.Start:q.End]; old == o.text || lowerInitial(old) == lowerInitial(o.text) {
		return Proposal{}, 0 // the case of the first letter is the writer's
	}
	q.Features = d.features(slots, at, best, rival, p)
	return q, o.span
}

func (d *document) features(slots []slot, at, best int, rival float64, p *profile) (x [NumFeatures]float64) {
	s := &slots[at]
	word, o := d.text[s.start:s.end], &s.options[best]
	x[featureBias] = 1
	x[featureMargin] = logRatio(o.posterior, s.options[0].posterior, 25) / 5
	x[featureRival] = logRatio(o.posterior, rival, 12) / 5
	x[featureNoise] = math.Log(p.level)
	x[featureChannel] = float64(o.score) / 5
	from := o.from
	if from == nil {
		from = &candidate{}
	}
	x[featureEdited] = indicator(from.edited)
	x[featureVariant] = indicator(isVariant(word, o.text))
	known := s.entry == nil || s.entry.known
	if !known {
		x[featureRepeated] = math.Log(float64(max(1, d.counts[word])))
	}
	x[featureAttested] = math.Log1p(float64(d.counts[o.text]))
	x[featureLength] = float64(min(15, utf8.RuneCountInString(word))) / 5
	first, _ := utf8.DecodeRuneInString(word)
	x[featureName] = indicator(unicode.IsUpper(first) && !s.initial && !known)
	x[featureKnown] = indicator(s.entry != nil && known && o.n == 1 && o.span == 1 && !s.entry.compound)
	x[featureCompound] = indicator(from.compound)
	x[featureWeak] = indicator(from.word.Flags&dictionary.Weak != 0)
	x[featurePrior] = max(-20, float64(o.words[0].uni.LogProb+o.words[0].spelling)) / 5
	x[featureSigns] = indicator(hasOddSigns(word))
	if !known {
		x[featureSpelling] = float64(s.entry.word.spelling) / float64(utf8.RuneCountInString(word)+1)
	}
	x[featureUnknownAround] = unknownAround(slots, at)
	x[featureShort] = indicator(utf8.RuneCountInString(word) <= 3)
	x[featureSystematic], x[featureConfusions] = p.seen(from), float64(len(from.rules))
	x[featureJoin], x[featureSplit], x[featureSign] = indicator(o.span > 1), indicator(o.n == 2), indicator(o.n == 0)
	x[featureSection] = indicator(s.entry == nil && o.n == 1)
	if x[featureGuessed] = indicator(from.guessed); from.guessed {
		x[featureVotes] = float64(min(maxVotes, d.votes[o.text]-1))
	}
	x[featureUmlaut] = indicator(countUmlauts(o.text) > countUmlauts(word))
	return x
}

// aroundSize is how many slots on each side are looked at.
const aroundSize = 4

// unknownAround is the share of unknown words around a slot: where it is high,
// words are not what they seem.
func unknownAround(slots []slot, at int) float64 {
	unknown, all := 0.0, 1.0
	for i := max(0, at-aroundSize); i < min(len(slots), at+aroundSize+1); i++ {
		if s := &slots[i]; i != at && !s.opaque {
			all++
			if !s.entry.known {
				unknown++
			}
		}
	}
	return unknown / all
}

func countUmlauts(s string) (n int) {
	for _, r := range s {
		switch r {
		case 'ä', 'ö', 'ü', 'ß', 'Ä', 'Ö', 'Ü':
			n++
		}
	}
	return n
}

func logRatio(a, b, most float64) float64 {
	return min(most, max(-most, math.Log(max(a, 1e-300)/max(b, 1e-300))))
}

func indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// hasOddSigns tells of digits, signs or capitals inside a word, which no right
// word has.
func hasOddSigns(word string) bool {
	lower := false
	for _, r := range word {
		if !unicode.IsLetter(r) || lower && unicode.IsUpper(r) {
			return true
		}
		lower = unicode.IsLower(r)
	}
	return false
}

// confidence is the estimated probability that a change with these features is
// right.
func confidence(x *[NumFeatures]float64) float64 {
	w := &unknownWeights
	if x[featureKnown] > 0 {
		w = &knownWeights
	}
	sum := 0.0
	for i := range w {
		sum += w[i] * x[i]
	}
	return math.Round(1000/(1+math.Exp(-sum))) / 1000
}
