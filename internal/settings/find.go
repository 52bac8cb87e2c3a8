package settings

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// Name is how the settings file of a project is named.
const Name = "klartext.toml"

// Finder looks for settings files.
type Finder struct {
	// Getenv returns a variable of the environment, or "".
	Getenv func(name string) string
	// Home returns the folder of the user.
	Home func() (string, error)
}

// Find looks for the settings file as the environment of the program has it, see
// [Finder.Find].
func Find(start string) (path string, err error) {
	return Finder{Getenv: os.Getenv, Home: os.UserHomeDir}.Find(start)
}

// Find returns the absolute path of the settings file for an input, or "" if there is
// none. It is the klartext.toml that is nearest: in the folder start, or that of the
// file start, or any above it; standard input, "" or "-", is in the working folder.
// Only if there is none, it is klartext/config.toml in $XDG_CONFIG_HOME or ~/.config.
// The error says which folder can't be looked into.
func (f Finder) Find(start string) (path string, err error) {
	dir, err := folderOf(start)
	if err != nil {
		return "", err
	}
	for {
		path := filepath.Join(dir, Name)
		if found, err := isFile(path); found || err != nil {
			return path, err
		}
		above := filepath.Dir(dir)
		if above == dir {
			return f.user()
		}
		dir = above
	}
}

// user returns the settings file of the user, or "".
func (f Finder) user() (string, error) {
	dir := f.Getenv("XDG_CONFIG_HOME")
	if !filepath.IsAbs(dir) { // as the specification wants it
		home, err := f.Home()
		if err != nil {
			return "", nil // who has no home has no settings in it
		}
		dir = filepath.Join(home, ".config")
	}
	path := filepath.Join(dir, "klartext", "config.toml")
	if found, err := isFile(path); !found || err != nil {
		return "", err
	}
	return path, nil
}

// folderOf is the absolute path of the folder that start is, or is in.
func folderOf(start string) (string, error) {
	if isStdin(start) {
		start = "."
	}
	abs, err := filepath.Abs(start)
	if err != nil {
		return "", fmt.Errorf("finding the folder of %s: %w", start, err)
	}
	if info, err := os.Stat(abs); err == nil && info.IsDir() {
		return abs, nil
	}
	return filepath.Dir(abs), nil
}

func isFile(path string) (bool, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("looking for settings: %w", err)
	}
	if !info.IsDir() && !info.Mode().IsRegular() {
		return false, fmt.Errorf("looking for settings: %s is not a regular file", path) // a pipe may be empty for ever
	}
	return !info.IsDir(), nil
}
