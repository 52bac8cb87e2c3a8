package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// standardStream stands for stdin among the files, and for stdout in --changes.
const standardStream = "-"

// job is one input and where its clean text goes.
type job struct {
	name string // as given
	// output is the file to write, "" for stdout. For --write it is the input
	// with symbolic links resolved, so that a link stays one.
	output string
}

// plan turns the arguments into jobs. It refuses what would overwrite an input
// unasked or write a file twice, before anything is written. A file that cannot
// be read is no such case: it fails when its turn comes, alone.
func plan(names []string, o fixOptions) ([]job, error) {
	if len(names) == 0 {
		names = []string{standardStream}
	}
	jobs := make([]job, len(names))
	stdin := false
	for i, name := range names {
		jobs[i] = job{name: name}
		if name != standardStream {
			jobs[i].output = outputFor(name, o)
			continue
		}
		if o.write || o.outputDir != "" {
			return nil, errors.New("standard input has no file name: --write and --output-dir need files")
		}
		if stdin {
			return nil, errors.New("standard input (-) is given twice")
		}
		stdin = true
	}
	if err := checkOutputs(jobs, o); err != nil {
		return nil, err
	}
	return jobs, checkChangeLog(jobs, o)
}

func outputFor(name string, o fixOptions) string {
	switch {
	case o.write:
		if target, err := filepath.EvalSymlinks(name); err == nil {
			return target
		}
		return name
	case o.outputDir != "":
		return filepath.Join(o.outputDir, filepath.Base(name))
	}
	return ""
}

// checkOutputs refuses to write one file twice or, with --output-dir, an input.
func checkOutputs(jobs []job, o fixOptions) error {
	for i, a := range jobs {
		for _, b := range jobs[:i] {
			switch {
			case a.output == "" || !sameFile(a.output, b.output):
			case o.write:
				return fmt.Errorf("%s and %s are the same file: --write needs each once", b.name, a.name)
			default:
				return fmt.Errorf("%s and %s would both be written to %s", b.name, a.name, a.output)
			}
		}
	}
	if o.write {
		return nil
	}
	for _, a := range jobs {
		for _, b := range jobs {
			if a.output != "" && sameFile(a.output, b.name) {
				return fmt.Errorf("%s would overwrite the input %s: choose another --output-dir, or --write", a.output, b.name)
			}
		}
	}
	return nil
}

// checkChangeLog refuses a list of changes that would get in the way of texts.
func checkChangeLog(jobs []job, o fixOptions) error {
	if o.changes == standardStream && !o.write && o.outputDir == "" {
		return errors.New("--changes - would mix with the text on standard output: name a file, or add --write or --output-dir")
	}
	for _, j := range jobs {
		if o.changes != "" && o.changes != standardStream && (sameFile(o.changes, j.name) || sameFile(o.changes, j.output)) {
			return fmt.Errorf("--changes %s would overwrite a text", o.changes)
		}
	}
	return nil
}

// sameFile says whether two paths are one file, or will be once written.
func sameFile(a, b string) bool {
	if a == standardStream || b == standardStream || a == "" || b == "" {
		return false
	}
	x, errX := os.Stat(a)
	y, errY := os.Stat(b)
	if errX == nil && errY == nil {
		// Devices, as /dev/null, may well be named twice.
		return os.SameFile(x, y) && (x.Mode().IsRegular() || x.IsDir())
	}
	return filepath.Clean(a) == filepath.Clean(b)
}

// reason strips the operation and path from an error of the file system, since
// messages name them in klartext's own way.
func reason(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err
	}
	return err
}
