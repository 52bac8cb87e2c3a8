package wordlist

import (
	"fmt"
	"strings"
	"unicode"
)

// Replacement is what the user wants in place of a word.
type Replacement struct {
	// Right is the text to write, one or more words.
	Right string
	// Reason is why a person should decide; empty if none need be asked. A
	// replacement with a reason is a suggestion, not a change.
	Reason string
	// Path and Line say where it was read; empty and 0 if it was given by itself.
	Path string
	Line int
}

// Suggested tells that the replacement is to be suggested and not made.
func (r Replacement) Suggested() bool { return r.Reason != "" }

// place names where a replacement stands in messages.
func (r Replacement) place() string {
	if r.Path == "" {
		return "given before"
	}
	return fmt.Sprintf("%s:%d", r.Path, r.Line)
}

// cutArrow divides a line at its arrow, → or ->.
func cutArrow(line string) (wrong, right string, ok bool) {
	for _, arrow := range []string{"→", "->"} {
		if wrong, right, ok = strings.Cut(line, arrow); ok {
			return wrong, right, true
		}
	}
	return "", "", false
}

// checkReplacement says what is wrong with a replacement.
func checkReplacement(wrong, right string) error {
	if wrong == "" {
		return fmt.Errorf("nothing in front of the arrow")
	}
	if right == "" {
		return fmt.Errorf("nothing after the arrow")
	}
	if err := checkWord(wrong); err != nil {
		return err
	}
	// codespell lists several right forms, or a reason, after commas.
	if strings.Contains(right, ",") {
		return fmt.Errorf("%q has a comma: give one right form, and a reason after a TAB", right)
	}
	if _, _, more := cutArrow(right); more {
		return fmt.Errorf("more than one arrow")
	}
	for part := range strings.SplitSeq(right, " ") {
		if part == "" {
			return fmt.Errorf("%q has two blanks side by side", right)
		}
		if err := checkWord(part); err != nil {
			return err
		}
	}
	if wrong == right {
		return fmt.Errorf("both sides of the arrow are %q", wrong)
	}
	return nil
}

// IsSign tells whether r is no part of a word: words among such signs are replaced,
// too.
func IsSign(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }

// replaceable are the parts of a result that would be looked up: what stands between
// blanks, that without the signs around it, and the words in it.
func replaceable(right string) []string {
	var parts []string
	for part := range strings.SplitSeq(right, " ") {
		parts = append(parts, part, strings.TrimFunc(part, IsSign))
		parts = append(parts, strings.FieldsFunc(part, IsSign)...)
	}
	return parts
}

// checkChains refuses replacements whose result is replaced in turn: a second run
// over a text would change what the first has written.
func checkChains(all map[string]Replacement) error {
	var worst error
	for wrong, r := range all {
		for _, part := range replaceable(r.Right) {
			next, ok := all[part]
			if !ok {
				continue
			}
			err := fmt.Errorf("%s: %s→%s: %q is itself replaced by %q (%s)", r.place(), wrong, r.Right, part, next.Right, next.place())
			if worst == nil || err.Error() < worst.Error() {
				worst = err // the same one each time, whatever the order of the map
			}
		}
	}
	return worst
}
