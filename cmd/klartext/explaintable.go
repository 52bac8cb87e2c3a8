package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"text/tabwriter"

	"klartext/normalize/words"
)

// writeExplanations prints explanations for people to read.
func writeExplanations(w io.Writer, all []explained) error {
	var b strings.Builder
	for i, x := range all {
		if i > 0 {
			b.WriteString("\n")
		}
		writeDocument(&b, x)
		if x.line {
			writeOverview(&b, x.Explanation.Words)
		}
		for _, word := range x.Explanation.Words {
			if !x.line || isDoubtful(word) {
				b.WriteString("\n")
				writeWord(&b, word)
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// isDoubtful tells whether a word of a line is worth more than a mention.
func isDoubtful(w words.ExplainedWord) bool {
	return w.Decision != words.Untouchable && (w.Proposal != nil || w.Entry.Found == "" && len(w.Entry.Compound) == 0)
}

func writeDocument(b *strings.Builder, x explained) {
	d := x.Explanation.Document
	fmt.Fprintf(b, "%s: %d of %d words unknown, noise %.2f", x.Subject, d.Unknown, d.Words, d.Noise)
	for i, e := range d.Engines {
		fmt.Fprintf(b, "%s%s %.0f %%", []string{"; read like ", ", "}[min(i, 1)], e.Name, 100*e.Share)
	}
	if d.Era != "" {
		fmt.Fprintf(b, "; spelling: %s", d.Era)
	}
	b.WriteString("\n")
}

// table aligns cells that are separated by tabs.
func table(b *strings.Builder, fill func(w io.Writer)) {
	w := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	fill(w)
	w.Flush() // a Builder does not fail
}

// writeOverview lists the words of a line.
func writeOverview(b *strings.Builder, list []words.ExplainedWord) {
	b.WriteString("\n")
	table(b, func(w io.Writer) {
		for _, x := range list {
			fmt.Fprintf(w, "  %s\t%s\t%s\n", arrow(x), x.Decision, entry(x.Entry))
		}
	})
}

// arrow shows a word with the change considered.
func arrow(w words.ExplainedWord) string {
	if w.Proposal == nil {
		return w.Word
	}
	return w.Word + " → " + oneLine(w.Proposal.After)
}

// entry says what the dictionary knows of a word.
func entry(e words.Entry) string {
	switch {
	case e.Found != "":
		eras := ""
		if len(e.Eras) > 0 {
			eras = "; spelling of " + strings.Join(e.Eras, ", ")
		}
		return fmt.Sprintf("%s, %s per million (%s%s)", e.Found, threeDigits(e.PerMillion), strings.Join(e.Sources, ", "), eras)
	case len(e.Compound) > 0:
		return "compound " + strings.Join(e.Compound, "+")
	}
	return "not in the dictionary"
}

// threeDigits rounds to what can be told of a frequency.
func threeDigits(x float64) string {
	if x >= 100 {
		return fmt.Sprintf("%.0f", x)
	}
	return fmt.Sprintf("%.2g", x)
}

// writeWord prints all of a word.
func writeWord(b *strings.Builder, w words.ExplainedWord) {
	fmt.Fprintf(b, "%s: %s (%s", arrow(w), w.Decision, w.Reason)
	if p := w.Proposal; p != nil {
		fmt.Fprintf(b, "; confidence %.3f, needed %.2f", p.Confidence, p.Least)
	}
	fmt.Fprintf(b, ")\n  %s", entry(w.Entry))
	if w.Occurrences > 1 {
		fmt.Fprintf(b, "; stands in the text %d times", w.Occurrences)
	}
	b.WriteString("\n")
	if len(w.Readings) > 0 {
		writeReadings(b, w.Readings)
	}
	if w.Proposal != nil {
		writeEvidence(b, w.Proposal.Evidence, w.Proposal.Rest)
	}
}

func writeReadings(b *strings.Builder, readings []words.Reading) {
	b.WriteString("\n")
	table(b, func(w io.Writer) {
		fmt.Fprintln(w, "  reading\tposterior\tchannel\tcontext\tconfusions\tdictionary")
		for i, r := range readings {
			text, ways := oneLine(r.Text), confusions(r)
			if i == 0 {
				ways = "as it stands"
			}
			if strings.TrimSpace(text) == "" {
				text = "[blank]"
			}
			fmt.Fprintf(w, "  %s\t%.4f\t%.1f\t%.1f\t%s\t%s\n", text, r.Posterior, r.Channel, r.Context, ways, entry(r.Entry))
		}
	})
}

// confusions lists how a reading was misread.
func confusions(r words.Reading) string {
	var ways []string
	for _, c := range r.Confusions {
		ways = append(ways, fmt.Sprintf("%s→%s cost %.1f, seen %.1f", orNothing(c.Intended), orNothing(c.Observed), c.Cost, c.Seen))
	}
	if r.Edited {
		ways = append(ways, "a letter changed")
	}
	if r.Words > 1 {
		ways = append(ways, "a blank gained")
	}
	if strings.Contains(r.Text, " ") {
		ways = append(ways, "a blank lost")
	}
	return strings.Join(ways, "; ")
}

// shownEvidence is how many of the features are listed.
const shownEvidence = 12

// writeEvidence lists the features that weigh most.
func writeEvidence(b *strings.Builder, evidence []words.Evidence, rest float64) {
	b.WriteString("\n")
	sorted := slices.Clone(evidence)
	slices.SortStableFunc(sorted, func(x, y words.Evidence) int { return cmp.Compare(math.Abs(y.Weight), math.Abs(x.Weight)) })
	table(b, func(w io.Writer) {
		fmt.Fprintln(w, "  evidence for the change\tvalue\tweight")
		for i, e := range sorted {
			if i < shownEvidence {
				fmt.Fprintf(w, "  %s\t%.2f\t%+.2f\n", e.Feature, e.Value, e.Weight)
			} else {
				rest += e.Weight
			}
		}
		sum := rest
		for _, e := range sorted[:min(len(sorted), shownEvidence)] {
			sum += e.Weight
		}
		fmt.Fprintf(w, "  the rest\t\t%+.2f\n  log odds\t\t%+.2f\n", rest, sum)
	})
}
