package main

import (
	"github.com/spf13/cobra"

	"klartext/dictionary"
	"klartext/dictionary/wordlist"
	"klartext/internal/files"
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
	cmd.AddCommand(newDictLookupCommand(files), newDictAddCommand(files), newDictStatsCommand(files), newDictCheckCommand(files))
	return cmd
}

// ownWords are the lists that flags and settings name, nil if there are none, and the
// dictionary with them.
func ownWords(cmd *cobra.Command, o engineOptions, source files.Source) (*wordlist.List, *dictionary.Dictionary, error) {
	engine, err := newEngine(o, cmd.Flags(), source)
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
