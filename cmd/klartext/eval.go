package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"klartext/internal/evaluate"
	"klartext/internal/files"
)

// evalOptions are the flags of klartext eval.
type evalOptions struct {
	truth, ocr                        []string
	truthSuffix, ocrSuffix, outSuffix string
	dehyphenate, json                 bool
	show                              int
}

func newEvalCommand(files *replacer) *cobra.Command {
	var o evalOptions
	cmd := &cobra.Command{
		Use:   "eval --gt DIR [--ocr DIR] OUT_DIR\n  klartext eval --gt FILE [--ocr FILE] OUT_FILE",
		Short: "Measure clean text against ground truth",
		Long: `eval compares clean text with its ground truth: CER and WER, the edits in
characters and in words for each of the truth's. Runs of white space count as one
blank, so line breaks never matter, and all texts are compared in Unicode's NFC.

With the OCR text it also follows every word of the truth. A word is kept (right
before and after), fixed, broken, missed (wrong and left alone) or miscorrected
(wrong, and changed to something else). Then
  recall     is fixed / (fixed + missed + miscorrected),
  harm       is broken for 10,000 words that were right, and
  precision  is fixed / (fixed + broken + miscorrected).
Compare cleaners with --dehyphenate, so that merely joining divided words earns
nothing.

Of folders, every NAME + suffix of the truth is compared; a missing output or OCR
text is an error. Of files, give --gt and --ocr once for each OUT_FILE, in the
same order.`,
		Example: `  klartext eval --gt truth/ clean/
  klartext eval --gt truth/ --ocr scans/ --dehyphenate --show 20 clean/
  klartext eval --gt gt/ --gt-suffix .gt.txt --ocr ocr/ --ocr-suffix .ocr.txt clean/
  klartext eval --gt page.gt.txt --ocr page.ocr.txt --json page.clean.txt`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, outputs []string) error { return runEval(cmd, outputs, o, files.files()) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringArrayVar(&o.truth, "gt", nil, "the ground truth, a folder or file `PATH`")
	flags.StringArrayVar(&o.ocr, "ocr", nil, "the OCR text that was cleaned, a folder or file `PATH`")
	flags.StringVar(&o.truthSuffix, "gt-suffix", ".txt", "what the names of the truth's files end in")
	flags.StringVar(&o.ocrSuffix, "ocr-suffix", ".txt", "what the names of the OCR texts end in")
	flags.StringVar(&o.outSuffix, "out-suffix", ".txt", "what the names of the clean texts end in")
	flags.BoolVar(&o.dehyphenate, "dehyphenate", false, "follow words from the OCR text with divided words naively joined")
	flags.IntVar(&o.show, "show", 0, "list the `N` most frequent words of each fate (-1: all)")
	flags.BoolVar(&o.json, "json", false, "print JSON")
	for _, free := range []string{"gt-suffix", "ocr-suffix", "out-suffix", "show"} {
		completeValues(cmd, free)
	}
	// The flag is defined above.
	_ = cmd.MarkFlagRequired("gt")
	return cmd
}

func runEval(cmd *cobra.Command, outputs []string, o evalOptions, source files.Source) error {
	if o.dehyphenate && len(o.ocr) == 0 {
		return errors.New("--dehyphenate needs the OCR text: add --ocr")
	}
	pages, err := findPages(outputs, o, source)
	if err != nil {
		return err
	}
	var report evaluate.Report
	for _, p := range pages {
		if err := addPage(&report, source, p, o.dehyphenate); err != nil {
			return failure{err}
		}
	}
	if !o.json {
		return printed(printReport(cmd.OutOrStdout(), &report, o.show))
	}
	encoder := json.NewEncoder(cmd.OutOrStdout())
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return printed(encoder.Encode(withCases(&report, o.show)))
}

func addPage(report *evaluate.Report, source files.Source, p page, dehyphenate bool) error {
	truth, err := readText(source, p.truth)
	if err != nil {
		return err
	}
	output, err := readText(source, p.output)
	if err != nil {
		return err
	}
	if p.ocr == "" {
		report.Add(output, truth)
		return nil
	}
	ocr, err := readText(source, p.ocr)
	if err != nil {
		return err
	}
	report.AddWithOCR(ocr, output, truth, dehyphenate)
	return nil
}

// readText reads UTF-8: figures of guessed encodings would be no figures.
func readText(source files.Source, path string) (string, error) {
	data, err := readWhole(source, path)
	if err == nil && !utf8.Valid(data) {
		err = errors.New("is not UTF-8")
	}
	if err != nil {
		return "", fmt.Errorf("reading %s: %w", path, reason(err))
	}
	return string(data), nil
}
