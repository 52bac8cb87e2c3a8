package main

import (
	"errors"
	"io/fs"
	"path/filepath"
	"sync"
	"syscall"

	"klartext/internal/files"
)

// errStopped is what a process would not live to see.
var errStopped = errors.New("the process has ended")

// faulty is a file system that fails at the operation of a number, from 1, or never.
// What is synced it takes down and does not wait for the disk, since the tests play
// the loss of power themselves.
type faulty struct {
	files.OS
	at      int
	reason  error // errStopped ends everything from that operation on
	partial bool  // a write that fails has written half

	mu        sync.Mutex
	done      int    // operations so far
	failed    string // the operation that failed
	afterward memory
}

// operation counts one and tells whether it fails.
func (f *faulty) operation(name, path string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.done++
	if f.done == f.at {
		f.failed = name
	}
	if f.done == f.at || f.done > f.at && f.at > 0 && errors.Is(f.reason, errStopped) {
		return &fs.PathError{Op: name, Path: path, Err: f.reason}
	}
	return nil
}

func (f *faulty) opened(name, path string, open func() (files.File, error)) (files.File, error) {
	if err := f.operation(name, path); err != nil {
		return nil, err
	}
	file, err := open()
	if err != nil {
		return nil, err
	}
	return &faultyFile{File: file, system: f}, nil
}

func (f *faulty) CreateTemp(dir, pattern string) (files.File, error) {
	return f.opened("create", dir, func() (files.File, error) { return f.OS.CreateTemp(dir, pattern) })
}

func (f *faulty) Create(path string) (files.File, error) {
	return f.opened("create", path, func() (files.File, error) { return f.OS.Create(path) })
}

func (f *faulty) Append(path string) (files.File, error) {
	return f.opened("append", path, func() (files.File, error) { return f.OS.Append(path) })
}

func (f *faulty) Scratch() (files.Scratch, error) {
	if err := f.operation("scratch", "scratch"); err != nil {
		return nil, err
	}
	file, err := f.OS.Scratch()
	return &faultyScratch{file, f}, err
}

// faultyScratch is a scratch file of a faulty file system. That it can't be closed loses
// nothing.
type faultyScratch struct {
	files.Scratch
	system *faulty
}

func (f *faultyScratch) Write(p []byte) (int, error) {
	if err := f.system.operation("write", "scratch"); err != nil {
		return 0, err
	}
	return f.Scratch.Write(p)
}

func (f *faultyScratch) Seek(offset int64, whence int) (int64, error) {
	if err := f.system.operation("seek", "scratch"); err != nil {
		return 0, err
	}
	return f.Scratch.Seek(offset, whence)
}

func (f *faulty) MkdirAll(dir string) error {
	if err := f.operation("mkdir", dir); err != nil {
		return err
	}
	return f.OS.MkdirAll(dir)
}

func (f *faulty) Rename(from, to string) error {
	if err := f.operation("rename", from); err != nil {
		return err
	}
	f.afterward.renamed(from, to)
	return f.OS.Rename(from, to)
}

func (f *faulty) Remove(path string) error {
	if err := f.operation("remove", path); err != nil {
		return err
	}
	f.afterward.synced(path)
	return f.OS.Remove(path)
}

func (f *faulty) SyncDir(dir string) error {
	if err := f.operation("sync folder", dir); err != nil {
		return err
	}
	f.afterward.folderSynced(filepath.Clean(dir))
	return nil
}

// faultyFile is a file of a faulty file system.
type faultyFile struct {
	files.File
	system *faulty
}

func (f *faultyFile) Write(p []byte) (int, error) {
	err := f.system.operation("write", f.Name())
	if err == nil {
		f.system.afterward.written(f.Name())
		return f.File.Write(p)
	}
	if !f.system.partial {
		return 0, err
	}
	f.system.afterward.written(f.Name())
	n, writing := f.File.Write(p[:len(p)/2])
	return n, errors.Join(err, writing)
}

func (f *faultyFile) Chmod(mode fs.FileMode) error {
	if err := f.system.operation("chmod", f.Name()); err != nil {
		return err
	}
	return f.File.Chmod(mode)
}

func (f *faultyFile) Truncate(size int64) error {
	if err := f.system.operation("truncate", f.Name()); err != nil {
		return err
	}
	return f.File.Truncate(size)
}

func (f *faultyFile) Sync() error {
	if err := f.system.operation("sync", f.Name()); err != nil {
		return err
	}
	f.system.afterward.synced(f.Name())
	return nil
}

// Close closes the file in any case, as close(2) does.
func (f *faultyFile) Close() error {
	return errors.Join(f.system.operation("close", f.Name()), f.File.Close())
}

var _ files.System = (*faulty)(nil)

// reasons are what an operation of a file system fails for.
var reasons = []struct {
	name    string
	err     error
	partial bool
}{
	{"EIO", syscall.EIO, false},
	{"EIO, half written", syscall.EIO, true},
	{"ENOSPC, half written", syscall.ENOSPC, true},
}
