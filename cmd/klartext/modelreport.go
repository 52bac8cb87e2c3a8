package main

import (
	"bytes"
	"fmt"
	"io"
	"text/tabwriter"

	"klartext/dictionary/domain"
)

// describeModel says what a model of so many bytes is made of, and what it is good for.
func describeModel(w io.Writer, path string, m *domain.Model, size int64) error {
	var b bytes.Buffer
	info := m.Info()
	if path != "" {
		fmt.Fprintf(&b, "%s\n", path)
	}
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	row := func(what, text string) {
		if text != "" {
			// It goes into memory.
			_, _ = fmt.Fprintf(t, "  %s\t%s\n", what, text)
		}
	}
	bigrams, trigrams := m.Grams().Size()
	row("name", info.Name)
	row("licence", info.Licence)
	row("made of", count(info.Files, "file")+", "+count(info.Words, "word"))
	row("new words", number(info.NewWords))
	row("sequences", number(bigrams)+" of two words, "+number(trigrams)+" of three")
	row("size", fmt.Sprintf("%.1f MB", float64(size)/1e6))
	row("perplexity", trialText(info.Trial))
	if err := t.Flush(); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

// trialText says how well the lines held back were foreseen.
func trialText(t domain.Trial) string {
	if t.Tokens == 0 {
		return "not known, since no line was held back"
	}
	change := fmt.Sprintf("%.0f %% less", 100*(1-t.Merged/t.Shipped))
	if t.Merged >= t.Shipped {
		change = "no help with texts like these"
	}
	return fmt.Sprintf("%.1f without the model, %.1f with it: %s (%s held back)", t.Shipped, t.Merged, change, number(t.Tokens)+" words and signs")
}
