package main

import (
	"fmt"
	"io"
	"runtime"
	"slices"

	"klartext/dictionary/confusion"
	"klartext/internal/batch"
	"klartext/internal/evaluate"
	"klartext/normalize"
)

const (
	// heldBack: one page in so many is kept from learning, to see what is learned.
	heldBack = 4
	// leastPages is how many pages there must be for that, mostTried how many are
	// cleaned, which takes longer than learning.
	leastPages = 8
	mostTried  = 30
)

// trial learns from a part of the pages and tells what klartext makes of the others
// with what was learned, and what without.
func trial(w io.Writer, pages []confusion.Page) error {
	if len(pages) < leastPages {
		_, err := fmt.Fprintf(w, "klartext: %d pages are too few to hold some back and see how much better the profile does\n", len(pages))
		return err
	}
	var tried, learned []confusion.Page
	for i, p := range pages {
		if i%heldBack == heldBack-1 {
			tried = append(tried, p)
		} else {
			learned = append(learned, p)
		}
	}
	tried = tried[:min(len(tried), mostTried)]
	table, _, err := learnFrom("./trial", learned)
	if err != nil {
		return err
	}
	var results [2]evaluate.Report
	for i, profiles := range [][]*confusion.Table{nil, {table}} {
		if err := clean(&results[i], tried, profiles); err != nil {
			return err
		}
	}
	without, with := results[0].Change.WordFates, results[1].Change.WordFates
	_, err = fmt.Fprintf(w, `klartext: on %d pages held back, by what was learned from the others, without and with it:
  wrong words put right          %5.1f %%  %5.1f %%
  right words broken of 10,000   %5.1f    %5.1f
  wrong words left               %5.2f %%  %5.2f %%
`, len(tried), 100*without.Recall, 100*with.Recall, without.Harm, with.Harm,
		100*results[0].After.WERWords.Rate, 100*results[1].After.WERWords.Rate)
	return err
}

// clean cleans pages, each with the profiles that are known and those given, and
// measures the outcome.
func clean(report *evaluate.Report, pages []confusion.Page, profiles []*confusion.Table) error {
	p, err := normalize.New(normalize.Profiles(profiles...))
	if err != nil {
		return err
	}
	type cleaned struct {
		confusion.Page
		text string
		err  error
	}
	return batch.Ordered(runtime.GOMAXPROCS(0), slices.Values(pages), func(page confusion.Page) cleaned {
		result, err := p.Clean(page.Observed)
		return cleaned{page, result.Text, err}
	}, func(c cleaned) error {
		if c.err == nil {
			report.AddWithOCR(c.Observed, c.text, evaluate.Dehyphenate(c.Truth), true)
		}
		return c.err
	})
}
