package main

import (
	"bytes"
	"fmt"
	"io"
	"text/tabwriter"

	"klartext/internal/evaluate"
)

// listedFates are those that --show lists, the worst first.
func listedFates() []struct {
	fate  evaluate.Fate
	name  string
	title string
} {
	return []struct {
		fate  evaluate.Fate
		name  string
		title string
	}{
		{evaluate.Broken, "broken", "broken: right before, wrong after"},
		{evaluate.Miscorrected, "miscorrected", "miscorrected: wrong, and changed to something else"},
		{evaluate.Missed, "missed", "missed: wrong, and left alone"},
		{evaluate.Fixed, "fixed", "fixed"},
	}
}

// reportWithCases is the report in JSON, with the words of each fate.
type reportWithCases struct {
	*evaluate.Report
	Words map[string][]evaluate.CaseCount `json:"words,omitempty"`
}

func withCases(r *evaluate.Report, show int) reportWithCases {
	out := reportWithCases{Report: r}
	if r.Change == nil || show == 0 {
		return out
	}
	out.Words = make(map[string][]evaluate.CaseCount)
	for _, l := range listedFates() {
		out.Words[l.name] = r.Change.WordFates.Most(l.fate, show)
	}
	return out
}

// printReport writes the report for people.
func printReport(w io.Writer, r *evaluate.Report, show int) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%d documents, %d characters, %d words of truth\n\n", r.Documents, r.Characters, r.Tokens)
	printRates(&b, r)
	if r.Change != nil {
		printFates(&b, r.Change)
		for _, l := range listedFates() {
			printCases(&b, l.title, r.Change.WordFates.Most(l.fate, show))
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

func printRates(b *bytes.Buffer, r *evaluate.Report) {
	t := newTable(b)
	fmt.Fprintln(t, "\tCER\tWER\tWER of bare words\t")
	row := func(name string, rates evaluate.Rates) {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t\n", name,
			percent(rates.CER.Rate), percent(rates.WER.Rate), percent(rates.WERWords.Rate))
	}
	if r.Change != nil {
		row("OCR text", r.Change.Before)
		row("OCR text, dehyphenated", r.Change.BeforeDehyphenated)
	}
	row("clean text", r.After)
	flush(t)
}

func printFates(b *bytes.Buffer, c *evaluate.Change) {
	from := "the OCR text"
	if c.FromDehyphenated {
		from = "the dehyphenated OCR text"
	}
	fmt.Fprintf(b, "\nfrom %s to the clean text\n", from)
	t := newTable(b)
	fmt.Fprintln(t, "\tkept\tfixed\tbroken\tmissed\tmiscorrected\trecall\tharm/10,000\tprecision\tumlaut recall\t")
	for _, row := range []struct {
		name  string
		tally evaluate.Tally
	}{{"bare words", c.WordFates}, {"with punctuation", c.TokenFates}} {
		f := row.tally
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%d\t%d\t%s\t%.2f\t%s\t%s\t\n", row.name,
			f.Kept, f.Fixed, f.Broken, f.Missed, f.Miscorrected,
			percentOf(f.Recall, f.Fixed+f.Missed+f.Miscorrected), f.Harm,
			percentOf(f.Precision, f.Fixed+f.Broken+f.Miscorrected), percentOf(f.UmlautRecall, f.UmlautWrong))
	}
	flush(t)
}

func printCases(b *bytes.Buffer, title string, cases []evaluate.CaseCount) {
	if len(cases) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%s (truth: before → after)\n", title)
	for _, c := range cases {
		fmt.Fprintf(b, "%6d  %s: %s → %s\n", c.Count, c.Truth, orNothing(c.Before), orNothing(c.After))
	}
}

func newTable(b *bytes.Buffer) *tabwriter.Writer {
	return tabwriter.NewWriter(b, 0, 0, 2, ' ', tabwriter.AlignRight)
}

// flush ends a table. A bytes.Buffer never fails.
func flush(t *tabwriter.Writer) { _ = t.Flush() }

func percent(share float64) string { return fmt.Sprintf("%.2f%%", 100*share) }

// percentOf is a dash where there was nothing to take a share of.
func percentOf(share float64, whole int) string {
	if whole == 0 {
		return "–"
	}
	return percent(share)
}

func orNothing(s string) string {
	if s == "" {
		return "(nothing)"
	}
	return s
}
