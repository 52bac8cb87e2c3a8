package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"klartext/dictionary"
	"klartext/dictionary/wordlist"
)

func newDictStatsCommand(files *replacer) *cobra.Command {
	var o engineOptions
	cmd := &cobra.Command{
		Use:     "stats [flags]",
		Short:   "Count the words of your lists",
		Example: `  klartext dict stats --dict names.txt`,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			list, _, err := ownWords(cmd, o, files.files())
			if err != nil {
				return err
			}
			if list == nil {
				return errors.New("there are no lists: name one with --dict, or in klartext.toml")
			}
			return printed(writeDictStats(cmd.OutOrStdout(), list))
		},
	}
	addDictFlags(cmd, &o)
	return cmd
}

func writeDictStats(out io.Writer, list *wordlist.List) error {
	embedded, err := dictionary.Embedded()
	if err != nil {
		return err
	}
	known, compounds := 0, 0
	for word := range list.Words() {
		if _, ok := embedded.Lookup(word); ok {
			known++
		} else if embedded.Compound(word) {
			compounds++
		}
	}
	_, err = fmt.Fprintf(out, "%d words: %d in the dictionary anyway, %d compounds of known words, %d new\n",
		list.Len(), known, compounds, list.Len()-known-compounds)
	return err
}
