// Package files is what klartext asks of the file system to read and write files: as an
// interface, so that tests can have each step of it fail.
package files

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"syscall"
)

// File is a file that is being written.
type File interface {
	io.Writer
	Name() string
	Chmod(mode fs.FileMode) error
	Truncate(size int64) error
	Sync() error
	Close() error
}

// System makes, renames and removes files, beside reading them.
type System interface {
	Source
	// CreateTemp makes a file of a new name, as [os.CreateTemp] does.
	CreateTemp(dir, pattern string) (File, error)
	// Create makes a file or empties it.
	Create(path string) (File, error)
	// Append opens a file to write behind its end.
	Append(path string) (File, error)
	// Scratch makes a file that is only for what makes it.
	Scratch() (Scratch, error)
	MkdirAll(dir string) error
	Rename(from, to string) error
	Remove(path string) error
	// SyncDir makes last what was renamed and removed in a folder: a loss of power may
	// undo it otherwise, or undo the first of two renamings and not the second.
	SyncDir(dir string) error
}

// OS is the file system of the operating system.
type OS struct{}

// CreateTemp implements [System].
func (OS) CreateTemp(dir, pattern string) (File, error) { return opened(os.CreateTemp(dir, pattern)) }

// Create implements [System].
func (OS) Create(path string) (File, error) { return opened(os.Create(path)) }

// Append implements [System].
func (OS) Append(path string) (File, error) {
	return opened(os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0o666))
}

// opened keeps a nil file from becoming a File that is not nil.
func opened(file *os.File, err error) (File, error) {
	if err != nil {
		return nil, err
	}
	return file, nil
}

// MkdirAll implements [System].
func (OS) MkdirAll(dir string) error { return os.MkdirAll(dir, 0o777) }

// Rename implements [System].
func (OS) Rename(from, to string) error { return os.Rename(from, to) }

// Remove implements [System].
func (OS) Remove(path string) error { return os.Remove(path) }

// SyncDir implements [System]. Where folders can't be synced, it does nothing.
func (OS) SyncDir(dir string) error {
	folder, err := os.Open(dir)
	if err != nil {
		return unlessRefused(err)
	}
	defer folder.Close() // nothing was written
	return unlessRefused(folder.Sync())
}

// unlessRefused is err, except where it says that folders are not to be synced: by
// file systems that can't, by Windows, and in folders that may only be written to.
func unlessRefused(err error) error {
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		return nil
	}
	return err
}
