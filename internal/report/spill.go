package report

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"klartext/internal/files"
)

// spill is a scratch file that is written first and copied then.
type spill struct {
	file files.Scratch
	w    *bufio.Writer
}

func newSpill(system files.System) (*spill, error) {
	file, err := system.Scratch()
	if err != nil {
		return nil, waiting(err)
	}
	return &spill{file: file, w: bufio.NewWriter(file)}, nil
}

// copyTo copies what was written, and lets go of the file.
func (s *spill) copyTo(out io.Writer) error {
	defer s.discard()
	if err := s.w.Flush(); err != nil {
		return waiting(err)
	}
	size, err := s.file.Seek(0, io.SeekCurrent)
	if err == nil {
		_, err = s.file.Seek(0, io.SeekStart)
	}
	if err != nil {
		return waiting(err)
	}
	copied, err := io.Copy(out, s.file)
	if err == nil && copied < size {
		err = files.ErrShort
	}
	if err != nil {
		return fmt.Errorf("copying the rows: %w", err)
	}
	return nil
}

// discard lets go of a file that nothing more is expected of.
func (s *spill) discard() { _ = s.file.Close() }

// waiting says that an error is of the file in which rows wait, which may be on another
// disk than the report.
func waiting(err error) error {
	name := "a temporary file"
	if failed := (*fs.PathError)(nil); errors.As(err, &failed) {
		name, err = failed.Path, failed.Err
	}
	return fmt.Errorf("keeping rows in %s: %w", name, err)
}
