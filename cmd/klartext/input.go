package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"klartext/internal/compressed"
	"klartext/internal/files"
	"klartext/normalize/markup"
)

// maxWhole is up to how many bytes a text is cleaned as one document, which is
// best: longer ones are streamed, with bounded memory.
const maxWhole = 16 << 20

// maxMarkup is up to how many bytes a page is read, which can't be streamed.
const maxMarkup = 512 << 20

// input is a file, or standard input, that is to be cleaned.
type input struct {
	mode fs.FileMode // 0 for standard input
	info fs.FileInfo // as it was before it was read; nil for standard input
	// data is all of a document, decompressed. It is nil for a text that is to be
	// streamed.
	data []byte
	// raw is the file as it is. It is nil if that is not held.
	raw []byte
	// stream opens a text that is to be streamed.
	stream func() (io.ReadCloser, error)
	// rest is what has been read of such a text, and all that follows.
	rest io.Reader
	// sum is the checksum of what has been read only once and can't be read again,
	// and its length; nil for a file.
	sum func() (string, int64)
}

// readFile reads a file up to the limit for texts, or all of it if it is a page.
func (c *cleaner) readFile(name string) (input, error) {
	info, err := c.files.files().Stat(name)
	if err != nil {
		return input{}, err
	}
	if err := c.suitable(info); err != nil {
		return input{}, err
	}
	if !info.Mode().IsRegular() {
		return c.readOnce(name, info.Mode())
	}
	open := func() (io.ReadCloser, error) { return openCompressed(c.files.files(), name) }
	reader, err := open()
	if err != nil {
		return input{}, err
	}
	defer reader.Close()
	in, err := c.read(reader)
	if err != nil {
		return input{}, err
	}
	in.mode, in.info = info.Mode(), info
	if in.data == nil {
		in.stream, in.rest = open, nil
		return in, nil
	}
	in.raw = in.data
	if compressed.Of(name) != compressed.None {
		in.raw, err = c.readRaw(name)
	}
	return in, err
}

// readRaw reads a compressed file as it is.
func (c *cleaner) readRaw(name string) ([]byte, error) {
	file, err := files.OpenRegular(c.files.files(), name)
	if err != nil {
		return nil, err
	}
	defer file.Close() // nothing was written
	return readHeld(file)
}

// read reads a document from r. Its data are nil if it is a text to be streamed.
func (c *cleaner) read(r io.Reader) (input, error) {
	buffered := bufio.NewReaderSize(r, markup.Sniffed())
	head, err := buffered.Peek(markup.Sniffed())
	if err != nil && !errors.Is(err, io.EOF) {
		return input{}, err
	}
	limit := c.maxWhole
	isMarkup := c.options.format != string(markup.Plain) && beginsLikeMarkup(head)
	if isMarkup || c.options.diff {
		limit = maxMarkup
	}
	data, err := io.ReadAll(io.LimitReader(buffered, limit+1))
	switch {
	case err != nil:
		return input{}, err
	case int64(len(data)) <= limit:
		return input{data: append([]byte{}, data...)}, nil
	case limit == maxMarkup:
		return input{}, fmt.Errorf("is larger than %d MiB, too large to be taken as a whole; --format text streams it as text", maxMarkup>>20)
	}
	return input{rest: io.MultiReader(bytes.NewReader(data), buffered)}, nil
}

// beginsLikeMarkup tells whether the first bytes of a file, in any encoding, are those
// of XML or HTML.
func beginsLikeMarkup(head []byte) bool {
	head = bytes.TrimLeft(head, "\xef\xbb\xbf\xfe\xff\x00 \t\r\n")
	return len(head) > 0 && head[0] == '<'
}

// compressedFile closes both the reader of what is in a file and the file.
type compressedFile struct {
	io.ReadCloser
	file io.Closer
}

func (f compressedFile) Close() error { return errors.Join(f.ReadCloser.Close(), f.file.Close()) }

// openNamed opens a file that somebody has named, which may be a pipe or a device.
func openNamed(source files.Source, name string) (io.ReadCloser, error) {
	if info, err := source.Stat(name); err == nil && !info.Mode().IsRegular() {
		return source.Open(name)
	}
	return files.OpenRegular(source, name)
}

// openCompressed opens a file and decompresses it if its name says so.
func openCompressed(source files.Source, name string) (io.ReadCloser, error) {
	file, err := openNamed(source, name)
	if err != nil {
		return nil, err
	}
	reader, err := compressed.Of(name).NewReader(file)
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return compressedFile{reader, file}, nil
}

// suitable refuses what cannot be cleaned or must not be replaced.
func (c *cleaner) suitable(info fs.FileInfo) error {
	switch {
	case info.IsDir():
		return errors.New("is a folder; name the files in it, or add --output-dir, --write or --diff")
	case c.options.write && !info.Mode().IsRegular():
		return errors.New("is not a regular file and cannot be rewritten")
	case c.options.write && info.Mode().Perm()&0o200 == 0:
		return errors.New("is read-only")
	}
	return nil
}

// compressedCopy calls content with a writer that compresses to w as the name says.
func compressedCopy(name string, w io.Writer, content func(io.Writer) error) error {
	writer, err := compressed.Of(name).NewWriter(w)
	if err != nil {
		return err
	}
	if err := content(writer); err != nil {
		return err
	}
	return writer.Close()
}

// writesString is a content that is text.
func writesString(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.Copy(w, strings.NewReader(text))
		return err
	}
}
