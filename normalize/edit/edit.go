// Package edit describes changes to a text as a list of replacements against
// the text they were made for, and composes such lists.
//
// No fixer rewrites text in place: it yields edits, and the text after them is
// what [Apply] makes of the text before. Everything a user can ask for (the
// clean text, the diff, the JSON list, the report) comes from the same list.
package edit

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ErrOutOfPlace says that edits do not fit the text they are applied to: they
// overlap, stand out of order or out of range, or name a Before that the text
// has not got at that place.
var ErrOutOfPlace = errors.New("edit: does not fit the text")

// Edit replaces text[Start:End] by After.
type Edit struct {
	// Start and End are byte offsets into the text the edit was made for,
	// 0 <= Start <= End <= len(text). Start == End inserts.
	Start, End int
	// Before is text[Start:End], After what stands there afterwards.
	Before, After string
	// Rule names what made the edit, as fixer or fixer/rule
	// ("typography/quotes"). Composed edits name each rule, joined by "+".
	Rule string
	// Confidence is the estimated probability, 0 to 1, that the edit is right.
	Confidence float64
}

// Apply returns text with edits made. Edits stand in order of Start and do not
// overlap; otherwise, or if a Before is not found in its place, it returns an
// error that wraps [ErrOutOfPlace].
func Apply(text string, edits []Edit) (string, error) {
	if len(edits) == 0 {
		return text, nil
	}
	var b strings.Builder
	b.Grow(len(text) + 16*len(edits))
	at := 0
	for _, e := range edits {
		if e.Start < at || e.End < e.Start || e.End > len(text) || text[e.Start:e.End] != e.Before {
			return "", fmt.Errorf("%w: %q at %d-%d", ErrOutOfPlace, e.Before, e.Start, e.End)
		}
		b.WriteString(text[at:e.Start])
		b.WriteString(e.After)
		at = e.End
	}
	b.WriteString(text[at:])
	return b.String(), nil
}

// Compose merges first, made against text, and second, made against what first
// makes of text, into one list against text. Edits of second that touch what
// first wrote are merged with it into one edit with both rules and the lower
// confidence; a merged edit that restores the original is left out.
func Compose(text string, first, second []Edit) []Edit {
	if len(second) == 0 {
		return first
	}
	if len(first) == 0 {
		return second
	}
	c := composer{text: text}
	for len(first) > 0 || len(second) > 0 {
		first, second = c.step(first, second)
	}
	return c.out
}

// composer walks both lists from left to right. shift is the length that the
// edits of the first list taken so far have added to the text.
type composer struct {
	text  string
	out   []Edit
	shift int
}

// step takes one group of touching edits from the two lists.
func (c *composer) step(first, second []Edit) (restFirst, restSecond []Edit) {
	if len(second) == 0 || (len(first) > 0 && first[0].Start+c.shift+len(first[0].After) < second[0].Start) {
		c.shift += len(first[0].After) - len(first[0].Before)
		c.out = append(c.out, first[0])
		return first[1:], second
	}
	if len(first) == 0 || second[0].End < first[0].Start+c.shift {
		e := second[0]
		e.Start -= c.shift
		e.End -= c.shift
		c.out = append(c.out, e)
		return first, second[1:]
	}
	return c.group(first, second)
}

// group merges the run of edits that touch one another, directly or by a chain.
func (c *composer) group(first, second []Edit) (restFirst, restSecond []Edit) {
	// The group in the middle text, from the leftmost start to the rightmost end.
	start := min(first[0].Start+c.shift, second[0].Start)
	end, i, j, shift := start, 0, 0, c.shift
	for {
		if i < len(first) && first[i].Start+shift <= end {
			end = max(end, first[i].Start+shift+len(first[i].After))
			shift += len(first[i].After) - len(first[i].Before)
			i++
			continue
		}
		if j < len(second) && second[j].Start <= end {
			end = max(end, second[j].End)
			j++
			continue
		}
		break
	}
	merged := c.merge(first[:i], second[:j], start, end, shift)
	c.shift = shift
	if merged.Before != merged.After {
		c.out = append(c.out, merged)
	}
	return first[i:], second[j:]
}

// merge makes one edit of a group that covers [start, end) of the middle text.
func (c *composer) merge(first, second []Edit, start, end, shift int) Edit {
	from, to := start-c.shift, end-shift
	middle := applyPart(c.text[from:to], first, from)
	e := Edit{Start: from, End: to, Before: c.text[from:to], Confidence: 1}
	e.After = applyPart(middle, second, start)
	var rules []string
	for _, x := range slices.Concat(first, second) {
		e.Confidence = min(e.Confidence, x.Confidence)
		for r := range strings.SplitSeq(x.Rule, "+") {
			if !slices.Contains(rules, r) {
				rules = append(rules, r)
			}
		}
	}
	e.Rule = strings.Join(rules, "+")
	return e
}

// applyPart applies edits to part, which begins at offset base of their text.
func applyPart(part string, edits []Edit, base int) string {
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(part[at : e.Start-base])
		b.WriteString(e.After)
		at = e.End - base
	}
	b.WriteString(part[at:])
	return b.String()
}
