package confusion

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"klartext/internal/files"
)

// Folder is a folder of text files that share a suffix (".gt.txt").
type Folder struct {
	Dir, Suffix string
	// Source is the file system; nil stands for that of the operating system.
	Source files.Source
}

func (f Folder) source() files.Source {
	if f.Source == nil {
		return files.OS{}
	}
	return f.Source
}

var (
	// ErrNoPages says that no page has both a truth and an OCR text.
	ErrNoPages = errors.New("no pages")
	// ErrNotUTF8 says that a page is in another encoding.
	ErrNotUTF8 = errors.New("is not UTF-8")
	// ErrNotRegular says that a page is a folder, a pipe, a device or a socket.
	ErrNotRegular = files.ErrNotRegular
)

// Page is a page's truth and its OCR text.
type Page struct{ Truth, Observed string }

// ReadPages reads each page NAME of truth and the page of the same NAME of ocr, in
// order of the names. A page without an OCR text is left out; no page at all is an
// error that wraps [ErrNoPages], one that is not UTF-8 an error that wraps
// [ErrNotUTF8], one that is no regular file an error that wraps [ErrNotRegular].
func ReadPages(truth, ocr Folder) ([]Page, error) {
	names, err := truth.names()
	if err != nil {
		return nil, err
	}
	var pages []Page
	for _, name := range names {
		observed, err := ocr.read(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		printed, err := truth.read(name)
		if err != nil {
			return nil, err
		}
		pages = append(pages, Page{printed, observed})
	}
	if len(pages) == 0 {
		return nil, fmt.Errorf("%w: nothing in %s ends in %q and has a partner in %s that ends in %q",
			ErrNoPages, truth.Dir, truth.Suffix, ocr.Dir, ocr.Suffix)
	}
	return pages, nil
}

// names lists the pages in f, in order.
func (f Folder) names() ([]string, error) {
	entries, err := f.source().ReadDir(f.Dir)
	if err != nil {
		return nil, reading(f.Dir, err)
	}
	var names []string
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), f.Suffix); ok && !e.IsDir() {
			names = append(names, name)
		}
	}
	return names, nil
}

// read returns the text of a page.
func (f Folder) read(name string) (string, error) {
	path := filepath.Join(f.Dir, name+f.Suffix)
	data, err := readAll(f.source(), path)
	if err == nil && !utf8.Valid(data) {
		err = ErrNotUTF8
	}
	if err != nil {
		return "", reading(path, err)
	}
	return string(data), nil
}

// readAll reads a file, but neither waits for a pipe nor reads a device, nor takes a part
// of a file for the whole.
func readAll(source files.Source, path string) ([]byte, error) {
	file, err := files.OpenRegular(source, path)
	if err != nil {
		return nil, err
	}
	defer file.Close() // nothing was written
	return io.ReadAll(file)
}

// reading names the file that could not be read, once.
func reading(path string, err error) error {
	var failed *fs.PathError
	if errors.As(err, &failed) {
		err = failed.Err
	}
	return fmt.Errorf("reading %s: %w", path, err)
}
