package files

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Source looks for files and reads them.
type Source interface {
	Open(path string) (fs.File, error)
	Stat(path string) (fs.FileInfo, error)
	Lstat(path string) (fs.FileInfo, error)
	// ReadDir lists a folder in the order of the names. With an error, it lists what
	// could be read.
	ReadDir(path string) ([]fs.DirEntry, error)
	// EvalSymlinks is the path of a file without links.
	EvalSymlinks(path string) (string, error)
}

// Open implements [Source].
func (OS) Open(path string) (fs.File, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err // a nil *os.File is no nil fs.File
	}
	return file, nil
}

// Stat implements [Source].
func (OS) Stat(path string) (fs.FileInfo, error) { return os.Stat(path) }

// Lstat implements [Source].
func (OS) Lstat(path string) (fs.FileInfo, error) { return os.Lstat(path) }

// ReadDir implements [Source].
func (OS) ReadDir(path string) ([]fs.DirEntry, error) { return os.ReadDir(path) }

// EvalSymlinks implements [Source].
func (OS) EvalSymlinks(path string) (string, error) { return filepath.EvalSymlinks(path) }

var (
	// ErrNotRegular says that a file is a folder, a pipe, a device or a socket.
	ErrNotRegular = errors.New("is not a regular file")
	// ErrShort says that a file ended before its length.
	ErrShort = errors.New("ends too early: somebody is writing it, or the disk is faulty")
)

// OpenRegular opens a file, and refuses pipes, for which it might wait for ever, and
// devices, which may have no end. That a file ends before the length it had when it was
// opened is [ErrShort].
func OpenRegular(source Source, path string) (io.ReadCloser, error) {
	info, err := source.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "open", Path: path, Err: ErrNotRegular}
	}
	file, err := source.Open(path)
	if err != nil {
		return nil, err
	}
	return &regular{File: file, path: path, left: info.Size()}, nil
}

// regular is a regular file that is being read.
type regular struct {
	fs.File
	path string
	left int64
}

func (r *regular) Read(p []byte) (int, error) {
	n, err := r.File.Read(p)
	r.left -= int64(n)
	if errors.Is(err, io.EOF) && r.left > 0 {
		err = &fs.PathError{Op: "read", Path: r.path, Err: ErrShort}
	}
	return n, err
}
