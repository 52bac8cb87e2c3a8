package compressed

import (
	"bytes"
	"io"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzReader wants any bytes to be decompressed or refused, in bounded memory.
func FuzzReader(f *testing.F) {
	for _, kind := range []Kind{Gzip, Zstd} {
		var b bytes.Buffer
		w, err := kind.NewWriter(&b)
		require.NoError(f, err)
		_, err = io.WriteString(w, "Grüße aus Köln")
		require.NoError(f, err)
		require.NoError(f, w.Close())
		f.Add(b.Bytes(), kind == Zstd)
		f.Add(append(b.Bytes(), b.Bytes()...), kind == Zstd)
	}
	f.Fuzz(func(t *testing.T, data []byte, isZstd bool) {
		kind := Gzip
		if isZstd {
			kind = Zstd
		}
		r, err := kind.NewReader(bytes.NewReader(data))
		if err != nil {
			require.ErrorContains(t, err, "decompressing: ")
			return
		}
		defer r.Close()
		if _, err := io.Copy(io.Discard, io.LimitReader(r, 1<<24)); err != nil {
			require.ErrorContains(t, err, "decompressing: ")
		}
	})
}
