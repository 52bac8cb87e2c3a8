package main

import (
	"os"
	"path/filepath"
	"sync"
)

// memory is what a loss of power may undo: what was written and not synced, and
// what was renamed in folders that were not.
type memory struct {
	mu      sync.Mutex
	dirty   map[string]int64 // files and how much of them is safe
	renames []renaming
}

// renaming is one and what was there before; nil is no file.
type renaming struct {
	from, to string
	before   []byte
}

func (m *memory) written(path string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.dirty == nil {
		m.dirty = make(map[string]int64)
	}
	if _, ok := m.dirty[path]; ok {
		return
	}
	m.dirty[path] = 0
	if info, err := os.Stat(path); err == nil {
		m.dirty[path] = info.Size()
	}
}

func (m *memory) synced(path string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.dirty, path)
}

func (m *memory) renamed(from, to string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	before, err := os.ReadFile(to)
	if err != nil {
		before = nil
	}
	if safe, ok := m.dirty[from]; ok {
		delete(m.dirty, from)
		m.dirty[to] = safe
	} else {
		delete(m.dirty, to)
	}
	m.renames = append(m.renames, renaming{from, to, before})
}

func (m *memory) folderSynced(dir string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	var left []renaming
	for _, r := range m.renames {
		if filepath.Dir(r.to) != dir {
			left = append(left, r)
		}
	}
	m.renames = left
}

// lose does the worst to what is not safe: it goes. Of the renamings, as many of the
// last as said are kept, since none is bound to come before another.
func (m *memory) lose(kept int) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for path, safe := range m.dirty {
		if err := os.Truncate(path, safe); err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	for i := len(m.renames) - 1 - kept; i >= 0; i-- {
		r := m.renames[i]
		err := os.Rename(r.to, r.from)
		if err == nil && r.before != nil {
			err = os.WriteFile(r.to, r.before, 0o644)
		}
		if err != nil && !os.IsNotExist(err) {
			return err
		}
	}
	return nil
}
