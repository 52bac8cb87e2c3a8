package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"klartext/internal/files"
	"klartext/internal/settings"
)

func newConfigCommand(files *replacer) *cobra.Command {
	var o engineOptions
	var example bool
	cmd := &cobra.Command{
		Use:   "config [flags] [FILE]",
		Short: "Show the settings in force and where each comes from",
		Long: `config prints the settings that are in force for a FILE, or for the working folder,
each with where it comes from: a flag, a line of a settings file, an override in it,
or the default. What it prints is a settings file itself.

Settings are read from the nearest klartext.toml: in the folder of the input or any
above it, or else from klartext/config.toml in $XDG_CONFIG_HOME (~/.config). Flags
win over settings. A file is read by itself: settings of several are never mixed.`,
		Example: `  klartext config
  klartext config scans/1880/page.xml
  klartext config --mode conservative
  klartext config --example > klartext.toml`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, names []string) error {
			if example {
				_, err := fmt.Fprint(cmd.OutOrStdout(), settings.Example)
				return printed(err)
			}
			return runConfig(cmd, names, o, files.files())
		},
	}
	cmd.Flags().SortFlags = false
	cmd.Flags().BoolVar(&example, "example", false, "print a settings file with every key and its default")
	addEngineFlags(cmd, &o)
	return cmd
}

func runConfig(cmd *cobra.Command, names []string, o engineOptions, source files.Source) error {
	engine, err := newEngine(o, cmd.Flags(), source)
	if err != nil {
		return err
	}
	name := ""
	if len(names) > 0 {
		name = names[0]
	}
	s, err := engine.settings(name)
	if err != nil {
		return err
	}
	return printed(settings.Explain(cmd.OutOrStdout(), s))
}
