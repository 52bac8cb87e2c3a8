package normalize

import "klartext/normalize/edit"

// Fixer repairs one kind of damage. A Fixer is safe for use by many goroutines.
type Fixer interface {
	// Name is the fixer's name for --only and --skip ("typography").
	Name() string
	// Doc explains in one sentence what the fixer does.
	Doc() string
	// Example is a text and what the fixer makes of it.
	Example() (before, after string)
	// Fix returns the edits that repair text, in order and without overlap.
	// Their Rule is Name or Name/rule.
	Fix(text string) []edit.Edit
}

// Suggester is a Fixer that also knows of changes it is not sure enough of to
// make them.
type Suggester interface {
	Fixer
	// Suggest returns what Fix does and, apart from it, the changes that are not
	// made, in order of Start and with their confidence.
	Suggest(text string) (edits, suggestions []edit.Edit)
}
