package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"klartext/normalize"
	"klartext/normalize/words"
)

// fixOptions are the flags of klartext fix.
type fixOptions struct {
	write, diff, listFixers, foldLongS  bool
	sameSource                          bool
	outputDir, changes, encoding, color string
	only, skip                          []string
	mode                                words.Mode
	era                                 words.Era
}

func newFixCommand(files *replacer) *cobra.Command {
	var o fixOptions
	cmd := &cobra.Command{
		Use:   "fix [flags] [FILE...]",
		Short: "Clean OCR text",
		Long: `fix cleans OCR text. Without a FILE, or where FILE is -, it reads standard
input. The clean texts go to standard output, in the order of the files, unless
--write, --output-dir or --diff says otherwise.

Lines stay as they are, but the second half of a word divided at a line end moves
up to the first. Blank lines, form feeds, the kind of line ends and the end of
the file stay as found; a byte order mark is dropped. Any input encoding is
detected; the output is UTF-8.

How a text was misread shows in its errors, if it is long enough. With
--same-source, the files given together are taken as of one kind of print and read
by one engine: a page has the others to tell how it was misread. They are read
twice.

A file that cannot be read or written is reported, and the others are done.`,
		Example: `  klartext fix scan.txt > clean.txt
  pdftotext scan.pdf - | klartext fix
  klartext fix --diff scan.txt
  klartext fix --write --changes changes.jsonl *.txt
  klartext fix --mode conservative archive.txt
  klartext fix --era historic letters-of-1850.txt
  klartext fix --output-dir clean/ scans/*.txt
  klartext fix --same-source --output-dir clean/ book/page-*.txt
  klartext fix --only characters,line-ends scan.txt
  klartext fix --list-fixers`,
		RunE: func(cmd *cobra.Command, names []string) error {
			return runFix(cmd, names, o, files)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.BoolVarP(&o.write, "write", "w", false, "rewrite the files in place; those that are clean are not touched")
	flags.StringVarP(&o.outputDir, "output-dir", "o", "", "write the clean files to `DIR`, under the same names")
	flags.BoolVar(&o.diff, "diff", false, "show the changes as a unified diff instead of the text")
	flags.StringVar(&o.changes, "changes", "", "write each change, and each suggestion (\"applied\":false), as a line of JSON to `FILE` (-: standard output, with --write or --output-dir)")
	addModeFlag(cmd, &o.mode)
	addEraFlag(cmd, &o.era)
	flags.BoolVar(&o.sameSource, "same-source", false, "take the files as read by one engine from one kind of print; they are read twice")
	flags.StringSliceVar(&o.only, "only", nil, "run just these `FIXERS`, separated by commas")
	flags.StringSliceVar(&o.skip, "skip", nil, "leave out these `FIXERS`")
	flags.BoolVar(&o.listFixers, "list-fixers", false, "explain each fixer with an example, and do nothing else")
	flags.StringVar(&o.encoding, "encoding", "", "read the input as `NAME` (utf-8, cp1252, cp850, utf-16le, ...) instead of detecting its encoding")
	flags.BoolVar(&o.foldLongS, "fold-long-s", false, "write s for the long s (ſ), which is kept otherwise")
	flags.StringVar(&o.color, "color", "auto", "colour the diff, `WHEN`: auto, always or never")
	cmd.MarkFlagsMutuallyExclusive("write", "output-dir", "diff")
	return cmd
}

// runFix checks everything that can be checked, then cleans.
func runFix(cmd *cobra.Command, names []string, o fixOptions, files *replacer) error {
	paint, err := newPainter(o.color, cmd.OutOrStdout())
	if err != nil {
		return err
	}
	pipeline, err := normalize.New(o.pipelineOptions()...)
	if err != nil {
		return err
	}
	if o.listFixers {
		return printed(listFixers(cmd.OutOrStdout(), pipeline))
	}
	jobs, err := plan(names, o)
	if err != nil {
		return err
	}
	if o.outputDir != "" {
		if err := os.MkdirAll(o.outputDir, 0o777); err != nil {
			return failure{fmt.Errorf("making %s: %w", o.outputDir, reason(err))}
		}
	}
	log, err := openChangeLog(o.changes, cmd.OutOrStdout())
	if err != nil {
		return failure{err}
	}
	c := &cleaner{
		pipeline: pipeline, log: log, files: files, paint: paint, options: o, maxWhole: maxWhole,
		stdin: cmd.InOrStdin(), stdout: cmd.OutOrStdout(), stderr: cmd.ErrOrStderr(),
	}
	err = c.all(jobs)
	if closing := log.finish(); err == nil && closing != nil {
		err = failure{closing}
	}
	return err
}

func (o fixOptions) pipelineOptions() []normalize.Option {
	options := []normalize.Option{normalize.Only(o.only...), normalize.Skip(o.skip...), normalize.Mode(o.mode), normalize.Era(o.era)}
	if o.encoding != "" {
		options = append(options, normalize.Encoding(o.encoding))
	}
	if o.foldLongS {
		options = append(options, normalize.FoldLongS())
	}
	return options
}
