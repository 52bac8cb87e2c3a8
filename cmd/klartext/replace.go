package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"sync"

	"klartext/internal/files"
)

// replacer writes files so that each holds either its old content or all of its
// new one at any time, and knows the temporary files under way. It is safe for many
// goroutines. The zero value writes to the file system of the operating system.
type replacer struct {
	system files.System // nil for that of the operating system

	mu        sync.Mutex
	temporary map[string]*files.Temporary
	swept     map[string]bool // folders without what killed processes have left
	unsynced  map[string]bool // folders whose renamings may not last yet
}

// files is the file system that r writes to.
func (r *replacer) files() files.System {
	if r.system == nil {
		return files.OS{}
	}
	return r.system
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
		return fmt.Errorf("writing %s: %w", called(path), reason(err))
	}
	defer func() {
		if err != nil {
			// What led here says more than an error of removing.
			_ = r.discard(file.Name())
		}
	}()
	if err := fill(file, mode, content); err != nil {
		return fmt.Errorf("writing %s: %w", called(path), reason(err))
	}
	if skipSame {
		same, err := sameContent(r.files(), file.Name(), path)
		if err != nil {
			return fmt.Errorf("comparing with %s: %w", called(path), reason(err))
		}
		if same {
			return r.discard(file.Name())
		}
	}
	if err := before(); err != nil {
		return err
	}
	if err := r.rename(file.Name(), path); err != nil {
		return fmt.Errorf("writing %s: %w", called(path), reason(err))
	}
	return nil
}

// fill writes file to the end and closes it in any case.
func fill(file files.File, mode fs.FileMode, content func(io.Writer) error) error {
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

func (r *replacer) create(dir string) (*files.Temporary, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.temporary == nil {
		r.temporary = make(map[string]*files.Temporary)
		r.swept, r.unsynced = make(map[string]bool), make(map[string]bool)
	}
	if !r.swept[dir] {
		files.Sweep(r.files(), dir)
		r.swept[dir] = true
	}
	file, err := files.CreateTemporary(r.files(), dir)
	if err == nil {
		r.temporary[file.Name()] = file
	}
	return file, err
}

func (r *replacer) rename(temporary, path string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.files().Rename(temporary, path); err != nil {
		return err
	}
	r.forget(temporary)
	r.unsynced[filepath.Dir(path)] = true
	return nil
}

func (r *replacer) discard(temporary string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.forget(temporary)
	return r.files().Remove(temporary)
}

// forget lets go of a temporary file.
func (r *replacer) forget(temporary string) {
	if file := r.temporary[temporary]; file != nil {
		file.Release()
	}
	delete(r.temporary, temporary)
}

// settle makes last what was renamed in dir.
func (r *replacer) settle(dir string) error {
	r.mu.Lock()
	delete(r.unsynced, dir)
	r.mu.Unlock()
	if err := r.files().SyncDir(dir); err != nil {
		return fmt.Errorf("writing to the folder %s: %w", called(dir), reason(err))
	}
	return nil
}

// settleAll makes last whatever was renamed. Once for each folder will do: until then
// a loss of power leaves each file as it was or as it is now.
func (r *replacer) settleAll() error {
	r.mu.Lock()
	dirs := slices.Sorted(maps.Keys(r.unsynced))
	r.mu.Unlock()
	var all error
	for _, dir := range dirs {
		all = errors.Join(all, r.settle(dir))
	}
	return all
}

// abandon removes the temporary files. The lock is kept: nothing is created or
// renamed any more until the process ends.
func (r *replacer) abandon() {
	r.mu.Lock()
	for path := range r.temporary {
		// The process is ending: there is nobody to tell.
		_ = r.files().Remove(path)
	}
}
