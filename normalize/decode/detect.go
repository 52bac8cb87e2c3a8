package decode

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// detect names the encoding of sample and the length of its byte order mark.
func detect(sample []byte, whole bool) (name string, skip int, err error) {
	switch {
	case bytes.HasPrefix(sample, []byte(bomUTF16LE)):
		return UTF16LE, len(bomUTF16LE), nil
	case bytes.HasPrefix(sample, []byte(bomUTF16BE)):
		return UTF16BE, len(bomUTF16BE), nil
	}
	if name := detectUTF16(sample); name != "" {
		return name, 0, nil
	}
	start := sample[:min(len(sample), sampleSize)]
	if err := checkBinary(start); err != nil {
		return "", 0, err
	}
	if bytes.HasPrefix(sample, []byte(bomUTF8)) {
		skip = len(bomUTF8)
	}
	valid, invalid := countSequences(sample, whole)
	switch {
	case invalid == 0:
		return UTF8, skip, nil
	case skip > 0 || valid >= invalid:
		return Mixed, skip, nil
	default:
		return detectSingleByte(sample), 0, nil
	}
}

// detectUTF16 tells UTF-16 without a byte order mark by its NULs: in German
// nearly every character has a zero high byte.
func detectUTF16(sample []byte) string {
	sample = sample[:min(len(sample), sampleSize)]
	even, odd := countNULs(sample)
	pairs := len(sample) / 2
	switch {
	case pairs < 4:
		return ""
	case odd*10 >= pairs*7 && even*20 <= pairs:
		return UTF16LE
	case even*10 >= pairs*7 && odd*20 <= pairs:
		return UTF16BE
	default:
		return ""
	}
}

// countNULs counts the zero bytes at even and at odd offsets.
func countNULs(sample []byte) (even, odd int) {
	for i, c := range sample {
		if c == 0 && i%2 == 0 {
			even++
		} else if c == 0 {
			odd++
		}
	}
	return even, odd
}

// countSequences counts the multi-byte sequences of UTF-8 in sample, and the
// bytes that belong to none. A sequence cut off at the end counts as neither
// unless sample is the whole.
func countSequences(sample []byte, whole bool) (valid, invalid int) {
	for i := 0; i < len(sample); {
		if sample[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(sample[i:])
		switch {
		case r != utf8.RuneError || size > 1:
			valid++
		case !whole && !utf8.FullRune(sample[i:]):
			return valid, invalid
		default:
			invalid++
		}
		i += size
	}
	return valid, invalid
}

// detectSingleByte decides between CP1252 and CP850 by which makes better
// German of the bytes beyond ASCII.
func detectSingleByte(sample []byte) string {
	windows, dos := 0, 0
	for i, c := range sample {
		if c < utf8.RuneSelf {
			continue
		}
		n := neighbours{}
		if i > 0 {
			n.before = sample[i-1]
		}
		if i+1 < len(sample) {
			n.after = sample[i+1]
		}
		windows += n.score(charmap.Windows1252.DecodeByte(c))
		dos += n.score(charmap.CodePage850.DecodeByte(c))
	}
	if dos > windows {
		return CP850
	}
	return CP1252
}

// neighbours are the bytes on either side of the one to be judged, 0 for none.
type neighbours struct{ before, after byte }

// score says how well r stands between its neighbours in German text: positive
// for well, negative for badly. Letters stand beside letters, quotes at the
// edges of words, and no capital follows a small letter.
func (n neighbours) score(r rune) int {
	before, after := isLetterByte(n.before), isLetterByte(n.after)
	switch {
	case strings.ContainsRune("ÄÖÜ", r) && n.before >= 'a' && n.before <= 'z', r == 'ß' && !before:
		return -3
	case strings.ContainsRune("äöüÄÖÜß", r):
		if before || after {
			return 3
		}
		return 0
	case unicode.IsLetter(r):
		if !before && !after {
			return -1
		}
		if strings.ContainsRune("éèêàáâçñëÉ", r) {
			return 1
		}
		return 0
	case strings.ContainsRune("„‚“‘”’»«", r):
		if before && (after && r != '’' || strings.ContainsRune("„‚", r)) {
			return -2
		}
		return 2
	case unicode.IsControl(r), r == utf8.RuneError:
		return -3
	case strings.ContainsRune("–—…§°€ \u00a0\u00ad", r):
		return 0
	case r >= 0x2500 && r < 0x2600 && (before || after): // box drawing
		return -2
	default:
		return -1
	}
}

// isLetterByte takes every byte beyond ASCII for a letter: which it is depends
// on the encoding in question, and letters are by far the most.
func isLetterByte(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= utf8.RuneSelf
}
