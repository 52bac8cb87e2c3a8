package main

import (
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"klartext/dictionary"
	"klartext/dictionary/confusion"
	"klartext/dictionary/wordlist"
	"klartext/internal/settings"
)

func newDictCommand(files *replacer) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "dict COMMAND",
		Short: "Look words up, and keep lists of your own",
		Long: `dict looks words up in the dictionary and in your own lists, and keeps such lists.

A list is a text in UTF-8 with an entry a line, # before a comment:

  Donaudampfschiff            a word; it stays as it is
  Rechenpfennig<TAB>12        a word and how often you have met it
  Thiir→Thür                  a replacement, also written Thiir->Thür
  Maler→Mahler<TAB>a name?    one with a reason, which is only suggested

A Hunspell dictionary (FILE.dic with FILE.aff beside it) makes its words known; they
may still be repaired where another word fits better. Lists are given by --dict, or
in klartext.toml:

  [dictionary]
  files = ["names.txt"]`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newDictLookupCommand(), newDictAddCommand(files), newDictStatsCommand(), newDictCheckCommand())
	return cmd
}

// ownWords are the lists that flags and settings name, nil if there are none, and the
// dictionary with them.
func ownWords(cmd *cobra.Command, o engineOptions) (*wordlist.List, *dictionary.Dictionary, error) {
	engine, err := newEngine(o, cmd.Flags())
	if err != nil {
		return nil, nil, err
	}
	s, err := engine.settings("")
	if err != nil {
		return nil, nil, err
	}
	dict, err := dictionary.Embedded()
	if err != nil {
		return nil, nil, failure{err}
	}
	list, _, err := engine.loaded.list(s.Dictionary)
	if err != nil {
		return nil, nil, failure{err}
	}
	if list != nil {
		dict = dict.With(list)
	}
	return list, dict, nil
}

// addDictFlags adds the flags that say which lists are meant.
func addDictFlags(cmd *cobra.Command, o *engineOptions) {
	flags := cmd.Flags()
	flags.StringSliceVar(&o.dicts, "dict", nil, "read the list of words or the Hunspell dictionary `FILE`")
	flags.StringVar(&o.config, "config", "", "read the settings from `FILE` instead of the nearest klartext.toml")
	flags.BoolVar(&o.isolated, "isolated", false, "read no settings file")
}

func newDictLookupCommand() *cobra.Command {
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
			list, dict, err := ownWords(cmd, o)
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

func newDictAddCommand(files *replacer) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "add FILE ENTRY...",
		Short: "Add entries to a list",
		Long: `add adds words, or replacements (wrong→right), to the list FILE, which is made if
there is none. What the list has already is not added again.`,
		Example: `  klartext dict add names.txt Rechenpfennig 'Thiir→Thür'`,
		Args:    cobra.MinimumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := addEntries(files, args[0], args[1:]); err != nil {
				return failure{err}
			}
			return nil
		},
	}
	return cmd
}

func newDictStatsCommand() *cobra.Command {
	var o engineOptions
	cmd := &cobra.Command{
		Use:     "stats [flags]",
		Short:   "Count the words of your lists",
		Example: `  klartext dict stats --dict names.txt`,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			list, _, err := ownWords(cmd, o)
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

func newDictCheckCommand() *cobra.Command {
	var o engineOptions
	cmd := &cobra.Command{
		Use:   "check [flags] [FILE...]",
		Short: "Warn of entries that look like OCR errors",
		Long: `check warns of entries of the lists, those named and those of the settings, that the
dictionary does not know and that OCR makes of a common word: they would keep the
error from being repaired. Exit codes: 0 none, 2 some, 1 a list cannot be read.`,
		Example: `  klartext dict check names.txt`,
		RunE: func(cmd *cobra.Command, files []string) error {
			o.dicts = append(o.dicts, files...)
			list, _, err := ownWords(cmd, o)
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
