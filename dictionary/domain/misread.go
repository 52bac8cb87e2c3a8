package domain

import (
	"unicode/utf8"

	"klartext/dictionary/confusion"
)

// undoing knows what may have been printed where something was read.
type undoing map[string][]string // intended, by observed

// How a word looks that is misread: through a confusion of at least leastConfusion, it
// comes of another that stands in the texts at least farMore times as often.
const (
	leastConfusion = 0.005
	farMore        = 8
	longestRead    = 3 // letters of what a confusion makes
)

func newUndoing(tables []*confusion.Table) undoing {
	u := make(undoing)
	seen := make(map[[2]string]bool)
	for _, t := range tables {
		for _, r := range t.Rules {
			pair := [2]string{r.Intended, r.Observed}
			if r.Observed != "" && r.Intended != "" && r.Prob >= leastConfusion && !seen[pair] {
				seen[pair] = true
				u[r.Observed] = append(u[r.Observed], r.Intended)
			}
		}
	}
	return u
}

// isMisread tells whether a word that stands in the texts n times looks like an error
// of OCR that was not corrected. count tells how often another word is to be expected
// in them.
func (u undoing) isMisread(word string, n float64, count func(string) float64) bool {
	for at := range word {
		for end := at + 1; end <= len(word) && end <= at+longestRead*utf8.UTFMax; end++ {
			for _, intended := range u[word[at:end]] {
				if count(word[:at]+intended+word[end:]) >= farMore*n {
					return true
				}
			}
		}
	}
	return false
}
