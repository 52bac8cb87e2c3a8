package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"klartext/dictionary"
	"klartext/dictionary/confusion"
)

func newVersionCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "version [flags]",
		Short: "Print the versions of the program and of its data",
		Long: `version prints the version of klartext, the sum of its dictionary, and a sum for each
of its profiles of confusions. Programs that agree in all of them clean alike.`,
		Example: `  klartext version
  klartext version --json | jq -r .dictionary`,
		Args:              cobra.NoArgs,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return printVersion(cmd.OutOrStdout(), asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print an object of JSON")
	return cmd
}

// versions are those of the program and of its data.
type versions struct {
	Version  string `json:"version"`
	Go       string `json:"go"`
	Commit   string `json:"commit,omitempty"`
	Modified bool   `json:"modified,omitempty"` // the commit, by changes that are in none
	// Dictionary and Confusions, by the profiles' names, are sums of the data.
	Dictionary string            `json:"dictionary"`
	Confusions map[string]string `json:"confusions"`
}

// readVersions asks the binary for what the Go tool stamped into it, and the data for
// their sums.
func readVersions() (versions, error) {
	sums, err := confusion.Sums()
	if err != nil {
		return versions{}, err
	}
	v := versions{Version: shortVersion(), Go: "unknown", Dictionary: dictionary.Sum(), Confusions: sums}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v, nil
	}
	v.Go = info.GoVersion
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			v.Commit = s.Value
		case "vcs.modified":
			v.Modified = s.Value == "true"
		}
	}
	return v, nil
}

// shortVersion is the module's version, as files record it.
func shortVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return "unknown"
}

// String is for people.
func (v versions) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "klartext %s (%s", v.Version, v.Go)
	if v.Commit != "" {
		b.WriteString(", commit " + v.Commit)
	}
	if v.Modified {
		b.WriteString(" with changes")
	}
	fmt.Fprintf(&b, ")\ndictionary %s\n", v.Dictionary)
	for _, name := range slices.Sorted(maps.Keys(v.Confusions)) {
		fmt.Fprintf(&b, "profile %s %s\n", name, v.Confusions[name])
	}
	return b.String()
}

// printVersion writes the versions, for people or as JSON.
func printVersion(out io.Writer, asJSON bool) error {
	v, err := readVersions()
	if err != nil {
		return failure{err}
	}
	if asJSON {
		encoder := json.NewEncoder(out)
		encoder.SetIndent("", "  ")
		return printed(encoder.Encode(v))
	}
	_, err = io.WriteString(out, v.String())
	return printed(err)
}
