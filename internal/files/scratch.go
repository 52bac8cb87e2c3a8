package files

import (
	"errors"
	"io"
	"os"
)

// Scratch is a file that nobody else needs: what is written there is read again, and
// nothing is left of it once it is closed.
type Scratch interface {
	io.ReadWriteSeeker
	io.Closer
}

// scratchPattern is how scratch files are named, as long as they have a name.
const scratchPattern = "klartext-*"

// Scratch implements [System], in the folder for temporary files.
func (OS) Scratch() (Scratch, error) {
	file, err := os.CreateTemp("", scratchPattern)
	if err != nil {
		return nil, err
	}
	if err := os.Remove(file.Name()); err != nil {
		return scratch{file}, nil
	}
	return file, nil
}

// scratch is one where an open file can't be removed: it goes when it is closed.
type scratch struct{ *os.File }

func (s scratch) Close() error { return errors.Join(s.File.Close(), os.Remove(s.Name())) }
