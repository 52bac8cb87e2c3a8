package batch

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
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
func Verify(dir string) (findings []Finding, intact int, err error) {
	if _, err := os.Stat(filepath.Join(dir, ManifestName)); errors.Is(err, fs.ErrNotExist) {
		return nil, 0, fmt.Errorf("%w in %s", ErrNoManifest, files.Shown(dir))
	}
	entries, err := ReadManifest(dir)
	if err != nil {
		return nil, 0, err
	}
	for _, output := range slices.Sorted(maps.Keys(entries)) {
		found, err := check(dir, entries[output])
		if err != nil {
			return nil, 0, err
		}
		if len(found) == 0 {
			intact++
		}
		findings = append(findings, found...)
	}
	extra, err := unknown(dir, entries)
	return append(findings, extra...), intact, err
}

// check looks at the output and the input of one entry.
func check(dir string, e Entry) ([]Finding, error) {
	if e.Error != "" {
		return []Finding{{Failed, e.Input, e.Error}}, nil
	}
	var findings []Finding
	sum, _, err := SumFile(filepath.Join(dir, filepath.FromSlash(e.Output)))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		findings = append(findings, Finding{State: Missing, Path: e.Output})
	case err != nil:
		return nil, err
	case sum != e.OutputSHA256:
		findings = append(findings, Finding{State: Changed, Path: e.Output})
	}
	sum, _, err = SumFile(e.Input)
	switch {
	case errors.Is(err, fs.ErrNotExist): // it may have been put away
	case err != nil:
		return nil, err
	case sum != e.InputSHA256:
		findings = append(findings, Finding{State: InputChanged, Path: e.Input})
	}
	return findings, nil
}

// unknown lists the files in dir that no entry tells of.
func unknown(dir string, entries map[string]Entry) ([]Finding, error) {
	var findings []Finding
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		relative, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		relative = filepath.ToSlash(relative)
		if known, ok := entries[relative]; (!ok || known.Error != "") && relative != ManifestName {
			findings = append(findings, Finding{State: Extra, Path: relative})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", files.Shown(dir), err)
	}
	return findings, nil
}
