package settings

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// Problem is something wrong in a settings file.
type Problem struct {
	// File is the settings file, as it was named.
	File string
	// Line and Column are where it is, both from 1; Column counts characters.
	Line, Column int
	// Reason says what is wrong and what would be right.
	Reason string
}

// Error is "file:line:column: reason".
func (p *Problem) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.Reason)
}

// joined returns the problems as one error, in the order of their places, or nil.
func joined(problems []*Problem) error {
	slices.SortStableFunc(problems, func(a, b *Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	all := make([]error, len(problems))
	for i, p := range problems {
		all[i] = p
	}
	return errors.Join(all...)
}
