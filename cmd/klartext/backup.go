package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// keepBackup copies path, whole or not at all, to backup, which must not exist: what
// was kept first is the original.
func keepBackup(files *replacer, path, backup string, mode fs.FileMode) error {
	if _, err := os.Lstat(backup); err == nil {
		return fmt.Errorf("keeping %s: %s is there already: remove it, or choose another --backup", path, backup)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("keeping %s: %w", path, reason(err))
	}
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("keeping %s: %w", path, reason(err))
	}
	defer file.Close()
	return files.replace(backup, mode, false, func(w io.Writer) error {
		_, err := io.Copy(w, file)
		return err
	})
}
