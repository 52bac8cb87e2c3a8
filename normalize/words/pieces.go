package words

import (
	"iter"
	"slices"
)

// longestRun is how many slots are decoded together, at the most. A text that is all
// errors is one run with a choice in each slot, which would need more memory than any
// cache has, and much time. Paragraphs of a page are hardly as long.
const longestRun = 1000

// inPieces yields a run in pieces of no more than longestRun slots, and where in it they
// begin. Readings that reach from one piece into the next are dropped.
func inPieces(run []slot) iter.Seq2[int, []slot] {
	return func(yield func(int, []slot) bool) {
		for from := 0; from < len(run); from += longestRun {
			piece := run[from:min(len(run), from+longestRun)]
			if from+len(piece) < len(run) {
				endHere(piece)
			}
			if !yield(from, piece) {
				return
			}
		}
	}
}

// endHere drops the readings that reach beyond the end of piece.
func endHere(piece []slot) {
	for i := max(0, len(piece)-longestSpan); i < len(piece); i++ {
		if c := piece[i].choice; c != nil {
			c.options = slices.DeleteFunc(c.options, func(o option) bool { return i+o.span > len(piece) })
		}
	}
}

// longestSpan is how many slots a reading takes at the most: two words and a sign.
const longestSpan = 3
