// Package compressed reads and writes files that are compressed as a whole, by the
// ending of their names.
package compressed

import (
	"compress/gzip"
	"fmt"
	"io"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// Kind is a way of compressing.
type Kind int

// The kinds.
const (
	None Kind = iota
	Gzip
	Zstd
)

// Of tells by its ending how the file of a name is compressed.
func Of(name string) Kind {
	switch {
	case strings.HasSuffix(name, ".gz"):
		return Gzip
	case strings.HasSuffix(name, ".zst"):
		return Zstd
	}
	return None
}

// Trim is name without the ending that tells of compression.
func Trim(name string) string {
	switch Of(name) {
	case Gzip:
		return strings.TrimSuffix(name, ".gz")
	case Zstd:
		return strings.TrimSuffix(name, ".zst")
	}
	return name
}

// maxWindow bounds the memory, in bytes, that a zstd file can ask for.
const maxWindow = 128 << 20

// NewReader reads what is compressed in r. Its errors, which for gzip may come at
// once, say what is wrong with the compression.
func (k Kind) NewReader(r io.Reader) (io.ReadCloser, error) {
	switch k {
	case Gzip:
		reader, err := gzip.NewReader(r)
		if err != nil {
			return nil, fmt.Errorf("decompressing: %w", err)
		}
		return named{reader}, nil
	case Zstd:
		reader, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return nil, fmt.Errorf("decompressing: %w", err)
		}
		return named{reader.IOReadCloser()}, nil
	}
	return io.NopCloser(r), nil
}

// named says of errors that they come of decompressing.
type named struct{ io.ReadCloser }

func (n named) Read(p []byte) (int, error) {
	count, err := n.ReadCloser.Read(p)
	if err != nil && err != io.EOF {
		err = fmt.Errorf("decompressing: %w", err)
	}
	return count, err
}

// NewWriter compresses to w what is written, the same bytes each time. It must be
// closed, which leaves w open.
func (k Kind) NewWriter(w io.Writer) (io.WriteCloser, error) {
	switch k {
	case Gzip:
		return gzip.NewWriter(w), nil // without a name or a time
	case Zstd:
		writer, err := zstd.NewWriter(w, zstd.WithEncoderConcurrency(1))
		if err != nil {
			return nil, fmt.Errorf("compressing: %w", err)
		}
		return writer, nil
	}
	return nopWriteCloser{w}, nil
}

type nopWriteCloser struct{ io.Writer }

func (nopWriteCloser) Close() error { return nil }
