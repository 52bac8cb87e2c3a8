package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"klartext/internal/files"
)

// page is a clean text with its truth and, if known, the OCR text it came from.
type page struct{ truth, ocr, output string }

// findPages pairs files with files, or those of one folder with another's.
func findPages(outputs []string, o evalOptions, source files.Source) ([]page, error) {
	if len(o.truth) != len(outputs) {
		return nil, fmt.Errorf("--gt is given %d times for %d outputs", len(o.truth), len(outputs))
	}
	if len(o.ocr) != 0 && len(o.ocr) != len(outputs) {
		return nil, fmt.Errorf("--ocr is given %d times for %d outputs", len(o.ocr), len(outputs))
	}
	var pages []page
	for i, output := range outputs {
		p := page{truth: o.truth[i], output: output}
		if len(o.ocr) > 0 {
			p.ocr = o.ocr[i]
		}
		info, err := source.Stat(p.truth)
		if err != nil {
			return nil, failure{fmt.Errorf("reading %s: %w", p.truth, reason(err))}
		}
		if !info.IsDir() {
			pages = append(pages, p)
			continue
		}
		inFolder, err := folderPages(p, o, source)
		if err != nil {
			return nil, failure{err}
		}
		pages = append(pages, inFolder...)
	}
	return pages, nil
}

// folderPages finds the page of each file of the truth's folder, in order of
// their names. That the others exist shows when they are read.
func folderPages(folders page, o evalOptions, source files.Source) ([]page, error) {
	entries, err := source.ReadDir(folders.truth)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", folders.truth, reason(err))
	}
	var pages []page
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), o.truthSuffix)
		if !ok || e.IsDir() {
			continue
		}
		p := page{
			truth:  filepath.Join(folders.truth, e.Name()),
			output: filepath.Join(folders.output, name+o.outSuffix),
		}
		if folders.ocr != "" {
			p.ocr = filepath.Join(folders.ocr, name+o.ocrSuffix)
		}
		for _, path := range []string{p.truth, p.output, p.ocr} {
			// That one is missing shows when it is read.
			if err := mustBeRegular(source, path); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return nil, fmt.Errorf("reading %s: %w", path, reason(err))
			}
		}
		pages = append(pages, p)
	}
	if len(pages) == 0 {
		return nil, fmt.Errorf("reading %s: no file there ends in %s", folders.truth, o.truthSuffix)
	}
	return pages, nil
}
