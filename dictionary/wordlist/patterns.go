package wordlist

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
)

// Protection finds the places that the user wants left as they are. It is
// immutable and safe for many goroutines.
type Protection struct{ patterns []*regexp.Regexp }

// Span is a place in a text: byte offsets, Start < End.
type Span struct{ Start, End int }

// Patterns compiles regular expressions in the syntax of package regexp, whose \b
// and \w know ASCII letters only: \pL is any letter. An error names the pattern and
// its place in the list, from 1. A pattern that matches the empty text is an error,
// as it protects nothing there and was hardly meant so.
func Patterns(list []string) (*Protection, error) {
	p := &Protection{patterns: make([]*regexp.Regexp, len(list))}
	for i, s := range list {
		compiled, err := regexp.Compile(s)
		if err != nil {
			return nil, fmt.Errorf("protected pattern %d: %q: %w", i+1, s, err)
		}
		if compiled.MatchString("") {
			return nil, fmt.Errorf("protected pattern %d: %q matches the empty text", i+1, s)
		}
		p.patterns[i] = compiled
	}
	return p, nil
}

// Protect returns the places in text that a pattern matches, in order. Those that
// overlap or touch are one.
func (p *Protection) Protect(text string) []Span {
	var spans []Span
	for _, pattern := range p.patterns {
		for _, m := range pattern.FindAllStringIndex(text, -1) {
			if m[0] < m[1] { // \b and the like match between letters
				spans = append(spans, Span{m[0], m[1]})
			}
		}
	}
	return Merge(spans)
}

// Merge puts spans in order and makes those that overlap or touch one. It uses the
// memory of spans.
func Merge(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
	merged := spans[:0]
	for _, s := range spans {
		if last := len(merged) - 1; last >= 0 && s.Start <= merged[last].End {
			merged[last].End = max(merged[last].End, s.End)
			continue
		}
		merged = append(merged, s)
	}
	return merged
}
