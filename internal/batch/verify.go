package batch

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"

	"klartext/internal/files"
)

// State is what has become of a file that a manifest tells of, or of one it does not.
type State string

// The states.
const (
	Missing      State = "missing"       // the output is gone
	Changed      State = "changed"       // the output is not what was written
	InputChanged State = "input-changed" // the input is not what was read
	Failed       State = "failed"        // there was never an output
	Extra        State = "extra"         // the manifest does not know the file
)

// Finding says that something about a file is not as it was left.
type Finding struct {
	State State `json:"state"`
	// Path is the output's below the folder, or the input's.
	Path   string `json:"path"`
	Detail string `json:"detail,omitempty"`
}

// String is the finding in a line.
func (f Finding) String() string {
	line := string(f.State) + ": " + files.Shown(f.Path)
	if f.Detail != "" {
		line += " (" + f.Detail + ")"
	}
	return line
}

// ErrNoManifest says that a folder has none.
var ErrNoManifest = errors.New("there is no " + ManifestName)

// Verify compares the files in dir with its manifest, and the inputs that are still
// there. It returns what differs, in order, and how many outputs are intact. The error
// says that the manifest or a file can't be read.
func Verify(source files.Source, dir string) (findings []Finding, intact int, err error) {
	if _, err := source.Stat(filepath.Join(dir, ManifestName)); errors.Is(err, fs.ErrNotExist) {
		return nil, 0, fmt.Errorf("%w in %s", ErrNoManifest, files.Shown(dir))
	}
	entries, err := ReadManifest(source, dir)
	if err != nil {
		return nil, 0, err
	}
	for _, output := range slices.Sorted(maps.Keys(entries)) {
		found, err := check(source, dir, entries[output])
		if err != nil {
			return nil, 0, err
		}
		if len(found) == 0 {
			intact++
		}
		findings = append(findings, found...)
	}
	extra, err := unknown(source, dir, entries)
	return append(findings, extra...), intact, err
}

// check looks at the output and the input of one entry.
func check(source files.Source, dir string, e Entry) ([]Finding, error) {
	if e.Error != "" {
		return []Finding{{Failed, e.Input, e.Error}}, nil
	}
	var findings []Finding
	output := filepath.Join(dir, filepath.FromSlash(e.Output))
	sum, _, err := SumFile(source, output)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		findings = append(findings, Finding{State: Missing, Path: e.Output})
	case errors.Is(err, files.ErrNotRegular):
		findings = append(findings, Finding{State: Changed, Path: e.Output, Detail: files.ErrNotRegular.Error()})
	case err != nil:
		return nil, fmt.Errorf("reading %s: %w", files.Shown(output), reason(err))
	case sum != e.OutputSHA256:
		findings = append(findings, Finding{State: Changed, Path: e.Output})
	}
	sum, _, err = SumFile(source, e.Input)
	switch {
	case errors.Is(err, fs.ErrNotExist): // it may have been put away
	case errors.Is(err, files.ErrNotRegular): // what was in a pipe does not come again
	case err != nil:
		return nil, fmt.Errorf("reading %s: %w", files.Shown(e.Input), reason(err))
	case sum != e.InputSHA256:
		findings = append(findings, Finding{State: InputChanged, Path: e.Input})
	}
	return findings, nil
}

// unknown lists the files in dir that no entry tells of.
func unknown(source files.Source, dir string, entries map[string]Entry) ([]Finding, error) {
	var findings []Finding
	err := below(source, dir, "", func(relative string) {
		relative = filepath.ToSlash(relative)
		if known, ok := entries[relative]; (!ok || known.Error != "") && relative != ManifestName {
			findings = append(findings, Finding{State: Extra, Path: relative})
		}
	})
	return findings, err
}

// below calls found for all that is below a folder and is no folder, in the order of
// the names. Links are not followed.
func below(source files.Source, root, relative string, found func(relative string)) error {
	dir := filepath.Join(root, relative)
	entries, err := source.ReadDir(dir)
	if err != nil {
		return fmt.Errorf("reading %s: %w", files.Shown(dir), reason(err))
	}
	for _, e := range entries {
		path := filepath.Join(relative, e.Name())
		if !e.IsDir() {
			found(path)
		} else if err := below(source, root, path, found); err != nil {
			return err
		}
	}
	return nil
}
