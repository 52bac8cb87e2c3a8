package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"klartext/dictionary"
	"klartext/dictionary/confusion"
	"klartext/dictionary/wordlist"
	"klartext/internal/settings"
)

func newDictCheckCommand(files *replacer) *cobra.Command {
	var o engineOptions
	cmd := &cobra.Command{
		Use:   "check [flags] [FILE...]",
		Short: "Warn of entries that look like OCR errors",
		Long: `check warns of entries of the lists, those named and those of the settings, that the
dictionary does not know and that OCR makes of a common word: they would keep the
error from being repaired. Exit codes: 0 none, 2 some, 1 a list cannot be read.`,
		Example: `  klartext dict check names.txt`,
		RunE: func(cmd *cobra.Command, names []string) error {
			o.dicts = append(o.dicts, names...)
			list, _, err := ownWords(cmd, o, files.files())
			if err != nil {
				return err
			}
			if list == nil {
				return errors.New("there are no lists: name one")
			}
			return checkList(cmd.OutOrStdout(), list)
		},
	}
	addDictFlags(cmd, &o)
	return cmd
}

func checkList(out io.Writer, list *wordlist.List) error {
	dict, err := dictionary.Embedded()
	if err != nil {
		return failure{err}
	}
	tables, err := confusion.Shipped()
	if err != nil {
		return failure{err}
	}
	found := false
	for s := range wordlist.Check(list, dict, tables) {
		found = true
		place := settings.Name
		if s.Path != "" {
			place = fmt.Sprintf("%s:%d", s.Path, s.Line)
		}
		if _, err := fmt.Fprintf(out, "%s: %s looks like a misread %s\n", place, s.Word, s.Likely); err != nil {
			return printed(err)
		}
	}
	if found {
		return errFindings
	}
	return nil
}
