package edit

import (
	"cmp"
	"slices"
)

// Trace turns each of later, edits against what first makes of text, into an edit
// against text by itself. One that overlaps what first wrote is widened to it: its
// After then holds what both make of the place. One that takes back all that
// first did there is left out. The edits of later stand in any order and may
// overlap; those returned are in order of Start.
func Trace(text string, first, later []Edit) []Edit {
	sorted := slices.Clone(later)
	slices.SortStableFunc(sorted, byStart)
	var out []Edit
	shift, passed := 0, 0 // of first, what lies before all that follows
	for _, e := range sorted {
		for passed < len(first) && first[passed].Start+shift+len(first[passed].After) <= e.Start {
			shift += len(first[passed].After) - len(first[passed].Before)
			passed++
		}
		if traced := traceOne(text, first[passed:], shift, e); traced.Before != traced.After {
			out = append(out, traced)
		}
	}
	slices.SortStableFunc(out, byStart)
	return out
}

// Forward turns edits against a text, in order of Start, into edits against what
// done makes of it. Those that overlap done are left out.
func Forward(edits, done []Edit) []Edit {
	var out []Edit
	shift, passed := 0, 0
	for _, e := range edits {
		for passed < len(done) && done[passed].End <= e.Start {
			shift += len(done[passed].After) - len(done[passed].Before)
			passed++
		}
		if passed < len(done) && done[passed].Start < e.End {
			continue
		}
		e.Start += shift
		e.End += shift
		out = append(out, e)
	}
	return out
}

// Union adds to edits those of more that overlap none of them. Both lists are in
// order of Start and without overlap, and so is the one returned.
func Union(edits, more []Edit) []Edit {
	if len(edits) == 0 {
		return more
	}
	out := slices.Clone(edits)
	at := 0
	for _, e := range more {
		for at < len(edits) && edits[at].End <= e.Start {
			at++
		}
		if at == len(edits) || edits[at].Start >= e.End {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, byStart)
	return out
}

func byStart(a, b Edit) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

// traceOne traces e, which lies behind edits that have added shift to the text
// and, at most, overlaps the beginning of first.
func traceOne(text string, first []Edit, shift int, e Edit) Edit {
	start, end, n, after := e.Start, e.End, 0, shift
	for n < len(first) && first[n].Start+after < e.End {
		start = min(start, first[n].Start+after)
		end = max(end, first[n].Start+after+len(first[n].After))
		after += len(first[n].After) - len(first[n].Before)
		n++
	}
	c := composer{text: text, shift: shift}
	merged := c.merge(first[:n], []Edit{e}, start, end, after)
	merged.Rule, merged.Confidence = e.Rule, e.Confidence
	return merged
}

// Clear returns those of edits that overlap none of others. Both are in order of
// Start, and others do not overlap one another.
func Clear(edits, others []Edit) []Edit {
	var out []Edit
	at := 0
	for _, e := range edits {
		for at < len(others) && others[at].End <= e.Start {
			at++
		}
		if at == len(others) || others[at].Start >= e.End {
			out = append(out, e)
		}
	}
	return out
}
