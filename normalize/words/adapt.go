package words

import (
	"math"

	"klartext/dictionary/automaton"
)

// profile is the channel as it is in one document: which of the known engines
// it resembles, and how often each confusion occurs in it. OCR errors are
// systematic within a document (Reffle and Ringlstetter, "Unsupervised Profiling
// of OCRed Historical Documents", 2013).
type profile struct {
	channel *channel
	// share is the posterior of each of the channel's profiles.
	share []float64
	// cost is -ln P(observed | intended) of each rule in this document, keep ln
	// P(letter | letter).
	cost []float32
	keep [automaton.NumCodes]float32
}

// evidence is what a document shows of its channel: the expected number of uses
// of each rule, and how often each letter and letter sequence is read right.
type evidence struct {
	used    []float64
	letters [automaton.NumCodes]float64
	// sequences counts those of two and three letters, for the rules that need them.
	sequences map[string]float64
}

// cleanPrior is the share of documents that have no OCR errors.
const cleanPrior = 0.3

// priorStrength is the number of uses that the mixture of profiles counts for
// against what the document shows: the shape of a gamma distribution.
const priorStrength = 1.0

// strayShare is how far rules of other profiles are let in.
const strayShare = 0.03

// newProfile is the channel before anything is known of the document.
func newProfile(c *channel) *profile {
	p := &profile{channel: c, share: make([]float64, len(c.profiles)), cost: make([]float32, len(c.rules))}
	for k := range p.share {
		p.share[k] = (1 - cleanPrior) / float64(len(p.share)-1)
	}
	p.share[len(p.share)-1] = cleanPrior
	p.set(&evidence{used: make([]float64, len(c.rules))})
	return p
}

// update re-estimates the profile from evidence.
func (p *profile) update(e *evidence) {
	p.reweigh(e)
	p.set(e)
}

// reweigh sets the shares of the profiles to their posteriors.
func (p *profile) reweigh(e *evidence) {
	c := p.channel
	last := len(c.profiles) - 1
	highest := math.Inf(-1)
	for k := range c.profiles {
		l := math.Log((1 - cleanPrior) / float64(last))
		if k == last {
			l = math.Log(cleanPrior)
		}
		for i, n := range e.used {
			if n > 0 {
				l += n * math.Log(float64(c.rules[i].byTable[k]))
			}
		}
		for code, n := range e.letters {
			l += n * math.Log(float64(c.keep[k][code]))
		}
		p.share[k] = l
		highest = max(highest, l)
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

// set computes the costs: the posterior mean of a gamma prior around the mixture
// of profiles.
func (p *profile) set(e *evidence) {
	noisy := 1 - p.share[len(p.share)-1]
	var lost [automaton.NumCodes]float64
	for i := range p.channel.rules {
		r := &p.channel.rules[i]
		mixed, highest := 0.0, 0.0
		for k, share := range p.share {
			mixed += share * float64(r.byTable[k])
			highest = max(highest, float64(r.byTable[k]))
		}
		mixed += strayShare * noisy * highest
		prob := (priorStrength + e.used[i]) / (priorStrength/mixed + e.occurrences(r) + e.used[i])
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
	return e.sequences[string(r.intended)]
}

// channelScore is ln P(observed | c) in this document.
func (p *profile) channelScore(c *candidate) float32 {
	score := -float32(c.edits) * editCost
	for _, id := range c.rules {
		score -= p.cost[id]
	}
	for _, code := range c.kept {
		score += p.keep[code]
	}
	return score
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
