package words

import (
	"cmp"
	"math"
	"slices"

	"klartext/dictionary/automaton"
)

// profile is the channel as it is in one document: which of the known engines
// it resembles, how many errors it has, and how often each confusion occurs in
// it. OCR errors are systematic within a document (Reffle and Ringlstetter,
// "Unsupervised Profiling of OCRed Historical Documents", 2013).
//
// Given an engine's profile, the uses of each rule are taken to follow a Poisson
// distribution with mean noise · P(observed | intended) · occurrences of the
// intended text. The noise is what tells a clean page from a bad one.
type profile struct {
	channel *channel
	// share is the posterior of each of the channel's profiles, noise the level of
	// errors under each; 1 is that of the pages the profile was learned from.
	share, noise []float64
	// cost is -ln P(observed | intended) of each rule in this document, keep ln
	// P(letter | letter).
	cost []float32
	keep [automaton.NumCodes]float32
	// edit is ln P of a plain edit, burst that of a word's being in a burst of
	// damage, level the mean noise.
	edit  float32
	burst float32
	level float64
	// used is the expected number of uses of each rule in the document and its source.
	used []float64
	// own is the evidence that the document gave last, source what its source adds to
	// any; nil if it has none.
	own, source *evidence
}

// evidence is what a document shows of its channel: the expected number of uses
// of each rule, and how often each letter and letter sequence is read right.
type evidence struct {
	used    []float64
	letters [automaton.NumCodes]float64
	// counts are those of the sequences of two and three letters that rules need, by
	// their numbers.
	counts    []float64
	sequences *sequences
}

// The prior of the noise is a gamma distribution of this shape and mean.
const (
	noiseShape = 1.0
	noiseMean  = 0.06
)

// priorStrength is the number of uses that the mixture of profiles counts for
// against what the document shows: the shape of a gamma distribution.
const priorStrength = 1.0

// newProfile is the channel before anything is known of the document.
func newProfile(c *channel) *profile {
	p := &profile{
		channel: c, share: make([]float64, len(c.profiles)), noise: make([]float64, len(c.profiles)),
		cost: make([]float32, len(c.rules)),
	}
	for k := range p.share {
		p.share[k] = 1 / float64(len(p.share))
		p.noise[k] = noiseMean
	}
	p.set(newEvidence(c), make([]float64, len(c.rules)))
	return p
}

// update re-estimates the profile from what the document shows and its source.
func (p *profile) update(e *evidence) {
	p.own = e
	e = e.together(p.source)
	occurrences := make([]float64, len(p.channel.rules))
	for i := range occurrences {
		occurrences[i] = max(0, e.occurrences(&p.channel.rules[i]))
	}
	p.used = e.used
	p.reweigh(e, occurrences)
	p.set(e, occurrences)
}

// reweigh sets the noise under each profile to its posterior mean, and the
// shares to the posteriors of the profiles.
func (p *profile) reweigh(e *evidence, occurrences []float64) {
	highest := math.Inf(-1)
	for k := range p.share {
		uses, expected, l := 0.0, 0.0, 0.0
		for i, n := range e.used {
			prob := float64(p.channel.rules[i].byTable[k])
			expected += prob * (occurrences[i] + n)
			if n > 0 {
				uses += n
				l += n * math.Log(prob)
			}
		}
		p.noise[k] = min(largestNoise, (noiseShape+uses)/(noiseShape/noiseMean+expected))
		p.share[k] = l + uses*math.Log(p.noise[k]) - p.noise[k]*expected
		highest = max(highest, p.share[k])
	}
	sum := 0.0
	for k, l := range p.share {
		p.share[k] = math.Exp(l - highest)
		sum += p.share[k]
	}
	for k := range p.share {
		p.share[k] /= sum
	}
}

const (
	// editShare is P of a plain edit at a letter where the noise is 1.
	editShare = 2e-5
	// burstShare is the share of words in bursts of damage there.
	burstShare = 0.03
)

// largestNoise keeps a page of unknown words from looking like one of errors.
const largestNoise = 3

// set computes the costs: the posterior mean of a gamma prior around the mixture
// of profiles.
func (p *profile) set(e *evidence, occurrences []float64) {
	p.level = 1e-6
	for k, share := range p.share {
		p.level += share * p.noise[k]
	}
	p.edit = ln(float32(editShare * min(1, p.level)))
	p.burst = ln(float32(burstShare * min(1, p.level)))
	var lost [automaton.NumCodes]float64
	for i := range p.channel.rules {
		r := &p.channel.rules[i]
		mixed := 1e-9
		for k, share := range p.share {
			mixed += share * p.noise[k] * float64(r.byTable[k])
		}
		prob := (priorStrength + e.used[i]) / (priorStrength/mixed + occurrences[i] + e.used[i])
		prob = min(prob, 0.98)
		p.cost[i] = -ln(float32(prob))
		if len(r.intended) == 1 {
			lost[r.intended[0]] += prob
		}
	}
	for code := range p.keep {
		p.keep[code] = ln(float32(max(0.02, 1-lost[code])))
	}
}

// occurrences is how often the intended side of r was read right.
func (e *evidence) occurrences(r *rule) float64 {
	switch len(r.intended) {
	case 0:
		total := 0.0
		for _, n := range e.letters {
			total += n
		}
		return total
	case 1:
		return e.letters[r.intended[0]]
	}
	if len(r.intended) > 3 {
		return 0
	}
	return e.counts[e.sequences.of(r.intended)]
}

// channelScore is ln P(observed | c) in this document: by its usual confusions,
// or as a word in a burst of damage, where anything may be anything.
func (p *profile) channelScore(c *candidate) float32 {
	kept := float32(0)
	for _, code := range c.codes {
		kept += p.keep[code]
	}
	usual, burst := float32(c.edits)*p.edit, p.burst-damagedCost*float32(c.edits)
	for _, id := range c.rules {
		usual -= p.cost[id]
		burst -= min(p.cost[id], damagedCost)
		for _, code := range p.channel.rules[id].intended {
			kept -= p.keep[code]
		}
	}
	return kept + max(usual, burst)
}

// seen is how often, on a log scale, the least frequent of c's confusions occurs
// elsewhere in the document; 0 if it has none.
func (p *profile) seen(c *candidate) float64 {
	least := math.Inf(1)
	for _, id := range c.rules {
		least = min(least, p.used[id])
	}
	if math.IsInf(least, 1) {
		return 0
	}
	return math.Log1p(max(0, least-1))
}

// keepScore is ln P(word read right) in this document.
func (p *profile) keepScore(word string) (score float32) {
	for _, r := range word {
		if code, ok := automaton.Code(r); ok {
			score += p.keep[code]
		}
	}
	return score
}

const (
	// leastShare is the share from which a profile takes part in the search.
	leastShare = 0.02
	// mostSearched is how many take part: where more are likely, the document has
	// too few errors to tell, and few to find.
	mostSearched = 4
)

// scope is how the document's words are searched: with the likeliest profiles, and
// the less far the fewer errors there are; levels are the noises below which that is.
func (p *profile) scope(levels [calmest]float64) scope {
	s := scope{profiles: p.likeliest()}
	for _, level := range levels {
		if p.level < level {
			s.calm++
		}
	}
	return s
}

// calmLevels are those for known words, when the noise is known; probedLevels those
// for unknown words, when a sample has shown a part of it. They are low, since a text
// that has been mended is calmer, and what is left of it should not be searched for
// once more, in another way.
var (
	calmLevels   = [calmest]float64{0.3, 0.1}
	probedLevels = [calmest]float64{0.05, 0.02}
)

// likeliest is the set of profiles that take part in the search.
func (p *profile) likeliest() (set uint64) {
	order := make([]int, len(p.share))
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p.share[b], p.share[a]) })
	for n, k := range order[:min(len(order), mostSearched)] {
		if n == 0 || p.share[k] > leastShare {
			set |= p.channel.kin[k]
		}
	}
	return set
}

// all is the set of all profiles.
func (c *channel) all() uint64 { return 1<<len(c.profiles) - 1 }
