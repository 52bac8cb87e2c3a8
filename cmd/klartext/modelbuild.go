package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"klartext/dictionary"
	"klartext/dictionary/confusion"
	"klartext/dictionary/domain"
	"klartext/internal/batch"
	"klartext/internal/files"
	"klartext/normalize"
	"klartext/normalize/markup"
)

// modelOptions are the flags of klartext model build.
type modelOptions struct {
	name, licence, output, encoding, format string
	include, exclude                        []string
}

func newModelBuildCommand(files *replacer) *cobra.Command {
	var o modelOptions
	cmd := &cobra.Command{
		Use:   "build [flags] TEXT|DIR...",
		Short: "Compile clean texts into a model of their domain",
		Long: `build reads clean German texts, in any format that fix reads, and folders of them,
and writes a model of their domain.

A word that the dictionary lacks becomes known if it stands there three times, or
twice in different files, and does not look like an error of OCR. What words stand
together counts the more, the more often the texts have the words before.

One line in ten is held back at first: build tells how well they are foreseen
without the model and with it. The perplexity is among how many equally likely
words each word stands, on average; if the model does not lower it, leave it. Then
the model is made of all lines. It takes 1,000 words at least; some 10,000 show
what a model is good for. The same texts give the same file.

The model holds words and sequences of words from the texts: whether it may be
passed on is for their licence to say. --licence keeps a note of that in it.`,
		Example: `  klartext model build -o minutes.ktm transcribed/
  klartext model build --name 'Council minutes' --licence 'CC BY 4.0, city archive' -o minutes.ktm *.txt
  klartext model build -o minutes.ktm --include '**/*.page.xml' corrected/`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, names []string) error { return runModelBuild(cmd, names, o, files) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVarP(&o.output, "output", "o", standardStream, "write the model to `FILE` (-: standard output)")
	flags.StringVar(&o.name, "name", "", "the model's `NAME` (default: that of the file written)")
	flags.StringVar(&o.licence, "licence", "", "keep `NOTE` of the texts' licence in the model")
	flags.StringSliceVar(&o.include, "include", nil, "in folders, take the files that match `PATTERN` (with ** for any folders) instead of those with the endings of OCR texts")
	flags.StringSliceVar(&o.exclude, "exclude", nil, "in folders, leave out files and folders that match `PATTERN`")
	addFormatFlag(cmd, &o.format)
	flags.StringVar(&o.encoding, "encoding", "", "read the texts as `NAME` (utf-8, cp1252, ...) instead of detecting their encoding")
	return cmd
}

func runModelBuild(cmd *cobra.Command, names []string, o modelOptions, files *replacer) error {
	reader, err := o.reader()
	if err != nil {
		return err
	}
	texts, err := o.texts(names, files.files(), cmd.ErrOrStderr())
	if err != nil {
		return err
	}
	target, err := o.target(texts, files.files(), cmd.OutOrStdout())
	if err != nil {
		return err
	}
	data, err := buildModel(reader, texts, o, files.files())
	if err != nil {
		return failure{err}
	}
	m, err := domain.Open(data)
	if err != nil {
		return failure{fmt.Errorf("reading what was built: %w", err)}
	}
	content := func(w io.Writer) error {
		_, err := io.Copy(w, bytes.NewReader(data))
		return err
	}
	if target == "" {
		if err := printed(content(cmd.OutOrStdout())); err != nil {
			return err
		}
		return printed(describeModel(cmd.ErrOrStderr(), o.name, m, int64(len(data))))
	}
	if err := files.replace(target, 0o644, false, content); err != nil {
		return failure{err}
	}
	return printed(describeModel(cmd.OutOrStdout(), o.output, m, int64(len(data))))
}

// reader is what reads the texts. It fails for wrong usage.
func (o modelOptions) reader() (*normalize.Pipeline, error) {
	format, err := markup.Named(o.format)
	if err != nil {
		return nil, err
	}
	if err := (batch.Walk{Include: o.include, Exclude: o.exclude}).Check(); err != nil {
		return nil, err
	}
	return normalize.New(normalize.InFormat(format), normalize.Encoding(o.encoding))
}

// target is the file to write, "" for standard output.
func (o modelOptions) target(texts []string, source files.Source, stdout io.Writer) (string, error) {
	if file, ok := stdout.(*os.File); ok && o.output == standardStream && term.IsTerminal(int(file.Fd())) {
		return "", errors.New("a model is nothing to be shown on a terminal: name a file by --output")
	}
	return learnTarget(o.output, learnSources{truth: texts}, source)
}

func buildModel(reader *normalize.Pipeline, texts []string, o modelOptions, source files.Source) ([]byte, error) {
	dict, err := dictionary.Embedded()
	if err != nil {
		return nil, fmt.Errorf("opening the embedded dictionary: %w", err)
	}
	tables, err := confusion.Shipped()
	if err != nil {
		return nil, err
	}
	builder := domain.NewBuilder(dict, tables)
	for _, text := range texts {
		builder.NextFile()
		if err := addText(builder, reader, source, text, o); err != nil {
			return nil, fmt.Errorf("reading %s: %w", text, reason(err))
		}
	}
	name := o.name
	if name == "" && o.output != standardStream {
		name = strings.TrimSuffix(filepath.Base(o.output), filepath.Ext(o.output))
	}
	data, err := builder.Build(name, o.licence)
	if err != nil {
		return nil, fmt.Errorf("building the model: %w", err)
	}
	return data, nil
}
