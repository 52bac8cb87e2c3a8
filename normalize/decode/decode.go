// Package decode turns bytes in any encoding that German text files come in
// into UTF-8, and repairs text that was decoded wrongly before it got here.
package decode

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// sampleSize is how many bytes a stream's encoding is decided by.
const sampleSize = 64 << 10

// ErrBinary says that the input is no text in any known encoding.
var ErrBinary = errors.New("input is binary, not text")

const (
	bomUTF8    = "\xEF\xBB\xBF"
	bomUTF16LE = "\xFF\xFE"
	bomUTF16BE = "\xFE\xFF"
)

// Bytes decodes data to UTF-8 without a byte order mark. An empty encoding has
// it detected (see [Names] for what can be forced); detected names the one
// used. NULs and other control characters stay in the text. The error wraps
// [ErrBinary] or names an encoding that is not known.
func Bytes(data []byte, encoding string) (text string, detected string, err error) {
	c, skip, err := choose(data, encoding, true)
	if err != nil {
		return "", "", err
	}
	data = data[skip:]
	if c.name == UTF8 && utf8.Valid(data) {
		return string(data), c.name, nil
	}
	decoded, _, err := transform.Bytes(c.transformer(), data)
	if err != nil {
		return "", "", fmt.Errorf("decoding %s: %w", c.name, err)
	}
	return string(decoded), c.name, nil
}

// NewReader is [Bytes] for a stream, in bounded memory: the encoding is decided
// by the first 64 KiB, and the reader returned yields UTF-8. Where the stream
// turns out not to be UTF-8 only later, the bytes that are not are read as
// CP1252. The error is that of reading the first bytes, or as in [Bytes].
func NewReader(r io.Reader, encoding string) (io.Reader, string, error) {
	sample := make([]byte, sampleSize)
	n, whole, err := Fill(r, sample)
	if err != nil {
		return nil, "", fmt.Errorf("reading the first bytes: %w", err)
	}
	sample = sample[:n]
	c, skip, err := choose(sample, encoding, whole)
	if err != nil {
		return nil, "", err
	}
	rest := io.Reader(bytes.NewReader(sample[skip:]))
	if !whole {
		rest = io.MultiReader(rest, r)
	}
	if c.name == UTF8 && encoding == "" {
		return transform.NewReader(rest, mixedDecoder{}), UTF8, nil
	}
	return transform.NewReader(rest, c.transformer()), c.name, nil
}

// Fill reads from r until buffer is full or r ends. It takes the place of [io.ReadFull],
// which tells the end of r by io.ErrUnexpectedEOF: so do archives that are cut off,
// and those must not pass for whole.
func Fill(r io.Reader, buffer []byte) (n int, ended bool, err error) {
	for n < len(buffer) {
		read, err := r.Read(buffer[n:])
		n += read
		if errors.Is(err, io.EOF) {
			return n, true, nil
		}
		if err != nil {
			return n, false, err
		}
	}
	return n, false, nil
}

// transformer decodes what follows the byte order mark.
func (c charset) transformer() transform.Transformer {
	if c.encoding == nil {
		return mixedDecoder{}
	}
	return c.encoding.NewDecoder()
}

// choose decides on the encoding of sample and tells the length of its byte
// order mark. whole says that sample is all there is.
func choose(sample []byte, encoding string, whole bool) (c charset, skip int, err error) {
	if encoding != "" {
		if c, err = lookup(encoding); err != nil {
			return c, 0, err
		}
		return forced(c, sample)
	}
	name, skip, err := detect(sample, whole)
	if err != nil {
		return c, 0, err
	}
	c, err = lookup(name)
	return c, skip, err
}

// forced tells the length of the byte order mark that c may begin with. A mark
// decides the byte order of utf-16; without one it is decided by the NULs.
func forced(c charset, sample []byte) (charset, int, error) {
	switch {
	case (c.name == UTF8 || c.name == Mixed) && bytes.HasPrefix(sample, []byte(bomUTF8)):
		return c, len(bomUTF8), nil
	case c.name == UTF16LE && bytes.HasPrefix(sample, []byte(bomUTF16LE)),
		c.name == UTF16BE && bytes.HasPrefix(sample, []byte(bomUTF16BE)):
		return c, len(bomUTF16LE), nil
	case c.name == "utf-16" && !bytes.HasPrefix(sample, []byte(bomUTF16LE)) && !bytes.HasPrefix(sample, []byte(bomUTF16BE)):
		if even, odd := countNULs(sample); even > odd {
			c.encoding = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
		}
	}
	return c, 0, nil
}

// binaryMagic are the first bytes of files that are often taken for text.
var binaryMagic = []struct{ magic, what string }{
	{"%PDF-", "a PDF file"},
	{"\x89PNG\r\n", "a PNG image"},
	{"\xFF\xD8\xFF", "a JPEG image"},
	{"GIF8", "a GIF image"},
	{"II*\x00", "a TIFF image"},
	{"MM\x00*", "a TIFF image"},
	{"PK\x03\x04", "a ZIP archive (or an office document)"},
	{"\x1F\x8B", "a gzip archive"},
	{"\x28\xB5\x2F\xFD", "a zstd archive"},
	{"\x7FELF", "a program"},
}

// checkBinary returns an error that wraps [ErrBinary] if sample, which is not
// UTF-16, cannot be text.
func checkBinary(sample []byte) error {
	for _, b := range binaryMagic {
		if bytes.HasPrefix(sample, []byte(b.magic)) {
			return fmt.Errorf("%w: it is %s", ErrBinary, b.what)
		}
	}
	controls := 0
	for _, c := range sample {
		if c < 0x20 && !strings.ContainsRune("\t\n\v\f\r\x1b", rune(c)) {
			controls++
		}
	}
	// Compressed data has about one control byte in ten; text has hardly any.
	if controls > 2 && controls*20 > len(sample) {
		return fmt.Errorf("%w: %d of the first %d bytes are control characters", ErrBinary, controls, len(sample))
	}
	return nil
}
