package main

import (
	"fmt"
	"io"
	"math"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"klartext/dictionary"
	"klartext/dictionary/wordlist"
)

func newDictLookupCommand(files *replacer) *cobra.Command {
	var o engineOptions
	cmd := &cobra.Command{
		Use:   "lookup [flags] WORD...",
		Short: "Tell what is known of words",
		Long: `lookup tells of each WORD whether it is known, how often it occurs in a billion
words of mixed German text, and where it is from. Exit codes: 0 all are known, 1 some
are not.`,
		Example: `  klartext dict lookup Thür Donaudampfschiff
  klartext dict lookup --dict names.txt Rechenpfennig`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, words []string) error {
			list, dict, err := ownWords(cmd, o, files.files())
			if err != nil {
				return err
			}
			return lookUp(cmd.OutOrStdout(), list, dict, words)
		},
	}
	addDictFlags(cmd, &o)
	return cmd
}

func lookUp(out io.Writer, list *wordlist.List, dict *dictionary.Dictionary, words []string) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	all := true
	for _, word := range words {
		tells := describe(list, dict, word)
		all = all && tells != ""
		if tells == "" {
			tells = "unknown"
		}
		fmt.Fprintf(table, "%s\t%s\n", word, tells)
	}
	if err := table.Flush(); err != nil {
		return printed(err)
	}
	if !all {
		return errReported
	}
	return nil
}

// describe tells what is known of a word, "" if it is unknown.
func describe(list *wordlist.List, dict *dictionary.Dictionary, word string) string {
	var tells []string
	if list != nil {
		if r, ok := list.Replacement(word); ok {
			tells = append(tells, "replaced by "+r.Right)
		}
	}
	w, known := dict.Lookup(word)
	if known {
		tells = append(tells, fmt.Sprintf("%.4g in a billion words", 1e9*math.Exp(float64(w.Unigram.LogProb))))
		for _, flag := range []struct {
			flag dictionary.Flags
			name string
		}{
			{dictionary.Owned, "your own"}, {dictionary.Lexical, "lexical"}, {dictionary.Name, "name"},
			{dictionary.Modern, "in modern texts"}, {dictionary.Historic, "in historic texts"}, {dictionary.Weak, "rare, perhaps misspelled"},
		} {
			if w.Flags&flag.flag != 0 {
				tells = append(tells, flag.name)
			}
		}
	} else if dict.Compound(word) {
		tells = append(tells, "a compound of known words")
	}
	return strings.Join(tells, ", ")
}
