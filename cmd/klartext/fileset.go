package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"klartext/internal/files"
)

// fileSet remembers files, under whatever path, link or hard link, also ones
// that do not exist yet. It serves for thousands of files: each is looked at
// once. Standard streams and devices, which may well be named twice, are no
// members. The zero value is an empty set.
type fileSet struct {
	source files.Source // nil for that of the operating system
	// err is the first error of looking at a file that may be there: then the set may
	// miss it, and nothing may be overwritten.
	err error
	// Files with the same identity have the same stamp; few others do.
	existing map[stamp][]member
	absent   map[string]member // by path
}

type stamp struct{ size, modified int64 }

// member is a file and the name that messages give it.
type member struct {
	info fs.FileInfo
	name string
}

// add puts path into the set under a name.
func (s *fileSet) add(path, name string) {
	if path == "" || path == standardStream {
		return
	}
	if s.existing == nil {
		s.existing, s.absent = make(map[stamp][]member), make(map[string]member)
	}
	info, err := s.stat(path)
	switch {
	case err != nil:
		s.absent[filepath.Clean(path)] = member{name: name}
	case info.Mode().IsRegular():
		at := stampOf(info)
		s.existing[at] = append(s.existing[at], member{info, name})
	}
}

// find returns the name under which the file at path is in the set.
func (s *fileSet) find(path string) (name string, found bool) {
	info, err := s.stat(path)
	if err != nil {
		m, found := s.absent[filepath.Clean(path)]
		return m.name, found
	}
	for _, m := range s.existing[stampOf(info)] {
		if os.SameFile(m.info, info) {
			return m.name, true
		}
	}
	return "", false
}

// stat looks at a file, and takes down why it can't if that does not mean that there is
// none that would be overwritten.
func (s *fileSet) stat(path string) (fs.FileInfo, error) {
	if s.source == nil {
		s.source = files.OS{}
	}
	info, err := s.source.Stat(path)
	if err == nil || s.err != nil {
		return info, err
	}
	for _, harmless := range []error{fs.ErrNotExist, fs.ErrPermission, syscall.ENOTDIR, syscall.ELOOP, syscall.ENAMETOOLONG} {
		if errors.Is(err, harmless) {
			return nil, err
		}
	}
	s.err = fmt.Errorf("looking at %s: %w", called(path), reason(err))
	return nil, err
}

func stampOf(info fs.FileInfo) stamp {
	return stamp{size: info.Size(), modified: info.ModTime().UnixNano()}
}
