package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"klartext/internal/files"
	"klartext/normalize"
	"klartext/normalize/markup"
)

// textOptions are the flags of klartext text.
type textOptions struct {
	engineOptions
	raw, lines bool
}

func newTextCommand(files *replacer) *cobra.Command {
	var o textOptions
	cmd := &cobra.Command{
		Use:   "text [flags] [FILE...]",
		Short: "Extract clean running text from ALTO, PAGE, hOCR or text files",
		Long: `text writes the clean running text of files to standard output: blocks in reading
order, words divided at line ends joined, each paragraph on a line of its own and
an empty line between them. Without a FILE, or where FILE is -, it reads standard
input.

The words are cleaned as by fix. With --raw they are taken as they stand, and only
those divided at line ends are joined.`,
		Example: `  klartext text page.alto.xml > page.txt
  klartext text --lines scan.hocr
  klartext text --raw clean/*.xml | wc -w`,
		RunE: func(cmd *cobra.Command, names []string) error { return runText(cmd, names, o, files.files()) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.BoolVar(&o.raw, "raw", false, "join the words divided at line ends and change nothing else")
	flags.BoolVar(&o.lines, "lines", false, "keep the lines")
	addFormatFlag(cmd, &o.format)
	addEngineFlags(cmd, &o.engineOptions)
	return cmd
}

// addFormatFlag adds --format, which is completed in the shell.
func addFormatFlag(cmd *cobra.Command, format *string) {
	cmd.Flags().StringVar(format, "format", "auto", "take the files for `NAME`: auto (as each shows), text, alto, page or hocr")
	completeValues(cmd, "format", append([]string{"auto"}, markup.Names()...)...)
}

func runText(cmd *cobra.Command, names []string, o textOptions, source files.Source) error {
	given := cmd.Flags()
	o.readsOnly = true
	if o.raw {
		o.only = []string{"line-ends"}
		if err := given.Set("only", "line-ends"); err != nil {
			return err
		}
	}
	engine, err := newEngine(o.engineOptions, given, source)
	if err != nil {
		return err
	}
	if _, err := engine.pipeline(first(names)); err != nil {
		return err
	}
	if len(names) == 0 {
		names = []string{standardStream}
	}
	var failed error
	for _, name := range names {
		text, err := extract(engine, source, name, cmd.InOrStdin(), o.lines)
		if err != nil {
			fmt.Fprintf(cmd.ErrOrStderr(), "klartext: %v\n", err)
			failed = errReported
			continue
		}
		if _, err := io.WriteString(cmd.OutOrStdout(), text); err != nil {
			return printed(err)
		}
	}
	return failed
}

// extract is the clean text of a file.
func extract(engine *engine, source files.Source, name string, stdin io.Reader, lines bool) (string, error) {
	data, err := readInput(source, name, stdin)
	if err != nil {
		return "", fmt.Errorf("reading %s: %w", called(name), reason(err))
	}
	pipeline, err := engine.pipeline(name)
	if err != nil {
		return "", err
	}
	running, err := pipeline.Running(data)
	if err != nil {
		return "", fmt.Errorf("reading %s: %w", called(name), err)
	}
	result, err := pipeline.Clean(running)
	if err != nil {
		return "", fmt.Errorf("cleaning %s: %w", called(name), err)
	}
	if !lines {
		return normalize.Paragraphs(result.Text), nil
	}
	if n := len(result.Text); n > 0 && result.Text[n-1] != '\n' {
		result.Text += "\n"
	}
	return result.Text, nil
}

func readInput(source files.Source, name string, stdin io.Reader) ([]byte, error) {
	if name == standardStream {
		return readHeld(stdin)
	}
	info, err := source.Stat(name)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, errors.New("is a folder; name the files in it")
	}
	reader, err := openCompressed(source, name)
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	return readHeld(reader)
}
