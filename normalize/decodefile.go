package normalize

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"klartext/normalize/decode"
	"klartext/normalize/markup"
)

// decodeFile decodes data and tells their format. A page that is UTF-8 stays as it
// is, with its byte order mark: of a page, only what changes is written anew.
func (p *Pipeline) decodeFile(data []byte) (text string, format markup.Format, err error) {
	if p.options.format == markup.Plain {
		text, err = p.Decode(data)
		return text, markup.Plain, err
	}
	if p.options.encoding != "" || isUTF16(data) {
		if text, err = p.Decode(data); err != nil {
			return "", markup.Auto, err
		}
		format, err = p.formatOf(text)
		return text, format, err
	}
	text = string(data)
	if format, err = p.formatOf(text); err != nil {
		return "", markup.Auto, err
	}
	if format == markup.Plain {
		text, err = p.Decode(data)
		return text, markup.Plain, err
	}
	text, err = decodeMarkup(data, text)
	return text, format, err
}

func isUTF16(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff"))
}

func (p *Pipeline) formatOf(text string) (markup.Format, error) {
	if p.options.format != markup.Auto {
		return p.options.format, nil
	}
	return markup.Recognise(text)
}

// decodeMarkup reads data, which text holds byte by byte, in the encoding that they
// declare.
func decodeMarkup(data []byte, text string) (string, error) {
	declared := markup.DeclaredEncoding(text)
	if declared == "" || strings.EqualFold(declared, decode.UTF8) {
		if !utf8.Valid(data) {
			line := 1 + bytes.Count(data[:invalidAt(data)], []byte("\n"))
			return "", fmt.Errorf("line %d: is not UTF-8, and the file declares no other encoding: name it by --encoding", line)
		}
		return text, nil
	}
	if err := decode.CheckName(declared); err != nil {
		return "", errors.New("declares the encoding " + declared + ", which is not known: name another by --encoding")
	}
	decoded, _, err := decode.Bytes(data, declared)
	if err != nil {
		return "", fmt.Errorf("decoding: %w", err)
	}
	return decoded, nil
}

// invalidAt is where data stop being UTF-8.
func invalidAt(data []byte) int {
	for at := 0; at < len(data); {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
	return len(data)
}
