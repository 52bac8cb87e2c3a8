package report

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"klartext/normalize"
)

// around is how many characters of the text are shown on either side of a change.
const around = 32

// shown is a change with the text around it, on one line.
type shown struct {
	normalize.Change
	left, right string
}

// inContext returns the changes and suggestions of d, in order of their place, with
// the text around them.
func inContext(d Document) []shown {
	all := slices.Concat(d.Changes, d.Suggestions)
	slices.SortStableFunc(all, func(a, b normalize.Change) int { return cmp.Compare(a.Start, b.Start) })
	out := make([]shown, len(all))
	for i, c := range all {
		out[i] = shown{Change: c}
		// Of a text that was streamed, there is no more than the changes.
		if c.End <= len(d.Text) && d.Text[c.Start:c.End] == c.Before {
			out[i].left = oneLine(lastCharacters(d.Text[:c.Start]))
			out[i].right = oneLine(firstCharacters(d.Text[c.End:]))
		}
	}
	return out
}

func firstCharacters(s string) string {
	at := 0
	for range around {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return s[:at]
}

func lastCharacters(s string) string {
	at := len(s)
	for range around {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}

// oneLine makes the line ends in s visible.
func oneLine(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.NewReplacer("\n", "⏎", "\r", "⏎", "\t", " ", "\f", "⏎").Replace(s)
}

// visible makes a text visible that is shown by itself: line ends, and blanks if there
// is nothing else. The page's script has the same.
func visible(s string) string {
	if s != "" && strings.Trim(s, " ") == "" {
		return strings.ReplaceAll(s, " ", "␣")
	}
	return oneLine(s)
}
