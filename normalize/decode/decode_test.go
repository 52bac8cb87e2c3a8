package decode

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const sentence = "Die „Größe“ der Straße über Ämter und Öfen – schön für § 5, Übung.\n"

func encoded(t *testing.T, e encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := e.NewEncoder().Bytes([]byte(s))
	require.NoError(t, err)
	return b
}

func TestBytes(t *testing.T) {
	noQuotes := "Die Größe der Straße über Ämter und Öfen, schön für § 5, Übung.\n"
	utf16 := func(order unicode.Endianness, bom unicode.BOMPolicy) []byte {
		return encoded(t, unicode.UTF16(order, bom), sentence)
	}
	tests := []struct {
		name     string
		data     []byte
		forced   string
		text     string
		detected string
	}{
		{"empty", nil, "", "", UTF8},
		{"ASCII", []byte("abc\r\n"), "", "abc\r\n", UTF8},
		{"UTF-8", []byte(sentence), "", sentence, UTF8},
		{"byte order mark dropped", []byte(bomUTF8 + sentence), "", sentence, UTF8},
		{"UTF-16 LE with mark", utf16(unicode.LittleEndian, unicode.UseBOM), "", sentence, UTF16LE},
		{"UTF-16 BE with mark", utf16(unicode.BigEndian, unicode.UseBOM), "", sentence, UTF16BE},
		{"UTF-16 LE", utf16(unicode.LittleEndian, unicode.IgnoreBOM), "", sentence, UTF16LE},
		{"UTF-16 BE", utf16(unicode.BigEndian, unicode.IgnoreBOM), "", sentence, UTF16BE},
		{"CP1252", encoded(t, charmap.Windows1252, sentence), "", sentence, CP1252},
		{"Latin-1", encoded(t, charmap.ISO8859_1, noQuotes), "", noQuotes, CP1252},
		{"CP850", encoded(t, charmap.CodePage850, noQuotes), "", noQuotes, CP850},
		{"CP850, one umlaut", []byte("Das ist f\x81r alle."), "", "Das ist für alle.", CP850},
		{"CP1252, one quote", []byte("Das ist \x84er\x93 da."), "", "Das ist „er“ da.", CP1252},
		{"single CP1252 bytes in UTF-8", []byte("schön für f\xfcr Straße und M\xe4rz"), "", "schön für für Straße und März", Mixed},
		{"foreign letters in UTF-8 stay", []byte("λόγος f\xfcr"), "", "λόγος für", Mixed},
		{"one NUL is kept", []byte("Wort\x00 und noch viele Worte mehr"), "", "Wort\x00 und noch viele Worte mehr", UTF8},
		{"forced", []byte("f\x81r"), "CP850", "für", CP850},
		{"forced by alias", []byte("f\xfcr"), "ISO_8859-1", "für", "latin1"},
		{"forced against the look", []byte("fÃ¼r"), "utf8", "fÃ¼r", UTF8},
		{"forced UTF-16 by mark", utf16(unicode.BigEndian, unicode.UseBOM), "utf-16", sentence, "utf-16"},
		{"forced UTF-16 by pattern", utf16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16", sentence, "utf-16"},
		{"forced UTF-16 LE with mark", utf16(unicode.LittleEndian, unicode.UseBOM), "utf-16le", sentence, UTF16LE},
		{"forced UTF-8 with damage", []byte("f\xfcr"), "utf-8", "f\ufffdr", UTF8},
		{"forced Mac", []byte("f\x9fr"), "mac", "für", "macroman"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, detected, err := Bytes(tt.data, tt.forced)
			require.NoError(t, err)
			assert.Equal(t, tt.text, text)
			assert.Equal(t, tt.detected, detected)

			r, detected, err := NewReader(iotest.OneByteReader(bytes.NewReader(tt.data)), tt.forced)
			require.NoError(t, err)
			streamed, err := io.ReadAll(r)
			require.NoError(t, err)
			assert.Equal(t, tt.text, string(streamed), "streamed")
			assert.Equal(t, tt.detected, detected, "streamed")
		})
	}
}

func TestBytesErrors(t *testing.T) {
	random := make([]byte, 1000)
	for i := range random {
		random[i] = byte(i * 7)
	}
	tests := []struct {
		name, message string
		data          []byte
		forced        string
	}{
		{"unknown encoding", `unknown encoding "klingon"; known are utf-8,`, []byte("a"), "klingon"},
		{"PDF", "it is a PDF file", []byte("%PDF-1.4\n"), ""},
		{"image", "it is a PNG image", []byte("\x89PNG\r\n\x1a\n"), ""},
		{"control bytes", "control characters", random, ""},
		{"NULs", "control characters", make([]byte, 100), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, _, err := Bytes(tt.data, tt.forced)
			assert.ErrorContains(t, err, tt.message)
			_, _, err = NewReader(bytes.NewReader(tt.data), tt.forced)
			assert.ErrorContains(t, err, tt.message)
			if tt.forced == "" {
				assert.ErrorIs(t, err, ErrBinary)
			}
		})
	}
}

func TestNewReaderLong(t *testing.T) {
	// The sample ends inside a character, and the first byte that is not UTF-8
	// comes only behind it.
	long := strings.Repeat("a", sampleSize-1) + strings.Repeat("ü", 10000)
	r, detected, err := NewReader(strings.NewReader(long+" f\xfcr"), "")
	require.NoError(t, err)
	text, err := io.ReadAll(r)
	require.NoError(t, err)
	assert.Equal(t, long+" für", string(text))
	assert.Equal(t, UTF8, detected)
}

func TestNewReaderError(t *testing.T) {
	_, _, err := NewReader(iotest.ErrReader(io.ErrClosedPipe), "")
	assert.ErrorIs(t, err, io.ErrClosedPipe)
}

// TestCutOffIsNoEnd reads what is cut off, as an archive is: that is an error, not the
// end of the text, wherever it happens.
func TestCutOffIsNoEnd(t *testing.T) {
	for _, length := range []int{0, 10, sampleSize, sampleSize + 10, 3 * sampleSize} {
		cut := io.MultiReader(strings.NewReader(strings.Repeat("a", length)), iotest.ErrReader(io.ErrUnexpectedEOF))
		r, _, err := NewReader(cut, "")
		if err == nil {
			_, err = io.ReadAll(r)
		}
		assert.ErrorIs(t, err, io.ErrUnexpectedEOF, "%d bytes", length)
	}
}

func FuzzBytes(f *testing.F) {
	f.Add([]byte(sentence))
	f.Add([]byte("f\xfcr f\x81r schön"))
	f.Add([]byte("\xff\xfef\x00\xfc\x00r"))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, detected, err := Bytes(data, "")
		r, streamedAs, streamErr := NewReader(bytes.NewReader(data), "")
		if err != nil {
			assert.ErrorIs(t, err, ErrBinary)
			assert.Error(t, streamErr)
			return
		}
		assert.True(t, utf8.ValidString(text))
		require.NoError(t, streamErr)
		streamed, err := io.ReadAll(r)
		require.NoError(t, err)
		if len(data) < sampleSize {
			assert.Equal(t, detected, streamedAs)
			assert.Equal(t, text, string(streamed))
		}
	})
}

func BenchmarkBytes(b *testing.B) {
	data := []byte(strings.Repeat(sentence, 1<<14))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, _, err := Bytes(data, ""); err != nil {
			b.Fatal(err)
		}
	}
}
