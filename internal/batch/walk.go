// Package batch does what many files need: finding them in folders, working on them
// side by side, and keeping account of what is done.
package batch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"klartext/internal/files"
)

// ManifestName is the file in an output folder that says what is in it.
const ManifestName = "klartext-manifest.jsonl"

// Walk says which files of a folder are wanted.
type Walk struct {
	// Include and Exclude are patterns, with ** for any folders, that are matched
	// against the path below the folder, or, if they have no slash, against the name.
	// Without Include, the endings of OCR texts are wanted.
	Include, Exclude []string
	// Hidden takes files and folders whose names begin with a dot, too.
	Hidden bool
	// Follow enters folders by symbolic links; links to files are always followed.
	Follow bool
	// Avoid are folders that are not entered: those written to.
	Avoid []string
	// Source is the file system; nil stands for that of the operating system.
	Source files.Source
}

// Found is a file in a folder.
type Found struct {
	Path     string // as the folder was named, and below it
	Relative string // below the folder
}

// Skipped counts what a walk left out.
type Skipped struct {
	Other   int // files that are not wanted
	Special int // pipes, devices and sockets
	Loops   int // links to a folder that the walk is in already
}

// Add adds what another walk left out.
func (s *Skipped) Add(other Skipped) {
	s.Other += other.Other
	s.Special += other.Special
	s.Loops += other.Loops
}

// endings are those of files that a walk takes for OCR texts. Files without any are
// taken, too.
var endings = []string{".txt", ".text", ".xml", ".alto", ".page", ".hocr", ".html", ".htm", ".md"}

// Check fails if one of the patterns is malformed.
func (w Walk) Check() error {
	for _, p := range append(append([]string{}, w.Include...), w.Exclude...) {
		if !doublestar.ValidatePattern(p) {
			return fmt.Errorf("the pattern %q is malformed", p)
		}
	}
	return nil
}

// Files calls found for each file wanted below root, in the order of their names, and
// failed for what can't be read. Files that others may be writing, and those that
// klartext writes itself, are left out.
func (w Walk) Files(root string, found func(Found), failed func(path string, err error)) Skipped {
	r := run{Walk: w, root: root, found: found, failed: failed}
	if r.Source == nil {
		r.Source = files.OS{}
	}
	for _, path := range w.Avoid {
		info, err := r.Source.Stat(path)
		if err == nil {
			r.avoid = append(r.avoid, info)
		} else if !errors.Is(err, fs.ErrNotExist) {
			// It may be below root and must not be read.
			failed(root, fmt.Errorf("looking at %s: %w", files.Shown(path), reason(err)))
			return Skipped{}
		}
	}
	r.folder(root, "")
	return r.skipped
}

// run is a walk under way.
type run struct {
	Walk
	root    string
	found   func(Found)
	failed  func(string, error)
	avoid   []fs.FileInfo
	inside  []fs.FileInfo // the folders that the walk is in
	skipped Skipped
}

func (r *run) folder(path, relative string) {
	info, err := r.Source.Stat(path)
	if err != nil {
		r.failed(path, err)
		return
	}
	for _, other := range r.avoid {
		if relative != "" && os.SameFile(other, info) { // root is wanted, whatever it is
			return
		}
	}
	for _, other := range r.inside {
		if os.SameFile(other, info) {
			r.skipped.Loops++
			return
		}
	}
	r.inside = append(r.inside, info)
	defer func() { r.inside = r.inside[:len(r.inside)-1] }()
	entries, err := r.Source.ReadDir(path)
	if err != nil {
		r.failed(path, err)
	}
	for _, e := range entries {
		r.entry(filepath.Join(path, e.Name()), filepath.Join(relative, e.Name()), e)
	}
}

func (r *run) entry(path, relative string, e fs.DirEntry) {
	name := e.Name()
	if files.IsTemporary(name) || name == ManifestName || (!r.Hidden && strings.HasPrefix(name, ".")) {
		return
	}
	mode := e.Type()
	isLink := mode&fs.ModeSymlink != 0
	if isLink {
		info, err := r.Source.Stat(path)
		if err != nil {
			r.failed(path, err)
			return
		}
		mode = info.Mode().Type()
	}
	slashed := filepath.ToSlash(relative)
	switch {
	case mode.IsDir() && matchesAny(r.Exclude, slashed):
	case mode.IsDir() && isLink && !r.Follow:
	case mode.IsDir():
		r.folder(path, relative)
	case !mode.IsRegular():
		r.skipped.Special++
	case matchesAny(r.Exclude, slashed) || !r.wants(slashed):
		r.skipped.Other++
	default:
		r.found(Found{Path: path, Relative: relative})
	}
}

// wants tells whether a file is included.
func (w Walk) wants(relative string) bool {
	if len(w.Include) > 0 {
		return matchesAny(w.Include, relative)
	}
	name := strings.ToLower(relative[strings.LastIndexByte(relative, '/')+1:])
	name = strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".zst")
	ending := filepath.Ext(name)
	if ending == "" {
		return true
	}
	for _, e := range endings {
		if ending == e {
			return true
		}
	}
	return false
}

func matchesAny(patterns []string, relative string) bool {
	for _, p := range patterns {
		subject := relative
		if !strings.Contains(p, "/") {
			subject = relative[strings.LastIndexByte(relative, '/')+1:]
		}
		if matched, err := doublestar.Match(p, subject); err == nil && matched {
			return true
		}
	}
	return false
}

// RemoveTemporary removes what interrupted runs have left below dir, and tells how
// many files that were. Only klartext makes files of that name.
func RemoveTemporary(system files.System, dir string) (removed int, err error) {
	if _, err := system.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	var failed error
	err = below(system, dir, "", func(relative string) {
		if !files.IsTemporary(relative) {
			return
		}
		if err := system.Remove(filepath.Join(dir, relative)); err != nil {
			failed = errors.Join(failed, err)
			return
		}
		removed++
	})
	return removed, errors.Join(err, failed)
}
