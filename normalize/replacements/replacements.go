// Package replacements writes what the user wants in place of certain words.
package replacements

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"klartext/dictionary/wordlist"
	"klartext/normalize/edit"
)

// Fixer makes the replacements of a list.
type Fixer struct{ list *wordlist.List }

// New returns a Fixer that makes the replacements of list.
func New(list *wordlist.List) *Fixer { return &Fixer{list} }

// Name implements normalize.Fixer.
func (*Fixer) Name() string { return "replacements" }

// Doc implements normalize.Fixer.
func (*Fixer) Doc() string {
	return "Writes what your own dictionaries and settings want in place of certain words."
}

// Example implements normalize.Fixer.
func (*Fixer) Example() (before, after string) {
	return "with Thiir→Thür in a list: die Thiir", "with Thiir→Thür in a list: die Thür"
}

const (
	rule = "replacements/own"
	// made is the confidence of a replacement, suggested that of one with a reason:
	// the user says the one, and leaves the other open.
	made      = 1
	suggested = 0.5
)

// Fix implements normalize.Fixer.
func (f *Fixer) Fix(text string) []edit.Edit {
	edits, _ := f.Suggest(text)
	return edits
}

// Suggest implements normalize.Suggester: replacements with a reason are suggested.
func (f *Fixer) Suggest(text string) (edits, suggestions []edit.Edit) {
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if unicode.IsSpace(r) {
			at += size
			continue
		}
		end := at + chunkLength(text[at:])
		f.chunk(text, at, end, func(e edit.Edit) {
			if e.Confidence < made {
				suggestions = append(suggestions, e)
			} else {
				edits = append(edits, e)
			}
		})
		at = end
	}
	return edits, suggestions
}

// chunk looks a run without white space up: with the signs around it, without them,
// and by the words in it.
func (f *Fixer) chunk(text string, start, end int, found func(edit.Edit)) {
	if f.replace(text, start, end, found) {
		return
	}
	chunk := text[start:end]
	left := start + len(chunk) - len(strings.TrimLeftFunc(chunk, wordlist.IsSign))
	right := start + len(strings.TrimRightFunc(chunk, wordlist.IsSign))
	if left >= right || f.replace(text, left, right, found) {
		return
	}
	for at := left; at < right; {
		length := strings.IndexFunc(text[at:right], wordlist.IsSign)
		if length < 0 {
			length = right - at
		}
		f.replace(text, at, at+length, found)
		at += length
		for at < right && strings.IndexFunc(text[at:right], wordlist.IsSign) == 0 {
			_, size := utf8.DecodeRuneInString(text[at:])
			at += size
		}
	}
}

func (f *Fixer) replace(text string, start, end int, found func(edit.Edit)) bool {
	r, ok := f.list.Replacement(text[start:end])
	if !ok {
		return false
	}
	confidence := float64(made)
	if r.Suggested() {
		confidence = suggested
	}
	found(edit.Edit{Start: start, End: end, Before: text[start:end], After: r.Right, Rule: rule, Confidence: confidence})
	return true
}

// chunkLength is the length of the run without white space at the front of text.
func chunkLength(text string) int {
	if i := strings.IndexFunc(text, unicode.IsSpace); i >= 0 {
		return i
	}
	return len(text)
}
