package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"klartext/internal/batch"
	"klartext/internal/report"
)

// fixOptions are the flags of klartext fix.
type fixOptions struct {
	engineOptions
	inputOptions
	write, diff, listFixers   bool
	resume, quiet             bool
	outputDir, changes, color string
	backup                    string
	reports                   []string
	lang, textField           string
	jsonl                     bool
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

ALTO, PAGE and hOCR files are recognised by their content. In them, only the words
change and what must follow them; every other byte stays.

A folder is searched for OCR files, and its tree is mirrored below --output-dir or
rewritten in place. Hidden files and folders are left out, links to folders are not
followed. Several files are cleaned at a time; the order of what is listed is that
of the files all the same. In the output folder, ` + batch.ManifestName + `
tells of each file what was made of what; with --resume, what it proves to be done
is not done again. Files that end in .gz and .zst are read and written as such.

A file that cannot be read or written is reported, and the others are done.`,
		Example: `  klartext fix scan.txt > clean.txt
  pdftotext scan.pdf - | klartext fix
  klartext fix --diff scan.txt
  klartext fix --write --changes changes.jsonl *.txt
  klartext fix --mode conservative archive.txt
  klartext fix --era historic letters-of-1850.txt
  klartext fix --output-dir clean/ scans/
  klartext fix --output-dir clean/ --include '**/ocr/*.xml' --resume scans/
  klartext fix --same-source --output-dir clean/ book/page-*.txt
  find scans -name '*.xml' -print0 | klartext fix -o clean --files-from - -0
  klartext fix --output-dir clean/ --report report.html scans/
  jq -c '{id, text}' pages.json | klartext fix --jsonl | jq -r .text
  klartext fix --only characters,line-ends scan.txt
  klartext fix --list-fixers`,
		RunE: func(cmd *cobra.Command, names []string) error {
			return runFix(cmd, names, o, files)
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.BoolVarP(&o.write, "write", "w", false, "rewrite the files in place; those that are clean are not touched")
	flags.StringVar(&o.backup, "backup", "", "with --write, keep each file that changes under its name and `SUFFIX`")
	flags.StringVarP(&o.outputDir, "output-dir", "o", "", "write the clean files to `DIR`, under the same names")
	flags.BoolVar(&o.diff, "diff", false, "show the changes as a unified diff instead of the text")
	flags.StringVar(&o.changes, "changes", "", "write each change, and each suggestion (\"applied\":false), as a line of JSON to `FILE` (-: standard output, with --write or --output-dir)")
	flags.StringSliceVar(&o.reports, "report", nil, "write a report of all changes and suggestions to `FILE`: .html for the browser, .csv or .jsonl")
	flags.StringVar(&o.lang, "lang", report.Language(os.Getenv), "the language of the report, `LANG`: de or en")
	flags.BoolVar(&o.jsonl, "jsonl", false, "read and write lines of JSON: objects whose field text is cleaned and gets company by changes")
	flags.StringVar(&o.textField, "text-field", "text", "with --jsonl, the `FIELD` that holds the text")
	addFormatFlag(cmd, &o.format)
	flags.BoolVar(&o.keepOriginal, "keep-original", false, "in ALTO, PAGE and hOCR, store the former reading of a word beside the new one")
	flags.BoolVar(&o.noProvenance, "no-provenance", false, "in ALTO, PAGE and hOCR, do not record that klartext changed the file")
	addInputFlags(cmd, &o.inputOptions)
	flags.BoolVar(&o.resume, "resume", false, "leave out what the manifest in --output-dir proves to be done")
	flags.BoolVarP(&o.quiet, "quiet", "q", false, "show no progress and no summary")
	addEngineFlags(cmd, &o.engineOptions)
	flags.BoolVar(&o.sameSource, "same-source", false, "take the files as read by one engine from one kind of print; they are read twice")
	flags.BoolVar(&o.listFixers, "list-fixers", false, "explain each fixer with an example, and do nothing else")
	flags.BoolVar(&o.foldLongS, "fold-long-s", false, "write s for the long s (ſ), which is kept otherwise")
	flags.StringVar(&o.color, "color", "auto", "colour the diff, `WHEN`: auto, always or never")
	describeDefault(cmd, "lang", "that of the environment")
	completeFixFlags(cmd)
	cmd.MarkFlagsMutuallyExclusive("write", "output-dir", "diff", "jsonl")
	for _, flag := range []string{"changes", "report", "resume", "files-from", "same-source", "format"} {
		cmd.MarkFlagsMutuallyExclusive("jsonl", flag)
	}
	return cmd
}

// completeFixFlags has the shell complete the values of flags that are no files.
func completeFixFlags(cmd *cobra.Command) {
	completeFolders(cmd, "output-dir")
	completeValues(cmd, "lang", "de", "en")
	completeValues(cmd, "color", "auto", "always", "never")
	for _, free := range []string{"backup", "text-field"} {
		completeValues(cmd, free)
	}
}

// runFix checks everything that can be checked, then cleans.
func runFix(cmd *cobra.Command, names []string, o fixOptions, files *replacer) error {
	paint, err := newPainter(o.color, cmd.OutOrStdout())
	if err != nil {
		return err
	}
	engine, err := newEngine(o.engineOptions, cmd.Flags(), files.files())
	if err != nil {
		return err
	}
	tuned, err := engine.pipeline(first(names))
	if err != nil {
		return err
	}
	o.settle(tuned.settings, cmd.Flags())
	if o.listFixers {
		return printed(listFixers(cmd.OutOrStdout(), tuned.Pipeline))
	}
	if err := o.check(); err != nil {
		return err
	}
	if o.jsonl {
		return cleanRecords(cmd, tuned.Pipeline, names, o, files.files())
	}
	if names, err = o.named(names, files.files(), cmd.InOrStdin()); err != nil {
		return err
	}
	x, err := plan(names, o, files.files())
	if err != nil {
		return err
	}
	c := &cleaner{
		engine: engine, files: files, paint: paint, options: o, maxWhole: maxWhole, jobs: o.jobs,
		stdin: cmd.InOrStdin(), stdout: cmd.OutOrStdout(), stderr: cmd.ErrOrStderr(),
	}
	if err := c.open(x); err != nil {
		return failure{err}
	}
	err = c.all(x.jobs)
	if closing := c.close(); err == nil && closing != nil {
		err = failure{closing}
	}
	return err
}

// first is the input whose settings hold for a run as a whole.
func first(names []string) string {
	if len(names) == 0 {
		return standardStream
	}
	return names[0]
}

// check refuses options that make no sense together.
func (o fixOptions) check() error {
	switch {
	case o.backup != "" && !o.write:
		return errors.New("--backup goes with --write, which is not given")
	case strings.ContainsRune(o.backup, filepath.Separator):
		return errors.New("--backup is added to the name of a file and has no " + string(filepath.Separator))
	case o.resume && o.outputDir == "":
		return errors.New("--resume goes by the manifest in --output-dir, which is not given")
	}
	for _, path := range o.reports {
		if err := report.Check(path, o.lang); err != nil {
			return err
		}
	}
	return o.inputOptions.check()
}

// open makes ready what the work on x is noted in.
func (c *cleaner) open(x expanded) error {
	o := c.options
	isBatch := len(x.folders) > 0 || o.filesFrom != "" || o.resume
	if isBatch && (o.outputDir != "" || o.write) {
		c.progress = newProgress(c.stderr, o.quiet, x.skipped)
	} else if !o.quiet {
		writeLeftOut(c.stderr, x.skipped)
	}
	if o.outputDir != "" {
		if err := c.files.files().MkdirAll(o.outputDir); err != nil {
			return fmt.Errorf("making %s: %w", called(o.outputDir), reason(err))
		}
	}
	if o.outputDir != "" && isBatch {
		if _, err := batch.RemoveTemporary(c.files.files(), o.outputDir); err != nil && o.resume {
			return fmt.Errorf("removing what an interrupted run left in %s: %w", called(o.outputDir), reason(err))
		}
		manifest, err := batch.OpenManifest(c.files.files(), o.outputDir)
		if err != nil {
			return err
		}
		for _, folder := range x.folders {
			manifest.ForgetFailures(folder)
		}
		c.manifest = manifest
	}
	for _, path := range o.reports {
		writer, err := report.New(c.files.files(), path, o.lang)
		if err != nil {
			return reporting(path, err)
		}
		c.observers = append(c.observers, &reporter{path: path, writer: writer, files: c.files})
	}
	log, err := openChangeLog(c.files.files(), o.changes, c.stdout)
	if err != nil {
		return err
	}
	if log != nil {
		c.log = log
		c.observers = append(c.observers, log)
	}
	return nil
}

// close finishes what open has begun, and returns the first error of that.
func (c *cleaner) close() error {
	var err error
	for _, o := range c.observers {
		if finishing := o.finish(); err == nil {
			err = finishing
		}
	}
	// The manifest is to say nothing of files that might not last.
	if settling := c.files.settleAll(); err == nil {
		err = settling
	}
	if c.manifest != nil {
		if closing := c.manifest.Close(); err == nil {
			err = closing
		}
	}
	return err
}

// recordedTime is the time that files record: now, or what SOURCE_DATE_EPOCH says
// (https://reproducible-builds.org/specs/source-date-epoch).
func recordedTime(now time.Time) (time.Time, error) {
	epoch := os.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return now, nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH is seconds since 1970, not %q", epoch)
	}
	return time.Unix(seconds, 0), nil
}
