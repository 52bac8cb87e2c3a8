package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"klartext/internal/manual"
)

func newManCommand(files *replacer) *cobra.Command {
	return &cobra.Command{
		Use:   "man DIR",
		Short: "Write the manual pages of all commands",
		Long: `man writes a page for man(1) of each command to DIR. Two runs write the same bytes: the
pages have no date, unless SOURCE_DATE_EPOCH says which.`,
		Example: `  klartext man ~/.local/share/man/man1
  SOURCE_DATE_EPOCH=$(git log -1 --format=%ct) klartext man build/man1`,
		Args:                  cobra.ExactArgs(1),
		ValidArgsFunction:     oneFolder,
		DisableFlagsInUseLine: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			date, err := recordedTime(time.Time{})
			if err != nil {
				return err
			}
			return writePages(args[0], manual.Pages(cmd.Root(), manual.Options{Version: shortVersion(), Date: date}), files)
		},
	}
}

func writePages(dir string, pages []manual.Page, files *replacer) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return failure{fmt.Errorf("making %s: %w", dir, reason(err))}
	}
	for _, p := range pages {
		if err := files.replace(filepath.Join(dir, p.Name), 0o644, false, writesString(p.Text)); err != nil {
			return failure{err}
		}
	}
	return nil
}

// describeDefault has the manual say in words what the default of a flag of cmd is, which
// depends on the machine.
func describeDefault(cmd *cobra.Command, flag, words string) {
	if err := cmd.Flags().SetAnnotation(flag, manual.Default, []string{words}); err != nil {
		panic(err) // the flag has just been added
	}
}
