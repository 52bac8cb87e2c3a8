package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
)

// replacer writes files so that each holds either its old content or all of its
// new one at any time, and knows the temporary files under way. It is safe for many
// goroutines.
type replacer struct {
	mu        sync.Mutex
	temporary map[string]bool
}

// replace writes path by way of a temporary file in the same folder, which is
// synced and renamed over path. mode is the new file's. If skipSame is set, a
// path that has the content already is not touched.
func (r *replacer) replace(path string, mode fs.FileMode, skipSame bool, content func(io.Writer) error) error {
	return r.replaceAfter(path, mode, skipSame, content, func() error { return nil })
}

// replaceAfter is replace, and calls before when the new content is written and is to
// take the place of the old.
func (r *replacer) replaceAfter(path string, mode fs.FileMode, skipSame bool, content func(io.Writer) error, before func() error) (err error) {
	file, err := r.create(filepath.Dir(path))
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, reason(err))
	}
	defer func() {
		if err != nil {
			// What led here says more than an error of removing.
			_ = r.discard(file.Name())
		}
	}()
	if err := fill(file, mode, content); err != nil {
		return fmt.Errorf("writing %s: %w", path, reason(err))
	}
	if skipSame {
		same, err := sameContent(file.Name(), path)
		if err != nil {
			return fmt.Errorf("comparing with %s: %w", path, reason(err))
		}
		if same {
			return r.discard(file.Name())
		}
	}
	if err := before(); err != nil {
		return err
	}
	if err := r.rename(file.Name(), path); err != nil {
		return fmt.Errorf("writing %s: %w", path, reason(err))
	}
	return nil
}

// fill writes file to the end and closes it in any case.
func fill(file *os.File, mode fs.FileMode, content func(io.Writer) error) error {
	err := content(file)
	if err == nil {
		err = file.Chmod(mode)
	}
	if err == nil {
		err = file.Sync()
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	return err
}

func (r *replacer) create(dir string) (*os.File, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	file, err := os.CreateTemp(dir, ".klartext-*.tmp")
	if err == nil {
		if r.temporary == nil {
			r.temporary = make(map[string]bool)
		}
		r.temporary[file.Name()] = true
	}
	return file, err
}

func (r *replacer) rename(temporary, path string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := os.Rename(temporary, path); err != nil {
		return err
	}
	delete(r.temporary, temporary)
	return nil
}

func (r *replacer) discard(temporary string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	delete(r.temporary, temporary)
	return os.Remove(temporary)
}

// abandon removes the temporary files. The lock is kept: nothing is created or
// renamed any more until the process ends.
func (r *replacer) abandon() {
	r.mu.Lock()
	for path := range r.temporary {
		// The process is ending: there is nobody to tell.
		_ = os.Remove(path)
	}
}
