package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"klartext/internal/batch"
	"klartext/internal/files"
)

// expanded are the jobs of folders and files, and what was left out of folders.
type expanded struct {
	jobs    []job
	skipped batch.Skipped
	folders []string // those among the arguments
}

// expand turns files and folders into jobs. Folders are searched if their files have
// somewhere to go.
func expand(names []string, o fixOptions, source files.Source) expanded {
	var x expanded
	for _, name := range names {
		info, err := source.Stat(name)
		if err != nil && name != standardStream {
			// It may be a folder: that it can be looked at later must not make it a file.
			err = fmt.Errorf("reading %s: %w", called(name), reason(err))
			x.jobs = append(x.jobs, job{name: name, output: outputFor(name, o), err: err})
			continue
		}
		if name == standardStream || !info.IsDir() || (o.outputDir == "" && !o.write && !o.diff) {
			x.jobs = append(x.jobs, jobFor(name, o, source))
			continue
		}
		x.folders = append(x.folders, name)
		x.folder(name, o, source)
	}
	return x
}

func (x *expanded) folder(root string, o fixOptions, source files.Source) {
	w := o.walk()
	w.Source = source
	if o.outputDir != "" {
		w.Avoid = []string{o.outputDir}
	}
	skipped := w.Files(root, func(f batch.Found) {
		j := jobFor(f.Path, o, source)
		if o.outputDir != "" {
			j.output = filepath.Join(o.outputDir, f.Relative)
		}
		x.jobs = append(x.jobs, j)
	}, func(path string, err error) {
		j := job{name: path, err: fmt.Errorf("reading %s: %w", called(path), reason(err))}
		if relative, err := filepath.Rel(root, path); err == nil && o.outputDir != "" {
			j.output = filepath.Join(o.outputDir, relative)
		}
		x.jobs = append(x.jobs, j)
	})
	x.skipped.Add(skipped)
}

// writeLeftOut tells of what a walk came upon and did not read.
func writeLeftOut(w io.Writer, skipped batch.Skipped) {
	for _, left := range []struct {
		n    int
		what string
	}{
		{skipped.Special, "pipes, devices and sockets left out"},
		{skipped.Loops, "links left out that lead back"},
	} {
		if left.n > 0 {
			fmt.Fprintf(w, "%s %s\n", number(left.n), left.what)
		}
	}
}

// maxName is how long the name of a file in a list may be, in bytes: no system has such
// names, and what is no list may have no line end at all.
const maxName = 64 << 10

// readNames reads the names of files from a file or, by "-", from standard input, each
// on a line or, with null, ended by a NUL.
func readNames(source files.Source, from string, null bool, stdin io.Reader) ([]string, error) {
	in := stdin
	if from != standardStream {
		file, err := openNamed(source, from)
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", called(from), reason(err))
		}
		defer file.Close()
		in = file
	}
	separator := byte('\n')
	if null {
		separator = 0
	}
	var names []string
	for reader := bufio.NewReaderSize(in, maxName); ; {
		name, err := reader.ReadSlice(separator)
		if errors.Is(err, bufio.ErrBufferFull) {
			err = fmt.Errorf("has a name of more than %d bytes", maxName)
		}
		name = bytes.TrimSuffix(name, []byte{separator})
		if !null {
			name = bytes.TrimSuffix(name, []byte("\r"))
		}
		if len(name) > 0 {
			names = append(names, string(name))
		}
		if errors.Is(err, io.EOF) {
			return names, nil
		}
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", called(from), reason(err))
		}
	}
}
