package files

import (
	"errors"
	"io/fs"
	"path/filepath"
)

// temporaryPattern is how files are named that are not complete yet.
const temporaryPattern = ".klartext-*.tmp"

// IsTemporary tells whether a file of that name is not complete yet, or never will be.
func IsTemporary(name string) bool {
	matched, err := filepath.Match(temporaryPattern, filepath.Base(name))
	return err == nil && matched
}

// Temporary is a file that is to take the place of another when it is complete. Other
// processes see that it is being worked on, so that only those are swept away that
// nobody completes any more.
type Temporary struct {
	File
	release func()
}

// CreateTemporary makes one in dir.
func CreateTemporary(system System, dir string) (*Temporary, error) {
	for {
		file, err := system.CreateTemp(dir, temporaryPattern)
		if err != nil {
			return nil, err
		}
		release, err := claim(file.Name())
		if errors.Is(err, fs.ErrNotExist) {
			// It was swept away before it could be claimed.
			_ = file.Close()
			continue
		}
		return &Temporary{File: file, release: release}, nil
	}
}

// Release lets go of the file, which has been renamed, removed or given up.
func (t *Temporary) Release() { t.release() }

// Sweep removes the temporary files in dir that nobody works on: those of processes
// that were killed. What can't be removed stays, and does no harm.
func Sweep(system System, dir string) {
	entries, err := system.ReadDir(dir)
	if err != nil {
		return // that shows when something is written there
	}
	for _, e := range entries {
		if path := filepath.Join(dir, e.Name()); e.Type().IsRegular() && IsTemporary(path) && isAbandoned(path) {
			_ = system.Remove(path)
		}
	}
}
