package main

import (
	"io/fs"
	"os"
	"path/filepath"
)

// fileSet remembers files, under whatever path, link or hard link, also ones
// that do not exist yet. It serves for thousands of files: each is looked at
// once. Standard streams and devices, which may well be named twice, are no
// members. The zero value is an empty set.
type fileSet struct {
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
	info, err := os.Stat(path)
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
	info, err := os.Stat(path)
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

func stampOf(info fs.FileInfo) stamp {
	return stamp{size: info.Size(), modified: info.ModTime().UnixNano()}
}
