package confusion

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Folder is a folder of text files that share a suffix (".gt.txt").
type Folder struct{ Dir, Suffix string }

// ErrNoPages says that no page has both a truth and an OCR text.
var ErrNoPages = errors.New("no pages")

// ReadPages aligns each page NAME of truth with the page of the same NAME of
// ocr and returns the pairs and the number of pages. A page without an OCR text
// is left out; no page at all is an error that wraps [ErrNoPages].
func ReadPages(truth, ocr Folder) (*Pairs, int, error) {
	files, err := filepath.Glob(filepath.Join(truth.Dir, "*"+truth.Suffix))
	if err != nil {
		return nil, 0, fmt.Errorf("listing %s: %w", truth.Dir, err)
	}
	var pairs Pairs
	pages := 0
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), truth.Suffix)
		observed, err := os.ReadFile(filepath.Join(ocr.Dir, name+ocr.Suffix))
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, 0, fmt.Errorf("reading OCR text: %w", err)
		}
		printed, err := os.ReadFile(file)
		if err != nil {
			return nil, 0, fmt.Errorf("reading truth: %w", err)
		}
		pairs.AddPage(string(printed), string(observed))
		pages++
	}
	if pages == 0 {
		return nil, 0, fmt.Errorf("%w: nothing in %s ends in %q and has a partner in %s that ends in %q",
			ErrNoPages, truth.Dir, truth.Suffix, ocr.Dir, ocr.Suffix)
	}
	return &pairs, pages, nil
}
