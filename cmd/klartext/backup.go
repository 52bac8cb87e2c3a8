package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// keepBackup copies path, whole or not at all, to backup. What was kept first is the
// original: a backup that exists must hold the same, as that of a run does which was
// ended before it could write path.
func keepBackup(files *replacer, path, backup string, mode fs.FileMode) error {
	if _, err := os.Lstat(backup); err == nil {
		if same, err := sameContent(path, backup); err == nil && same {
			return files.settle(filepath.Dir(backup))
		}
		return fmt.Errorf("keeping %s: %s is there already: remove it, or choose another --backup", called(path), called(backup))
	} else if !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("keeping %s: %w", called(path), reason(err))
	}
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("keeping %s: %w", called(path), reason(err))
	}
	defer file.Close()
	err = files.replace(backup, mode, false, func(w io.Writer) error {
		_, err := io.Copy(w, file)
		return err
	})
	if err != nil {
		return err
	}
	// The backup must last before path is overwritten.
	return files.settle(filepath.Dir(backup))
}
