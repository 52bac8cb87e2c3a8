package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"klartext/internal/files"
)

// standardStream stands for stdin among the files, and for stdout in --changes.
const standardStream = "-"

// job is one input and where its clean text goes.
type job struct {
	name string // as given, or as found in a folder
	// output is the file to write, "" for stdout. For --write it is the input
	// with symbolic links resolved, so that a link stays one.
	output string
	err    error // why it can't be read, if a folder shows that already
}

// plan turns the arguments into jobs. It refuses what would overwrite an input
// unasked or write a file twice, before anything is written. A file that cannot
// be read is no such case: it fails when its turn comes, alone.
func plan(names []string, o fixOptions, source files.Source) (expanded, error) {
	if len(names) == 0 && o.filesFrom == "" {
		names = []string{standardStream}
	}
	stdin := o.filesFrom == standardStream
	for _, name := range names {
		if name != standardStream {
			continue
		}
		if o.write || o.outputDir != "" {
			return expanded{}, errors.New("standard input has no file name: --write and --output-dir need files")
		}
		if stdin {
			return expanded{}, errors.New("standard input (-) is given twice")
		}
		stdin = true
	}
	x := expand(names, o, source)
	if err := checkOutputs(x.jobs, o, source); err != nil {
		return expanded{}, err
	}
	return x, checkChangeLog(x.jobs, o, source)
}

// jobFor is the job of a file.
func jobFor(name string, o fixOptions, source files.Source) job {
	j := job{name: name, output: outputFor(name, o)}
	if !o.write || name == standardStream {
		return j
	}
	target, err := source.EvalSymlinks(name)
	if err == nil {
		j.output = target
		return j
	}
	if _, looking := source.Stat(name); looking != nil {
		err = looking // which says more of links that lead round
	}
	j.err = fmt.Errorf("reading %s: %w", called(name), reason(err))
	return j
}

// outputFor is where the clean text of a file goes that is named by itself: with
// --files-from, to the same place below the output folder.
func outputFor(name string, o fixOptions) string {
	switch {
	case name == standardStream:
		return ""
	case o.write:
		return name
	case o.outputDir != "" && o.filesFrom != "" && filepath.IsLocal(name):
		return filepath.Join(o.outputDir, name)
	case o.outputDir != "":
		return filepath.Join(o.outputDir, filepath.Base(name))
	}
	return ""
}

// checkOutputs refuses to write one file twice or, with --output-dir, an input.
func checkOutputs(jobs []job, o fixOptions, source files.Source) error {
	inputs, outputs := fileSet{source: source}, fileSet{source: source}
	if !o.write { // which is meant to overwrite its inputs
		for _, j := range jobs {
			inputs.add(j.name, j.name)
		}
	}
	for _, j := range jobs {
		if j.output == "" || j.err != nil {
			continue
		}
		if other, found := outputs.find(j.output); found && o.write {
			return fmt.Errorf("%s and %s are the same file: --write needs each once", called(other), called(j.name))
		} else if found {
			return fmt.Errorf("%s and %s would both be written to %s", called(other), called(j.name), called(j.output))
		}
		if input, found := inputs.find(j.output); found {
			return fmt.Errorf("%s would overwrite the input %s: choose another --output-dir, or --write", called(j.output), called(input))
		}
		outputs.add(j.output, j.name)
	}
	return asFailure(errors.Join(inputs.err, outputs.err))
}

// checkChangeLog refuses lists of changes and reports that would get in the way of
// texts or of one another.
func checkChangeLog(jobs []job, o fixOptions, source files.Source) error {
	if o.changes == standardStream && !o.write && o.outputDir == "" {
		return errors.New("--changes - would mix with the text on standard output: name a file, or add --write or --output-dir")
	}
	texts := fileSet{source: source}
	for _, j := range jobs {
		texts.add(j.name, j.name)
		texts.add(j.output, j.name)
	}
	lists := append([]string{o.changes}, o.reports...)
	for i, list := range lists {
		flag := "--report"
		if i == 0 {
			flag = "--changes"
		}
		if list == "" || list == standardStream {
			continue
		}
		if _, found := texts.find(list); found {
			return fmt.Errorf("%s %s would overwrite a text", flag, called(list))
		}
		if slices.ContainsFunc(lists[:i], func(other string) bool { return filepath.Clean(other) == filepath.Clean(list) }) {
			return fmt.Errorf("%s is to be written twice", called(list))
		}
	}
	return asFailure(texts.err)
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
