package main

import (
	"io"
	"io/fs"
	"sync"
	"syscall"

	"klartext/internal/files"
)

// unreadable is a file system that fails to look for files or to read them: at the
// operation of a number, from 1, or never.
type unreadable struct {
	files.OS
	at    int
	fault readFault

	mu     sync.Mutex
	done   int    // operations so far
	failed string // the operation that failed
}

// readFault is what happens to an operation.
type readFault struct {
	name string
	err  error // of the operation; nil if it does less than it was to, or what was to be
	half bool  // half of what there is to read comes first
	ends bool  // then it ends as if that were all
}

// readFaults are the faults of reading.
var readFaults = []readFault{
	{name: "EIO", err: syscall.EIO},
	{name: "EIO, half read", err: syscall.EIO, half: true},
	{name: "ESTALE", err: syscall.ESTALE}, // as by NFS
	{name: "a short read", half: true},
	{name: "an early end", half: true, ends: true},
}

// operation counts one and tells whether it fails.
func (u *unreadable) operation(name, path string) bool {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.done++
	if u.done == u.at {
		u.failed = name + " " + path
	}
	return u.done == u.at
}

// look counts an operation that has no half.
func (u *unreadable) look(name, path string) error {
	if u.operation(name, path) && u.fault.err != nil {
		return &fs.PathError{Op: name, Path: path, Err: u.fault.err}
	}
	return nil
}

func (u *unreadable) Stat(path string) (fs.FileInfo, error) {
	if err := u.look("stat", path); err != nil {
		return nil, err
	}
	return u.OS.Stat(path)
}

func (u *unreadable) Lstat(path string) (fs.FileInfo, error) {
	if err := u.look("lstat", path); err != nil {
		return nil, err
	}
	return u.OS.Lstat(path)
}

func (u *unreadable) EvalSymlinks(path string) (string, error) {
	if err := u.look("readlink", path); err != nil {
		return "", err
	}
	return u.OS.EvalSymlinks(path)
}

func (u *unreadable) ReadDir(path string) ([]fs.DirEntry, error) {
	err := u.look("read folder", path)
	if err != nil && !u.fault.half {
		return nil, err
	}
	entries, reading := u.OS.ReadDir(path)
	if err != nil {
		return entries[:len(entries)/2], err
	}
	return entries, reading
}

func (u *unreadable) Open(path string) (fs.File, error) {
	if err := u.look("open", path); err != nil {
		return nil, err
	}
	file, err := u.OS.Open(path)
	if err != nil {
		return nil, err
	}
	return &unreadableFile{File: file, path: path, system: u}, nil
}

func (u *unreadable) Scratch() (files.Scratch, error) {
	file, err := u.OS.Scratch()
	return &unreadableScratch{Scratch: file, system: u}, err
}

// unreadableScratch is a scratch file of such a file system.
type unreadableScratch struct {
	files.Scratch
	system *unreadable
	ended  bool
}

func (f *unreadableScratch) Read(p []byte) (int, error) {
	if f.ended {
		return 0, io.EOF
	}
	if !f.system.operation("read", "scratch") {
		return f.Scratch.Read(p)
	}
	fault, n := f.system.fault, 0
	if fault.half {
		n, _ = f.Scratch.Read(p[:min(len(p), 20)]) // all reports are longer
	}
	f.ended = fault.ends
	if fault.err != nil {
		return n, &fs.PathError{Op: "read", Path: "scratch", Err: fault.err}
	}
	return n, nil
}

// unreadableFile is a file of such a file system.
type unreadableFile struct {
	fs.File
	path   string
	system *unreadable
	ended  bool
}

func (f *unreadableFile) Read(p []byte) (int, error) {
	if f.ended {
		return 0, io.EOF
	}
	if !f.system.operation("read", f.path) {
		return f.File.Read(p)
	}
	fault := f.system.fault
	n := 0
	if fault.half {
		// Of a page of a few bytes, too.
		info, err := f.Stat()
		if err != nil {
			return 0, err
		}
		n, _ = f.File.Read(p[:min(len(p), int(info.Size()/2))])
	}
	f.ended = fault.ends
	if fault.err != nil {
		return n, &fs.PathError{Op: "read", Path: f.path, Err: fault.err}
	}
	return n, nil
}

var _ files.System = (*unreadable)(nil)
