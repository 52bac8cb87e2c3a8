package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"klartext/dictionary/wordlist"
	"klartext/internal/files"
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
	old, mode, err := readOwn(files.files(), path)
	if err != nil {
		return fmt.Errorf("reading %s: %w", path, reason(err))
	}
	text := old
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
	if text == old {
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

// readOwn reads the list at path, which is empty if there is none. All of it must be
// read, since it is written anew.
func readOwn(source files.Source, path string) (text string, mode fs.FileMode, err error) {
	info, err := source.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", 0o644, nil
	}
	if err != nil {
		return "", 0, err
	}
	file, err := files.OpenRegular(source, path)
	if err != nil {
		return "", 0, err
	}
	defer file.Close() // nothing was written
	data, err := readHeld(file)
	return string(data), info.Mode(), err
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
