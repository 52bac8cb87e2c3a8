package main

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func newVersionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: "  klartext version",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintln(cmd.OutOrStdout(), version())
			return printed(err)
		},
	}
}

// shortVersion is the module's version, as files record it.
func shortVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return "unknown"
}

// version is what the Go tool stamped into the binary: the module's version and,
// for a build from a checkout, the commit.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "klartext, of unknown version"
	}
	setting := make(map[string]string)
	for _, s := range info.Settings {
		setting[s.Key] = s.Value
	}
	v := fmt.Sprintf("klartext %s (%s", info.Main.Version, info.GoVersion)
	if revision := setting["vcs.revision"]; revision != "" {
		v += ", commit " + revision
		if setting["vcs.modified"] == "true" {
			v += " with changes"
		}
	}
	return v + ")"
}
