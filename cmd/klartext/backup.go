package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"

	"klartext/internal/files"
)

// keepBackup copies path, whole or not at all, to backup. What was kept first is the
// original: a backup that exists must hold the same, as that of a run does which was
// ended before it could write path.
func keepBackup(keeper *replacer, path, backup string, mode fs.FileMode) error {
	system := keeper.files()
	if _, err := system.Lstat(backup); err == nil {
		same, err := sameContent(system, path, backup)
		switch {
		case err == nil && same:
			return keeper.settle(filepath.Dir(backup))
		case err != nil && !errors.Is(err, files.ErrNotRegular):
			return fmt.Errorf("keeping %s: comparing with %s: %w", called(path), called(backup), reason(err))
		}
		return fmt.Errorf("keeping %s: %s is there already: remove it, or choose another --backup", called(path), called(backup))
	} else if !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("keeping %s: looking for %s: %w", called(path), called(backup), reason(err))
	}
	file, err := files.OpenRegular(system, path)
	if err != nil {
		return fmt.Errorf("keeping %s: %w", called(path), reason(err))
	}
	defer file.Close()
	err = keeper.replace(backup, mode, false, func(w io.Writer) error {
		_, err := io.Copy(w, file)
		return err
	})
	if err != nil {
		return err
	}
	// The backup must last before path is overwritten.
	return keeper.settle(filepath.Dir(backup))
}
