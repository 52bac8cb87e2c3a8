package main

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"klartext/internal/settings"
	"klartext/normalize/decode"
	"klartext/normalize/words"
)

// engineOptions are the flags that say how texts are cleaned. Settings files say the
// same; flags win.
type engineOptions struct {
	mode                        words.Mode
	era                         words.Era
	format, encoding            string
	only, skip, dicts, profiles []string
	foldLongS                   bool
	keepOriginal, noProvenance  bool
	config, model               string
	// readsOnly: nothing is written back into files, so that nothing is recorded there.
	readsOnly bool
	// sameSource takes the files as read by one engine.
	sameSource bool
	isolated   bool
}

// addEngineFlags adds the flags that all commands have which clean texts.
func addEngineFlags(cmd *cobra.Command, o *engineOptions) {
	flags := cmd.Flags()
	addModeFlag(cmd, &o.mode)
	addEraFlag(cmd, &o.era)
	flags.StringSliceVar(&o.dicts, "dict", nil, "take the words of `FILE` for right and leave them alone: a list of words and replacements (wrong→right), or a Hunspell .dic for words that are only known")
	flags.StringSliceVar(&o.profiles, "profile", nil, "know the confusions of `FILE`, made by klartext learn, beside those of the known engines")
	flags.StringVar(&o.model, "model", "", "expect the words in the order in which they stand in texts of the domain that `FILE`, made by klartext model build, is of")
	flags.StringSliceVar(&o.only, "only", nil, "run just these `FIXERS`, separated by commas")
	flags.StringSliceVar(&o.skip, "skip", nil, "leave out these `FIXERS`")
	flags.StringVar(&o.encoding, "encoding", "", "read the input as `NAME` (utf-8, cp1252, cp850, utf-16le, ...) instead of detecting its encoding")
	flags.StringVar(&o.config, "config", "", "read the settings from `FILE` instead of the nearest klartext.toml")
	flags.BoolVar(&o.isolated, "isolated", false, "read no settings file")
	cmd.MarkFlagsMutuallyExclusive("config", "isolated")
	completeWith(cmd, "only", fixerNames)
	completeWith(cmd, "skip", fixerNames)
	completeValues(cmd, "encoding", decode.Names()...)
}

// over puts the flags that were given in place of what settings files say.
func (o *engineOptions) over(s settings.Settings, given *pflag.FlagSet) settings.Settings {
	override(&s.Mode, given, "mode", o.mode)
	override(&s.Era, given, "era", o.era)
	override(&s.Encoding, given, "encoding", o.encoding)
	override(&s.Only, given, "only", o.only)
	override(&s.Skip, given, "skip", o.skip)
	override(&s.FoldLongS, given, "fold-long-s", o.foldLongS)
	override(&s.KeepOriginal, given, "keep-original", o.keepOriginal)
	override(&s.Provenance, given, "no-provenance", !o.noProvenance)
	override(&s.Profiles, given, "profile", o.profiles)
	override(&s.Model, given, "model", o.model)
	for _, path := range o.dicts {
		s.Dictionary.Files = append(s.Dictionary.Files, settings.FromFlag("--dict", path))
	}
	return s
}

// override puts a flag's value in place of a setting, if the flag was given.
func override[T any](setting *settings.Value[T], given *pflag.FlagSet, flag string, value T) {
	if given.Changed(flag) {
		*setting = settings.FromFlag("--"+flag, value)
	}
}
