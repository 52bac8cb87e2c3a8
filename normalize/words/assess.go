package words

// Assessment is what a text shows of its quality, as read and before it is cleaned.
type Assessment struct {
	Profile
	// Expected is how many words are expected to be wrong among those for which
	// another reading was found: the sum of its probabilities.
	Expected float64 `json:"expected"`
	// Unexplained is how many words are in no dictionary and have no other reading
	// that is likely enough to be proposed: names, and words beyond repair.
	Unexplained int `json:"unexplained"`
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
	proposed := make(map[[2]int]bool)
	for _, q := range d.proposals(p) {
		a.Expected += q.Confidence
		for j := range q.span {
			proposed[[2]int{q.paragraph, q.slot + j}] = true
		}
	}
	for i := range d.paragraphs {
		for j := range d.paragraphs[i].slots {
			if s := &d.paragraphs[i].slots[j]; !s.opaque && !s.entry.known && !proposed[[2]int{i, j}] {
				a.Unexplained++
			}
		}
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
