package evaluate

import (
	"cmp"
	"slices"
)

// Tally counts the fates of the truth's tokens.
type Tally struct {
	Kept         int `json:"kept"`
	Fixed        int `json:"fixed"`
	Broken       int `json:"broken"`
	Missed       int `json:"missed"`
	Miscorrected int `json:"miscorrected"`

	// Recall is the share of the tokens wrong before that were fixed, 0 to 1.
	Recall float64 `json:"recall"`
	// Harm is how many of 10,000 tokens right before were broken.
	Harm float64 `json:"harm_per_10000"`
	// Precision is the share of fixed among fixed, broken and miscorrected.
	Precision float64 `json:"precision"`

	// The same for tokens of the truth with ä, ö, ü, Ä, Ö, Ü or ß.
	UmlautWrong  int     `json:"umlaut_wrong"` // before
	UmlautFixed  int     `json:"umlaut_fixed"`
	UmlautBroken int     `json:"umlaut_broken"`
	UmlautRecall float64 `json:"umlaut_recall"`

	cases map[Fate]map[Case]int
}

// Case is a token of the truth and what stood for it before and after; "" where
// nothing did.
type Case struct {
	Truth  string `json:"truth"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// CaseCount is a Case and how often it was met.
type CaseCount struct {
	Case
	Count int `json:"count"`
}

func (t *Tally) add(fates []tokenFate) {
	for _, f := range fates {
		t.count(f)
	}
	t.Recall = ratio(t.Fixed, t.Fixed+t.Missed+t.Miscorrected)
	t.Harm = 1e4 * ratio(t.Broken, t.Broken+t.Kept)
	t.Precision = ratio(t.Fixed, t.Fixed+t.Broken+t.Miscorrected)
	t.UmlautRecall = ratio(t.UmlautFixed, t.UmlautWrong)
}

func (t *Tally) count(f tokenFate) {
	umlaut := 0
	if hasUmlaut(f.truth) {
		umlaut = 1
	}
	switch f.fate {
	case Kept:
		t.Kept++
		return
	case Fixed:
		t.Fixed++
		t.UmlautFixed += umlaut
		t.UmlautWrong += umlaut
	case Broken:
		t.Broken++
		t.UmlautBroken += umlaut
	case Missed:
		t.Missed++
		t.UmlautWrong += umlaut
	case Miscorrected:
		t.Miscorrected++
		t.UmlautWrong += umlaut
	}
	if t.cases == nil {
		t.cases = make(map[Fate]map[Case]int)
	}
	if t.cases[f.fate] == nil {
		t.cases[f.fate] = make(map[Case]int)
	}
	t.cases[f.fate][Case{f.truth, f.before, f.after}]++
}

// Most lists the n most frequent cases of a fate other than Kept, and all of
// them if n is negative.
func (t *Tally) Most(fate Fate, n int) []CaseCount {
	all := make([]CaseCount, 0, len(t.cases[fate]))
	for c, count := range t.cases[fate] {
		all = append(all, CaseCount{Case: c, Count: count})
	}
	slices.SortFunc(all, func(a, b CaseCount) int {
		return cmp.Or(b.Count-a.Count,
			cmp.Compare(a.Truth, b.Truth), cmp.Compare(a.Before, b.Before), cmp.Compare(a.After, b.After))
	})
	if n >= 0 && n < len(all) {
		all = all[:n]
	}
	return all
}
