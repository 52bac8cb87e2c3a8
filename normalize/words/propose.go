package words

// Proposal is a change that the decoder would make, with the evidence for it.
type Proposal struct {
	// Start and End are byte offsets in the text, After what is proposed there.
	Start, End int
	After      string
	// Features is the evidence, Confidence what it comes to: the estimated
	// probability, 0 to 1, that the change is right.
	Features   Features
	Confidence float64
}

// Features are the evidence for a change; FeatureNames tells what each is.
type Features [NumFeatures]float64

// Known tells that the word to be changed is a word, too.
func (p *Proposal) Known() bool { return p.Features[featureKnown] > 0 }

// Proposals returns the likeliest change of each word for which there is one,
// in order.
func (f *Fixer) Proposals(text string) []Proposal {
	d := f.read(text)
	defer f.finder.release(d)
	if len(d.paragraphs) == 0 {
		return nil
	}
	p := d.resolve()
	f.told(d, p)
	var out []Proposal
	for _, q := range d.proposals(p) {
		out = append(out, q.Proposal)
	}
	return out
}

// placed is a proposal and the slots that it is for.
type placed struct {
	Proposal
	paragraph, slot, span int
}

func (d *document) proposals(p *profile) (out []placed) {
	for i := range d.paragraphs {
		next := 0
		for j := range d.places(&d.paragraphs[i], p) {
			if j < next {
				continue
			}
			if q, span := d.propose(d.paragraphs[i].slots, j, p); span > 0 {
				q.Confidence = confidence(&q.Features)
				out = append(out, placed{q, i, j, span})
				next = j + span
			}
		}
	}
	d.voteTogether(out)
	return out
}

// voteTogether gives all forms of a guessed name the confidence of the surest: if
// one of them is that name, so are the others.
func (d *document) voteTogether(proposals []placed) {
	surest := make(map[string]float64)
	for i := range proposals {
		if q := &proposals[i]; q.Features[featureGuessed] > 0 {
			surest[q.After] = max(surest[q.After], q.Confidence)
		}
	}
	for i := range proposals {
		if q := &proposals[i]; q.Features[featureGuessed] > 0 {
			q.Confidence = surest[q.After]
		}
	}
}

// leastPosterior is the posterior from which a reading is proposed.
const leastPosterior = 0.25

// propose returns the best other reading of a slot and the number of slots it
// takes, 0 if there is none.
func (d *document) propose(slots []slot, at int, p *profile) (q Proposal, span int) {
	s := &slots[at]
	best, rival := -1, 0.0
	for k := 1; k < len(s.readings()); k++ {
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
	if old := d.text[q.Start:q.End]; old == o.text || lowerInitial(old) == lowerInitial(o.text) && !o.confused() {
		return Proposal{}, 0 // the case of the first letter is the writer's
	}
	if d.era != EraModern && modernises(d.text[q.Start:q.End], o.text) {
		return Proposal{}, 0 // and so is the spelling
	}
	q.Features = d.features(d.change(slots, at, best, rival), p)
	return q, o.span
}
