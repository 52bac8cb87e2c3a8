package main

import (
	"fmt"
	"io"

	"klartext/internal/files"
)

// readHeld reads all of r, which is to be held, up to the limit for pages: what has been
// compressed may be a thousand times as long as the file, and a device has no end.
func readHeld(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxMarkup+1))
	if err == nil && len(data) > maxMarkup {
		return nil, fmt.Errorf("is larger than %d MiB, too large to be taken as a whole", maxMarkup>>20)
	}
	return data, err
}

// readWhole reads a file as it is, up to the same limit.
func readWhole(source files.Source, path string) ([]byte, error) {
	file, err := openNamed(source, path)
	if err != nil {
		return nil, err
	}
	defer file.Close() // nothing was written
	return readHeld(file)
}
