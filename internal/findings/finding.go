// Package findings prints what a check of files found, for people and for machines,
// and remembers what is known already in a baseline.
//
// It knows nothing of how an error is found.
package findings

import "path"

// Finding is one suspected error in a file.
type Finding struct {
	// Path is as given by the user, with slashes, relative where possible.
	Path string `json:"path"`
	// Line and Column are where the finding begins, from 1. Columns count code points;
	// each byte that is not UTF-8 counts as one. Line 0 is the file as a whole.
	Line   int `json:"line"`
	Column int `json:"column"`
	// EndLine and EndColumn are where it ends, exclusive. If nothing is marked, as
	// where something is missing, they equal Line and Column.
	EndLine   int `json:"end_line"`
	EndColumn int `json:"end_column"`
	// Rule is what found it, by a stable id such as "words/confusion".
	Rule string `json:"rule"`
	// Before is what stands there, After what should.
	Before string `json:"before"`
	After  string `json:"after"`
	// Fixable says that After may replace Before. Without it, an empty After means that
	// nothing is suggested, not that Before should go.
	Fixable bool `json:"fixable"`
	// Confidence is the estimated probability, 0 to 1, that the finding is right.
	Confidence float64 `json:"confidence"`
	// Message is for findings that suggest nothing. For others it is not used.
	Message string `json:"message,omitempty"`
	// Text is the whole line that the finding begins on, without its end.
	Text string `json:"text"`
}

// suggests says whether there is something to be put in place of Before.
func (f Finding) suggests() bool { return f.Fixable || f.After != "" }

// whole says whether the finding is about the file and no place in it.
func (f Finding) whole() bool { return f.Line < 1 }

// oneLine says whether the finding ends on the line that it begins on.
func (f Finding) oneLine() bool { return f.EndLine <= f.Line }

// certainty is the confidence, held between 0 and 1.
func (f Finding) certainty() float64 {
	if !(f.Confidence > 0) { // also for NaN, which JSON has no number for
		return 0
	}
	return min(f.Confidence, 1)
}

// percent is the confidence, rounded, from 0 to 100.
func (f Finding) percent() int { return int(100*f.certainty() + 0.5) }

// cleanPath makes ./a.txt and a.txt one path.
func cleanPath(p string) string {
	if p == "" {
		return ""
	}
	return path.Clean(p)
}
