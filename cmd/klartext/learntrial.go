package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"klartext/dictionary"
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

// learnPage is a page's name and its texts.
type learnPage struct{ truth, observed string }

// readPages reads the pages to learn from, in order of their names.
func readPages(o learnOptions) ([]learnPage, error) {
	truths, err := listFolder(o.truth)
	if err != nil {
		return nil, err
	}
	slices.Sort(truths)
	var pages []learnPage
	for _, path := range truths {
		name := strings.TrimSuffix(filepath.Base(path), o.truth.Suffix)
		observed, err := os.ReadFile(filepath.Join(o.ocr.Dir, name+o.ocr.Suffix))
		if err != nil {
			continue // a truth without an OCR text is left out
		}
		truth, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", path, reason(err))
		}
		pages = append(pages, learnPage{string(truth), string(observed)})
	}
	return pages, nil
}

// addWords adds to a table the words of its pages that the dictionary has not.
func addWords(table *confusion.Table, pages []learnPage) error {
	dict, err := dictionary.Embedded()
	if err != nil {
		return err
	}
	table.Words = confusion.Vocabulary(func(yield func(string) bool) {
		for _, p := range pages {
			if !yield(evaluate.Dehyphenate(p.truth)) {
				return
			}
		}
	}, func(word string) bool {
		_, known := dict.Lookup(word)
		return known
	})
	return nil
}

// trial learns from a part of the pages and tells what klartext makes of the others
// with what was learned, and what without.
func trial(w io.Writer, o learnOptions) error {
	pages, err := readPages(o)
	if err != nil {
		return err
	}
	if len(pages) < leastPages {
		_, err := fmt.Fprintf(w, "klartext: %d pages are too few to hold some back and see how much better the profile does\n", len(pages))
		return err
	}
	var pairs confusion.Pairs
	var tried, learned []learnPage
	for i, p := range pages {
		if i%heldBack == heldBack-1 {
			tried = append(tried, p)
			continue
		}
		learned = append(learned, p)
		pairs.AddPage(p.truth, p.observed)
	}
	tried = tried[:min(len(tried), mostTried)]
	table := confusion.Learn("./trial", pairs.All())
	if err := addWords(table, learned); err != nil {
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
func clean(report *evaluate.Report, pages []learnPage, profiles []*confusion.Table) error {
	p, err := normalize.New(normalize.Profiles(profiles...))
	if err != nil {
		return err
	}
	type cleaned struct {
		learnPage
		text string
		err  error
	}
	return batch.Ordered(runtime.GOMAXPROCS(0), slices.Values(pages), func(page learnPage) cleaned {
		result, err := p.Clean(page.observed)
		return cleaned{page, result.Text, err}
	}, func(c cleaned) error {
		if c.err == nil {
			report.AddWithOCR(c.observed, c.text, evaluate.Dehyphenate(c.truth), true)
		}
		return c.err
	})
}
