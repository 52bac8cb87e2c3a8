package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"unicode"

	"klartext/dictionary"
	"klartext/dictionary/confusion"
	"klartext/normalize"
	"klartext/normalize/words"
)

// row is a proposal and what became of the word.
type row struct {
	set, file     string
	before, after string
	words.Proposal
	outcome outcome
}

// outcome of a change if it were made.
type outcome int

const (
	fixed  outcome = iota // wrong before, right after
	broken                // right before
	moved                 // wrong before and after
)

// folder is a development set.
type folder struct{ name, ocr, suffix, truth, truthSuffix string }

func folders(eval string) []folder {
	sets := []folder{
		{"seed", "seed", ".ocr.txt", "seed", ".gt.clean.txt"},
		{"modern-eng", "modern/eng", ".ocr.txt", "modern/gt", ".gt.clean.txt"},
		{"modern-deu", "modern/deu", ".ocr.txt", "modern/gt", ".gt.clean.txt"},
		{"clean", "clean", "s.txt", "clean", "s.txt"},
		{"clean-drama", "clean", "drama.txt", "clean", "drama.txt"},
	}
	for _, name := range []string{
		"nzz-abbyy-xix", "nzz-abbyy-11", "nzz-tesseract",
		"grenzboten-abbyy-words", "grenzboten-tesseract-words", "grenzboten-ocropus-words",
	} {
		sets = append(sets, folder{name, "historic/" + name, ".ocr.txt", "historic/" + name, ".gt.clean.txt"})
	}
	for i := range sets {
		sets[i].ocr, sets[i].truth = filepath.Join(eval, sets[i].ocr), filepath.Join(eval, sets[i].truth)
	}
	return sets
}

// labeller runs the fixers before the words and asks the word fixer.
type labeller struct {
	before *normalize.Pipeline
	words  *words.Fixer
}

func label(eval, only string, every int) ([]row, error) {
	before, err := normalize.New(normalize.Skip("words"))
	if err != nil {
		return nil, err
	}
	dict, err := dictionary.Embedded()
	if err != nil {
		return nil, err
	}
	tables, err := confusion.Shipped()
	if err != nil {
		return nil, err
	}
	fixer, err := words.New(dict, tables)
	if err != nil {
		return nil, err
	}
	l := labeller{before, fixer}
	var rows []row
	for _, s := range folders(eval) {
		if !strings.Contains(s.name, only) {
			continue
		}
		files, err := filepath.Glob(filepath.Join(s.ocr, "*"+s.suffix))
		if err != nil || len(files) == 0 {
			return nil, fmt.Errorf("no pages in %s (%v)", s.ocr, err)
		}
		if len(files) > 3 {
			files = everyNth(files, every)
		}
		more, err := l.set(s, files)
		if err != nil {
			return nil, err
		}
		rows = append(rows, more...)
	}
	return rows, nil
}

func everyNth(files []string, n int) (out []string) {
	for i := 0; i < len(files); i += n {
		out = append(out, files[i])
	}
	return out
}

// set labels the files of a set, two at a time.
func (l *labeller) set(s folder, files []string) ([]row, error) {
	results := make([][]row, len(files))
	errs := make([]error, len(files))
	var wg sync.WaitGroup
	for worker := range 2 {
		wg.Go(func() {
			for i := worker; i < len(files); i += 2 {
				results[i], errs[i] = l.file(s, files[i])
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return slices.Concat(results...), nil
}

func (l *labeller) file(s folder, path string) ([]row, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading OCR text: %w", err)
	}
	name := strings.TrimSuffix(filepath.Base(path), s.suffix)
	truth, err := os.ReadFile(filepath.Join(s.truth, name+s.truthSuffix))
	if err != nil {
		return nil, fmt.Errorf("reading truth: %w", err)
	}
	text, err := l.before.Decode(raw)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	result, err := l.before.Clean(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	observed, intended := chunks(result.Text), chunks(string(truth))
	partner := alignWords(observed, intended)
	var rows []row
	for _, p := range l.words.Proposals(result.Text) {
		first, _ := slices.BinarySearchFunc(observed, p.Start, func(c chunk, at int) int { return c.end - at - 1 })
		last, _ := slices.BinarySearchFunc(observed, p.End-1, func(c chunk, at int) int { return c.end - at - 1 })
		after := result.Text[observed[first].start:p.Start] + p.After + result.Text[p.End:observed[last].end]
		r := row{set: s.name, file: name, before: result.Text[p.Start:p.End], after: p.After, Proposal: p}
		r.outcome = judge(observed[first:last+1], chunks(after), intended, partner[first:last+1])
		rows = append(rows, r)
	}
	return rows, nil
}

// judge tells what becomes of the words before, whose partners in the truth are
// given, if they are replaced by after.
func judge(before, after, truth []chunk, partner []int) outcome {
	wereRight := true
	for k, c := range before {
		wereRight = wereRight && partner[k] >= 0 && truth[partner[k]].word == c.word
	}
	if wereRight {
		return broken
	}
	for _, j := range partner {
		for from := max(0, j-1); j >= 0 && from <= j+1; from++ {
			if from+len(after) <= len(truth) && slices.EqualFunc(after, truth[from:from+len(after)], func(a, b chunk) bool { return a.word == b.word }) {
				return fixed
			}
		}
	}
	return moved
}

// chunk is a run of characters without white space; word is it without the
// punctuation around it.
type chunk struct {
	start, end int
	word       string
	letters    uint64 // its letter pairs
}

func chunks(text string) (out []chunk) {
	start := -1
	for i, r := range text + " " {
		switch {
		case !unicode.IsSpace(r):
			if start < 0 {
				start = i
			}
		case start >= 0:
			word := bare(text[start:i])
			out = append(out, chunk{start, i, word, pairsOf(word)})
			start = -1
		}
	}
	return out
}

var fold = strings.NewReplacer("ſ", "s", "aͤ", "ä", "oͤ", "ö", "uͤ", "ü", "’", "'")

func bare(s string) string {
	return strings.TrimFunc(fold.Replace(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '§' })
}

func dumpRows(rows []row) string {
	var b strings.Builder
	for _, r := range rows {
		fmt.Fprintf(&b, "%s\t%s\t%d\t%.3f\t%s\t%s", r.set, r.file, r.outcome, r.Confidence, r.before, r.after)
		for _, x := range r.Features {
			fmt.Fprintf(&b, "\t%.2f", x)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
