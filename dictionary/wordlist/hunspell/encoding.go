package hunspell

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/unicode/norm"
)

// bom is the byte order mark in UTF-8.
var bom = []byte("\ufeff") // never written

// decoder turns the bytes of a file into text in NFC.
type decoder func(f file) (string, error)

// findDecoder finds the encoding that SET names in the .aff file; it holds for both
// files. Without SET it is ISO 8859-1.
func findDecoder(aff file) (decoder, error) {
	number := 0
	for line := range bytes.Lines(bytes.TrimPrefix(aff.data, bom)) {
		number++
		fields := bytes.Fields(line[:min(len(line), maxText)])
		if len(fields) < 2 || string(fields[0]) != "SET" {
			continue
		}
		name := string(fields[1])
		if strings.EqualFold(name, "UTF-8") {
			return decodeUTF8, nil
		}
		e, err := findEncoding(name)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", aff.path, number, err)
		}
		return decodeWith(e), nil
	}
	return decodeWith(charmap.ISO8859_1), nil
}

// findEncoding knows the names that hunspell(5) lists and those of the web.
func findEncoding(name string) (encoding.Encoding, error) {
	lower := strings.ToLower(name)
	if lower == "iso8859-1" || lower == "iso-8859-1" {
		return charmap.ISO8859_1, nil // the web takes it for windows-1252
	}
	lower = strings.TrimPrefix(lower, "microsoft-")
	lower = strings.Replace(lower, "tis620-2533", "tis-620", 1)
	e, err := htmlindex.Get(lower)
	if err != nil {
		return nil, fmt.Errorf("SET %s: no known encoding", name)
	}
	return e, nil
}

// decodeUTF8 is the decoder for UTF-8.
func decodeUTF8(f file) (string, error) {
	data := bytes.TrimPrefix(f.data, bom)
	number := 1
	for line := range bytes.Lines(data) {
		if !utf8.Valid(line) {
			return "", fmt.Errorf("%s:%d: not UTF-8, as SET says it is", f.path, number)
		}
		number++
	}
	return string(norm.NFC.Bytes(data)), nil
}

// decodeWith is the decoder for other encodings.
func decodeWith(e encoding.Encoding) decoder {
	return func(f file) (string, error) {
		data, err := e.NewDecoder().Bytes(f.data)
		if err != nil {
			return "", fmt.Errorf("%s: decoding: %w", f.path, err)
		}
		return string(norm.NFC.Bytes(data)), nil
	}
}
