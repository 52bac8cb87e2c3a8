package settings

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"klartext/normalize/decode"
)

// fixers are the names of the fixers of a pipeline, in its order. To have them from
// package normalize would be to load all of its data for reading a settings file.
func fixers() []string {
	return []string{"decode", "characters", "line-ends", "words", "typography"}
}

func fixer(r *reader, n *node) (string, bool) { return checked(checkFixer)(r, n) }

func checkFixer(name string) error {
	if slices.Contains(fixers(), name) {
		return nil
	}
	if near, ok := nearest(name, fixers()); ok {
		return fmt.Errorf("there is no fixer %q; did you mean %q?", name, near)
	}
	return fmt.Errorf("there is no fixer %q; there are %s", name, strings.Join(fixers(), ", "))
}

func encoding(r *reader, n *node) (string, bool) { return checked(decode.CheckName)(r, n) }

// rule is not looked up: which rules there are, only what finds them knows.
func rule(r *reader, n *node) (string, bool) {
	return checked(func(name string) error {
		parts := strings.Split(name, "/")
		if len(parts) > 2 || slices.ContainsFunc(parts, isNoIdentifier) {
			return fmt.Errorf("%q is no rule; they are named as in \"typography/quotes\"", name)
		}
		return nil
	})(r, n)
}

// identifier is not looked up either; see rule.
func identifier(r *reader, n *node) (string, bool) {
	return checked(func(name string) error {
		if isNoIdentifier(name) {
			return fmt.Errorf("%q is no name: those are of a-z, 0-9 and -", name)
		}
		return nil
	})(r, n)
}

func isNoIdentifier(name string) bool {
	noPart := func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-') }
	return name == "" || strings.ContainsFunc(name, noPart)
}

// word is refused if no word of a text can be like it.
func word(r *reader, n *node) (string, bool) {
	return checked(func(s string) error {
		if s == "" || strings.ContainsFunc(s, unicode.IsSpace) {
			return fmt.Errorf("%q is not one word", s)
		}
		return nil
	})(r, n)
}

func expression(r *reader, n *node) (*regexp.Regexp, bool) {
	return named(func(s string) (*regexp.Regexp, error) {
		e, err := regexp.Compile(s)
		if err != nil {
			return nil, err
		}
		if e.MatchString("") {
			return nil, errors.New("the expression matches the empty text, and that is everywhere")
		}
		return e, nil
	})(r, n)
}
