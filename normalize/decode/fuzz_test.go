package decode

import (
	"bytes"
	"io"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// FuzzForced decodes any bytes by each encoding that can be named: it is UTF-8 what
// comes out, and the same if the bytes come one by one.
func FuzzForced(f *testing.F) {
	for i := range Names() {
		f.Add([]byte("f\xfcr \xff\xfe\x00\xd8 \xef\xbb\xbfa\x00"), uint8(i))
		f.Add([]byte("\xfe\xff\x00a\xdc\x00"), uint8(i))
	}
	f.Fuzz(func(t *testing.T, data []byte, which uint8) {
		name := Names()[int(which)%len(Names())]
		text, _, err := Bytes(data, name)
		require.NoError(t, err)
		require.True(t, utf8.ValidString(text))
		r, _, err := NewReader(iotest.OneByteReader(bytes.NewReader(data)), name)
		require.NoError(t, err)
		streamed, err := io.ReadAll(r)
		require.NoError(t, err)
		require.Equal(t, text, string(streamed))
	})
}
