package wordlist

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxFile is the most bytes of a file: a bound for devices and mistaken paths.
const maxFile = 1 << 30

// readText returns the text of a UTF-8 file in NFC, without a BOM.
func readText(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", fmt.Errorf("opening the word list: %w", err)
	}
	defer f.Close() // nothing was written
	size := 0
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		size = int(min(info.Size(), maxFile))
	}
	data := bytes.NewBuffer(make([]byte, 0, size+bytes.MinRead))
	if _, err := data.ReadFrom(io.LimitReader(f, maxFile+1)); err != nil {
		return "", fmt.Errorf("reading the word list %s: %w", path, err)
	}
	if data.Len() > maxFile {
		return "", fmt.Errorf("%s: more than %d bytes", path, maxFile)
	}
	return toText(path, data.Bytes())
}

// toText does the work of readText on bytes.
func toText(path string, data []byte) (string, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(data) {
		return "", fmt.Errorf("%s:%d: not UTF-8", path, invalidLine(data))
	}
	if !norm.NFC.IsNormal(data) {
		data = norm.NFC.Bytes(data)
	}
	return string(data), nil
}

// invalidLine is the number of the first line that is not UTF-8.
func invalidLine(data []byte) int {
	number := 1
	for line := range bytes.Lines(data) {
		if !utf8.Valid(line) {
			break
		}
		number++
	}
	return number
}
