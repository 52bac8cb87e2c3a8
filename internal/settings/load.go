package settings

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// MaxSize is how long a settings file may be, in bytes. What is longer is none.
const MaxSize = 1 << 20

// File is a settings file that has been read. A nil File sets nothing. It is
// immutable and safe for many goroutines.
type File struct {
	// Path is the file as it was named.
	Path string

	dir       string // absolute, of what the paths of overrides are below
	settings  Settings
	overrides []override
}

// Load reads a settings file. If it is faulty, the error joins all that is wrong with
// it, each as a *[Problem]; if it isn't TOML, that is one problem. Other errors say
// that the file can't be read or is longer than [MaxSize].
func Load(path string) (*File, error) {
	data, err := read(path)
	if err != nil {
		return nil, fmt.Errorf("reading settings: %w", err)
	}
	return parse(path, data)
}

func read(path string) (data []byte, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	data, err = io.ReadAll(io.LimitReader(f, MaxSize+1))
	if err != nil {
		return nil, err
	}
	if len(data) > MaxSize {
		return nil, fmt.Errorf("%s is longer than 1 MiB, which no settings file is", path)
	}
	return data, nil
}

func parse(path string, data []byte) (*File, error) {
	dir, err := filepath.Abs(filepath.Dir(path))
	if err != nil {
		return nil, fmt.Errorf("finding the folder of %s: %w", path, err)
	}
	tree, problem := newTree(data)
	if problem != nil {
		problem.File = path
		return nil, problem
	}
	f := &File{Path: path, dir: dir}
	r := reader{file: path, dir: dir}
	r.table(tree, "", append(f.settings.all(), overrides(&f.overrides)))
	if err := joined(r.problems); err != nil {
		return nil, err
	}
	return f, nil
}

// For returns the settings for an input: the defaults, what the file sets, and what
// those of its overrides set that the path of the input matches, the later above the
// earlier. Overrides replace values and lists, but add to those of [Dictionary]. No
// override is for standard input, which is "" or "-".
func (f *File) For(inputPath string) Settings {
	s := Defaults()
	if f == nil {
		return s
	}
	s.take(f.settings)
	if isStdin(inputPath) {
		return s
	}
	relative := f.relative(inputPath)
	for _, o := range f.overrides {
		if matchesAny(o.paths.Value, relative) {
			s.take(o.settings)
		}
	}
	return s
}

// relative is the path below the folder of f, with slashes. Paths elsewhere begin with
// "..", or are as they were given if no way leads there.
func (f *File) relative(inputPath string) string {
	relative := inputPath
	if abs, err := filepath.Abs(inputPath); err == nil {
		if r, err := filepath.Rel(f.dir, abs); err == nil {
			relative = r
		}
	}
	return filepath.ToSlash(relative)
}

func isStdin(path string) bool { return path == "" || path == "-" }
