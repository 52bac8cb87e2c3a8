package words

// Assessment is what a text shows of its quality, as read and before it is cleaned.
type Assessment struct {
	Profile
	// Expected is how many words are expected to be wrong among those for which
	// another reading was found: the sum of its probabilities.
	Expected float64 `json:"expected"`
}

// Assess tells of the quality of text without changing it.
func (f *Fixer) Assess(text string) Assessment {
	d := f.read(text)
	defer f.finder.release(d)
	if len(d.paragraphs) == 0 {
		return Assessment{}
	}
	p := d.resolve()
	a := Assessment{Profile: d.explainProfile(p)}
	a.Era = d.explainEra()
	for _, q := range d.proposals(p) {
		a.Expected += q.Confidence
	}
	return a
}

// WER estimates the share of wrong words in the text as read, 0 to 1, by linear
// regression on pages with known truth; docs/evaluation.md has how well it agrees.
func (a *Assessment) WER() float64 {
	if a.Words == 0 {
		return 0
	}
	words := float64(a.Words)
	unknown := float64(a.Unknown) / words
	return min(1, 0.48*a.Expected/words+(0.96+0.07*a.Noise)*unknown)
}
