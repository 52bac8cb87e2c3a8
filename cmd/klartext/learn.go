package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"klartext/dictionary"
	"klartext/dictionary/confusion"
	"klartext/internal/evaluate"
)

// learnOptions are the flags of klartext learn.
type learnOptions struct {
	truth, ocr   confusion.Folder
	name, output string
	noTrial      bool
}

func newLearnCommand(files *replacer) *cobra.Command {
	var o learnOptions
	cmd := &cobra.Command{
		Use:   "learn --gt DIR OCR_DIR [-o FILE]",
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

Words of the pages that the dictionary has not follow, with their counts, if they
stand there twice or more: they are known then, too.

Both texts of a page must be of the same lines in UTF-8, with words divided as
printed. NAME.gt.txt is the truth of NAME.ocr.txt, unless the suffixes say
otherwise. A truth without an OCR text is left out. Ten pages give the commonest
confusions, some hundred a good profile.

Of eight pages or more, every fourth is held back first, to tell how much better
fix does on it with what was learned from the others; the profile written is
learned from all. It is used by --profile, or by profiles in klartext.toml.`,
		Example: `  klartext learn --gt truth/ scans/ -o my-scanner.tsv
  klartext fix --profile my-scanner.tsv scan.txt
  klartext learn --gt pages/ pages/ --gt-suffix .txt --ocr-suffix .eng.txt`,
		Args: cobra.MaximumNArgs(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 && o.ocr.Dir != "" {
				return errors.New("the folder of the OCR texts is given twice")
			}
			if len(args) == 1 {
				o.ocr.Dir = args[0]
			}
			return runLearn(cmd, o, files)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&o.truth.Dir, "gt", "", "the folder `DIR` of the ground truth")
	flags.StringVar(&o.ocr.Dir, "ocr", "", "the folder `DIR` of the OCR texts, if it is not given by itself")
	flags.StringVar(&o.truth.Suffix, "gt-suffix", ".gt.txt", "what the names of the truth's files end in")
	flags.StringVar(&o.ocr.Suffix, "ocr-suffix", ".ocr.txt", "what the names of the OCR texts end in")
	flags.StringVar(&o.name, "name", "", "the profile's `NAME` (default: that of the file written)")
	flags.StringVarP(&o.output, "output", "o", standardStream, "write the table to `FILE` (-: standard output)")
	flags.BoolVar(&o.noTrial, "no-trial", false, "hold no pages back to see how much better the profile does")
	completeFolders(cmd, "gt", "ocr")
	for _, free := range []string{"gt-suffix", "ocr-suffix", "name"} {
		completeValues(cmd, free)
	}
	// The flag is defined above.
	_ = cmd.MarkFlagRequired("gt")
	return cmd
}

func runLearn(cmd *cobra.Command, o learnOptions, files *replacer) error {
	if o.ocr.Dir == "" {
		return errors.New("the folder of the OCR texts is not given")
	}
	if filepath.Clean(o.truth.Dir) == filepath.Clean(o.ocr.Dir) && o.truth.Suffix == o.ocr.Suffix {
		return errors.New("truth and OCR texts are the same files: give them different suffixes")
	}
	o.truth.Source, o.ocr.Source = files.files(), files.files()
	sources, err := listSources(o, files.files())
	if err != nil {
		return failure{err}
	}
	target, err := learnTarget(o.output, sources, files.files())
	if err != nil {
		return err
	}
	pages, err := confusion.ReadPages(o.truth, o.ocr)
	if err != nil {
		return failure{err}
	}
	table, comments, err := learn(o, pages)
	if err != nil {
		return failure{err}
	}
	if left := len(sources.truth) - sources.paired; left > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "klartext: %d of %d pages have no OCR text and were left out\n", left, len(sources.truth))
	}
	write := func(w io.Writer) error { return table.Write(w, comments...) }
	if target == "" {
		err = printed(write(cmd.OutOrStdout()))
	} else if err = files.replace(target, 0o644, false, write); err != nil {
		err = failure{err}
	}
	if err != nil || o.noTrial {
		return err
	}
	if err := trial(cmd.ErrOrStderr(), pages); err != nil {
		return failure{err}
	}
	return nil
}

// learn learns from the pages and returns the table and the comments at its head.
func learn(o learnOptions, pages []confusion.Page) (*confusion.Table, []string, error) {
	table, words, err := learnFrom(o.profileName(), pages)
	if err != nil {
		return nil, nil, err
	}
	if len(table.Rules) == 0 {
		return nil, nil, fmt.Errorf("no confusion occurs often enough to be learned from %d pages with %.0f words", len(pages), words)
	}
	return table, []string{
		fmt.Sprintf("%s: learned by klartext learn from %d pages with %.0f words.", table.Name, len(pages), words),
		fmt.Sprintf("Truth: %s, OCR text: %s", pattern(o.truth), pattern(o.ocr)),
	}, nil
}

// learnFrom learns the confusions and the words of pages, and counts the words of their
// truth.
func learnFrom(name string, pages []confusion.Page) (table *confusion.Table, words float64, err error) {
	var pairs confusion.Pairs
	for _, p := range pages {
		pairs.AddPage(p.Truth, p.Observed)
	}
	all := pairs.All()
	for _, p := range all {
		words += p.N * float64(1+strings.Count(string(p.Truth), " "))
	}
	table = confusion.Learn(name, all)
	return table, words, addWords(table, pages)
}

// addWords adds to a table the words of its pages that the dictionary has not.
func addWords(table *confusion.Table, pages []confusion.Page) error {
	dict, err := dictionary.Embedded()
	if err != nil {
		return err
	}
	truths := func(yield func(string) bool) {
		for _, p := range pages {
			if !yield(evaluate.Dehyphenate(p.Truth)) {
				return
			}
		}
	}
	table.Words = confusion.Vocabulary(truths, func(word string) bool {
		_, known := dict.Lookup(word)
		return known
	})
	return nil
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
