// Package confusion holds what an OCR engine reads in place of what is printed:
// tables of confusions intended → observed with their probabilities, which are
// the channel P(observed | intended) of the noisy-channel model (Kernighan,
// Church and Gale, "A Spelling Correction Program Based on a Noisy Channel
// Model", 1990; for several letters at once Brill and Moore, "An Improved Error
// Model for Noisy Channel Spelling Correction", 2000).
package confusion

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// MaxLetters is the largest number of characters on either side of a confusion.
const MaxLetters = 3

// Rule says how often one piece of text is read as another.
type Rule struct {
	// Intended is what is printed, Observed what the engine reads: 0 to
	// MaxLetters characters each. An empty Intended is an insertion, an empty
	// Observed a deletion.
	Intended, Observed string
	// Prob is P(Observed | Intended), 0 to 1: of all places where Intended is
	// printed, the share read as Observed. For an insertion it is the share of
	// all characters in front of which Observed is inserted.
	Prob float64
	// Count is how often the confusion was seen; it says how far to trust Prob.
	Count float64
}

// Table is the channel of one kind of OCR.
type Table struct {
	// Name is the profile's name ("tesseract-eng").
	Name string
	// Rules are the confusions, the most frequent first.
	Rules []Rule
	// Words are words of its pages that the dictionary has not. The shipped tables have
	// none.
	Words []Word
}

const header = "intended\tobserved\tprobability\tcount"

// Write writes t as tab-separated text that Read reads: comment lines with #,
// a header, and a line a confusion with a blank shown as ␣ and nothing as ∅; then, if
// there are words, a header and a line for each.
func (t *Table) Write(w io.Writer, comments ...string) error {
	b := bufio.NewWriter(w)
	for _, c := range comments {
		fmt.Fprintln(b, strings.TrimRight("# "+c, " "))
	}
	fmt.Fprintln(b, header)
	for _, r := range t.Rules {
		fmt.Fprintf(b, "%s\t%s\t%.3g\t%.0f\n", show(r.Intended), show(r.Observed), r.Prob, r.Count)
	}
	if len(t.Words) > 0 {
		fmt.Fprintln(b, wordHeader)
	}
	for _, word := range t.Words {
		fmt.Fprintf(b, "%s\t%.0f\n", word.Text, word.Count)
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("writing confusions %s: %w", t.Name, err)
	}
	return nil
}

func show(s string) string {
	if s == "" {
		return "∅"
	}
	return strings.ReplaceAll(s, " ", "␣")
}

func unshow(s string) string {
	if s == "∅" {
		return ""
	}
	return strings.ReplaceAll(s, "␣", " ")
}

// Read reads a table that Write wrote or that a person wrote in its form.
// Errors name the line.
func Read(name string, r io.Reader) (*Table, error) {
	t := &Table{Name: name}
	scanner := bufio.NewScanner(r)
	for number := 1; scanner.Scan(); number++ {
		line := scanner.Text()
		if line == "" || line == header || line == wordHeader || strings.HasPrefix(line, "# ") || line == "#" {
			continue
		}
		if err := t.parse(line); err != nil {
			return nil, fmt.Errorf("confusions %s, line %d: %w", name, number, err)
		}
	}
	if err := scanner.Err(); err != nil {
		return nil, fmt.Errorf("reading confusions %s: %w", name, err)
	}
	return t, nil
}

// parse adds what is in a line: a confusion of four fields, or a word of two.
func (t *Table) parse(line string) error {
	fields := strings.Split(line, "\t")
	if len(fields) == 2 {
		word, err := parseWord(fields[0], fields[1])
		t.Words = append(t.Words, word)
		return err
	}
	rule, err := parseRule(fields)
	t.Rules = append(t.Rules, rule)
	return err
}

func parseRule(fields []string) (Rule, error) {
	if len(fields) != 4 {
		return Rule{}, fmt.Errorf("%d fields instead of intended, observed, probability, count", len(fields))
	}
	r := Rule{Intended: unshow(fields[0]), Observed: unshow(fields[1])}
	for _, side := range []string{r.Intended, r.Observed} {
		if len([]rune(side)) > MaxLetters {
			return Rule{}, fmt.Errorf("%q has more than %d characters", side, MaxLetters)
		}
	}
	if r.Intended == r.Observed {
		return Rule{}, fmt.Errorf("intended and observed are both %q", r.Intended)
	}
	var err error
	if r.Prob, err = strconv.ParseFloat(fields[2], 64); err != nil || !(r.Prob > 0 && r.Prob <= 1) {
		return Rule{}, fmt.Errorf("probability %q is no number above 0 and up to 1", fields[2])
	}
	if r.Count, err = strconv.ParseFloat(fields[3], 64); err != nil || !(r.Count >= 0) || math.IsInf(r.Count, 1) {
		return Rule{}, fmt.Errorf("count %q is no number from 0", fields[3])
	}
	return r, nil
}

// sortRules puts the most frequent first, equal ones by their text.
func sortRules(rules []Rule) {
	slices.SortFunc(rules, func(a, b Rule) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Intended, b.Intended), cmp.Compare(a.Observed, b.Observed))
	})
}
