package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"klartext/normalize"
	"klartext/normalize/markup"
	"klartext/normalize/words"
)

// textOptions are the flags of klartext text.
type textOptions struct {
	raw, lines       bool
	format, encoding string
	mode             words.Mode
	era              words.Era
}

func newTextCommand() *cobra.Command {
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
		RunE: func(cmd *cobra.Command, names []string) error { return runText(cmd, names, o) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.BoolVar(&o.raw, "raw", false, "join the words divided at line ends and change nothing else")
	flags.BoolVar(&o.lines, "lines", false, "keep the lines")
	addFormatFlag(cmd, &o.format)
	addModeFlag(cmd, &o.mode)
	addEraFlag(cmd, &o.era)
	flags.StringVar(&o.encoding, "encoding", "", "read the input as `NAME` (utf-8, cp1252, ...) instead of detecting its encoding")
	return cmd
}

// addFormatFlag adds --format.
func addFormatFlag(cmd *cobra.Command, format *string) {
	cmd.Flags().StringVar(format, "format", "auto", "take the files for `NAME`: auto (as each shows), text, alto, page or hocr")
}

func runText(cmd *cobra.Command, names []string, o textOptions) error {
	format, err := markup.Named(o.format)
	if err != nil {
		return err
	}
	options := []normalize.Option{normalize.Mode(o.mode), normalize.Era(o.era), normalize.InFormat(format), normalize.Encoding(o.encoding)}
	if o.raw {
		options = append(options, normalize.Only("line-ends"))
	}
	pipeline, err := normalize.New(options...)
	if err != nil {
		return err
	}
	if len(names) == 0 {
		names = []string{standardStream}
	}
	var failed error
	for _, name := range names {
		text, err := extract(pipeline, name, cmd.InOrStdin(), o.lines)
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
func extract(pipeline *normalize.Pipeline, name string, stdin io.Reader, lines bool) (string, error) {
	data, err := readInput(name, stdin)
	if err != nil {
		return "", fmt.Errorf("reading %s: %w", called(name), reason(err))
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

func readInput(name string, stdin io.Reader) ([]byte, error) {
	if name == standardStream {
		return io.ReadAll(stdin)
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, errors.New("is a folder; name the files in it")
	}
	reader, err := openCompressed(name)
	if err != nil {
		return nil, err
	}
	defer reader.Close()
	return io.ReadAll(reader)
}
