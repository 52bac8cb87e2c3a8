package settings

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
)

// notTOML says where and why the decoder has given up.
func notTOML(data []byte, err error) *Problem {
	p := &Problem{Line: 1, Column: 1, Reason: strings.TrimPrefix(err.Error(), "toml: ")}
	var located *toml.DecodeError
	if !errors.As(err, &located) {
		return p
	}
	offset := offsetOf(data, located)
	at := (&cursor{data: data, at: position{1, 1}}).to(offset)
	p.Line, p.Column = at.line, at.column
	// The decoder takes the first byte of an umlaut for a character.
	if r, size := utf8.DecodeRune(data[offset:]); size > 1 {
		taken := fmt.Sprintf("%#U", rune(data[offset]))
		p.Reason = strings.Replace(p.Reason, taken, fmt.Sprintf("%#U", r), 1)
	}
	return p
}

// offsetOf is the byte at which an error is, whose columns are bytes.
func offsetOf(data []byte, err *toml.DecodeError) int {
	line, column := err.Position()
	offset := 0
	for ; line > 1; line-- {
		offset += bytes.IndexByte(data[offset:], '\n') + 1
	}
	return min(offset+column-1, len(data))
}
