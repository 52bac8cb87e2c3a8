package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"klartext/dictionary/confusion"
	"klartext/internal/files"
)

// pattern names the files of a folder.
func pattern(f confusion.Folder) string { return filepath.Join(f.Dir, "*"+f.Suffix) }

// learnSources are the files to learn from.
type learnSources struct {
	truth, ocr []string
	// paired is the number of truths with an OCR text.
	paired int
}

func listSources(o learnOptions, source files.Source) (s learnSources, err error) {
	if s.truth, err = listFolder(o.truth, source); err != nil {
		return s, err
	}
	if s.ocr, err = listFolder(o.ocr, source); err != nil {
		return s, err
	}
	read := make(map[string]bool, len(s.ocr))
	for _, path := range s.ocr {
		read[strings.TrimSuffix(filepath.Base(path), o.ocr.Suffix)] = true
	}
	for _, path := range s.truth {
		if read[strings.TrimSuffix(filepath.Base(path), o.truth.Suffix)] {
			s.paired++
		}
	}
	return s, nil
}

// listFolder lists the files of a folder; none at all is an error.
func listFolder(f confusion.Folder, source files.Source) ([]string, error) {
	entries, err := source.ReadDir(f.Dir)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", f.Dir, reason(err))
	}
	var paths []string
	for _, e := range entries {
		if !e.IsDir() && strings.HasSuffix(e.Name(), f.Suffix) {
			paths = append(paths, filepath.Join(f.Dir, e.Name()))
		}
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("reading %s: no file there ends in %s", f.Dir, f.Suffix)
	}
	return paths, nil
}

// learnTarget is the file to write, behind symbolic links, and "" for standard
// output. It refuses what is no regular file and the files to learn from.
func learnTarget(output string, sources learnSources, source files.Source) (string, error) {
	if output == standardStream {
		return "", nil
	}
	target, err := source.EvalSymlinks(output)
	if errors.Is(err, fs.ErrNotExist) {
		return output, nil
	}
	if err != nil {
		return "", failure{fmt.Errorf("writing %s: %w", output, reason(err))}
	}
	info, err := source.Stat(target)
	if err == nil && !info.Mode().IsRegular() {
		err = files.ErrNotRegular
	}
	if err != nil {
		return "", failure{fmt.Errorf("writing %s: %w", output, reason(err))}
	}
	inputs := fileSet{source: source}
	for _, paths := range [][]string{sources.truth, sources.ocr} {
		for _, path := range paths {
			inputs.add(path, path)
		}
	}
	if input, found := inputs.find(target); found {
		return "", fmt.Errorf("--output %s would overwrite the page %s", output, input)
	}
	return target, asFailure(inputs.err)
}
