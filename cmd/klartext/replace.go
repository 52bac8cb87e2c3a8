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
// new one at any time, and knows the temporary file under way.
type replacer struct {
	mu        sync.Mutex
	temporary string // "" if there is none
}

// replace writes path by way of a temporary file in the same folder, which is
// synced and renamed over path. mode is the new file's. If skipSame is set, a
// path that has the content already is not touched.
func (r *replacer) replace(path string, mode fs.FileMode, skipSame bool, content func(io.Writer) error) (err error) {
	file, err := r.create(filepath.Dir(path))
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, reason(err))
	}
	defer func() {
		if err != nil {
			r.discard()
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
			return r.discard()
		}
	}
	if err := r.rename(path); err != nil {
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
		r.temporary = file.Name()
	}
	return file, err
}

func (r *replacer) rename(path string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := os.Rename(r.temporary, path); err != nil {
		return err
	}
	r.temporary = ""
	return nil
}

func (r *replacer) discard() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	path := r.temporary
	r.temporary = ""
	return os.Remove(path)
}

// abandon removes the temporary file. The lock is kept: nothing is created or
// renamed any more until the process ends.
func (r *replacer) abandon() {
	r.mu.Lock()
	if r.temporary != "" {
		// The process is ending: there is nobody to tell.
		_ = os.Remove(r.temporary)
	}
}
