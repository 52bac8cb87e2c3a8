package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"klartext/dictionary/wordlist"
)

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

// addEntries adds entries to the list at path, as lines at its end.
func addEntries(files *replacer, path string, entries []string) error {
	if err := mustBeRegular(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("reading %s: %w", path, reason(err))
	}
	old, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("reading %s: %w", path, reason(err))
	}
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode()
	}
	text := string(old)
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	lines := make(map[string]bool)
	for line := range strings.Lines(text) {
		lines[strings.TrimSpace(line)] = true
	}
	for _, entry := range entries {
		if !lines[entry] {
			text += entry + "\n"
			lines[entry] = true
		}
	}
	if text == string(old) {
		return nil
	}
	if err := checkEntries(path, text); err != nil {
		return err
	}
	return files.replace(path, mode, false, func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	})
}

// checkEntries refuses a list that could not be read afterwards.
func checkEntries(path, text string) error {
	var b wordlist.Builder
	if err := b.AddText(path, text); err != nil {
		return err
	}
	_, err := b.Build()
	return err
}
