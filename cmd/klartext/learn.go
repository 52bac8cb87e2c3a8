package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"klartext/dictionary/confusion"
)

// learnOptions are the flags of klartext learn.
type learnOptions struct {
	truth, ocr   confusion.Folder
	name, output string
}

func newLearnCommand(files *replacer) *cobra.Command {
	var o learnOptions
	cmd := &cobra.Command{
		Use:   "learn --gt DIR --ocr DIR [-o FILE]",
		Short: "Learn an OCR engine's confusions from pages and their truth",
		Long: `learn aligns pages that an OCR engine has read with their ground truth and writes
which characters it takes for which, and how often: a line for each confusion,
the most frequent first, of four fields separated by tabs.

  intended     what is printed, up to 3 characters; ∅ is nothing, ␣ a blank
  observed     what is read there
  probability  the share of the places where intended is printed that are read
               as observed
  count        how often that was seen; confusions seen less than 3 times are
               left out

Both texts of a page must be of the same lines in UTF-8, with words divided as
printed. NAME.gt.txt is the truth of NAME.ocr.txt, unless the suffixes say
otherwise. A truth without an OCR text is left out. Ten pages give the commonest
confusions, some hundred a good profile.`,
		Example: `  klartext learn --gt truth/ --ocr scans/ -o my-scanner.tsv
  klartext learn --gt pages/ --ocr pages/ --gt-suffix .txt --ocr-suffix .eng.txt`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return runLearn(cmd, o, files) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&o.truth.Dir, "gt", "", "the folder `DIR` of the ground truth")
	flags.StringVar(&o.ocr.Dir, "ocr", "", "the folder `DIR` of the OCR texts")
	flags.StringVar(&o.truth.Suffix, "gt-suffix", ".gt.txt", "what the names of the truth's files end in")
	flags.StringVar(&o.ocr.Suffix, "ocr-suffix", ".ocr.txt", "what the names of the OCR texts end in")
	flags.StringVar(&o.name, "name", "", "the profile's `NAME` (default: that of the file written)")
	flags.StringVarP(&o.output, "output", "o", standardStream, "write the table to `FILE` (-: standard output)")
	for _, required := range []string{"gt", "ocr"} {
		// The flag is defined a few lines above.
		_ = cmd.MarkFlagRequired(required)
	}
	return cmd
}

func runLearn(cmd *cobra.Command, o learnOptions, files *replacer) error {
	if filepath.Clean(o.truth.Dir) == filepath.Clean(o.ocr.Dir) && o.truth.Suffix == o.ocr.Suffix {
		return errors.New("truth and OCR texts are the same files: give them different suffixes")
	}
	sources, err := listSources(o)
	if err != nil {
		return failure{err}
	}
	target, err := learnTarget(o.output, sources)
	if err != nil {
		return err
	}
	table, comments, err := learn(o)
	if err != nil {
		return failure{err}
	}
	if left := len(sources.truth) - sources.paired; left > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "klartext: %d of %d pages have no OCR text and were left out\n", left, len(sources.truth))
	}
	write := func(w io.Writer) error { return table.Write(w, comments...) }
	if target == "" {
		return printed(write(cmd.OutOrStdout()))
	}
	if err := files.replace(target, 0o644, false, write); err != nil {
		return failure{err}
	}
	return nil
}

// learn reads the pages and returns the table and the comments at its head.
func learn(o learnOptions) (*confusion.Table, []string, error) {
	pairs, pages, err := confusion.ReadPages(o.truth, o.ocr)
	if err != nil {
		return nil, nil, err
	}
	all := pairs.All()
	words := 0.0
	for _, p := range all {
		words += p.N * float64(1+strings.Count(string(p.Truth), " "))
	}
	table := confusion.Learn(o.profileName(), all)
	if len(table.Rules) == 0 {
		return nil, nil, fmt.Errorf("no confusion occurs often enough to be learned from %d pages with %.0f words", pages, words)
	}
	return table, []string{
		fmt.Sprintf("%s: learned by klartext learn from %d pages with %.0f words.", table.Name, pages, words),
		fmt.Sprintf("Truth: %s, OCR text: %s", pattern(o.truth), pattern(o.ocr)),
	}, nil
}

func (o learnOptions) profileName() string {
	switch {
	case o.name != "":
		return o.name
	case o.output != standardStream:
		return strings.TrimSuffix(filepath.Base(o.output), filepath.Ext(o.output))
	}
	return filepath.Base(o.ocr.Dir)
}
