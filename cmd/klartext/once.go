package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"io/fs"

	"klartext/internal/compressed"
)

// readOnce reads a pipe or a device as readFile does a file. What it has yielded does
// not come again: it must neither be opened a second time for a text that is streamed
// nor for a checksum.
func (c *cleaner) readOnce(name string, mode fs.FileMode) (input, error) {
	file, err := c.files.files().Open(name)
	if err != nil {
		return input{}, err
	}
	counted := &summed{r: file, hash: sha256.New()}
	reader, err := compressed.Of(name).NewReader(counted)
	if err != nil {
		return input{}, errors.Join(err, file.Close())
	}
	whole := compressedFile{reader, file}
	in, err := c.read(whole)
	if err != nil {
		return input{}, errors.Join(err, whole.Close())
	}
	in.mode, in.sum = mode, counted.sum
	if in.data != nil {
		return in, whole.Close()
	}
	rest := in.rest
	in.stream = func() (io.ReadCloser, error) {
		return struct {
			io.Reader
			io.Closer
		}{rest, whole}, nil
	}
	return in, nil
}

// summed sums up what is read.
type summed struct {
	r    io.Reader
	hash hash.Hash
	n    int64
}

func (s *summed) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	s.n += int64(n)
	// A hash takes anything.
	_, _ = s.hash.Write(p[:n])
	return n, err
}

func (s *summed) sum() (string, int64) { return hex.EncodeToString(s.hash.Sum(nil)), s.n }
