package compressed

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func compress(t *testing.T, kind Kind, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := kind.NewWriter(&b)
	require.NoError(t, err)
	_, err = io.WriteString(w, text)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.Bytes()
}

func TestRoundTrip(t *testing.T) {
	text := strings.Repeat("Grüße aus Köln\n", 10000)
	for name, kind := range map[string]Kind{"a.txt": None, "a.txt.gz": Gzip, "a.txt.zst": Zstd} {
		require.Equal(t, kind, Of(name))
		assert.Equal(t, "a.txt", Trim(name))
		data := compress(t, kind, text)
		assert.Equal(t, data, compress(t, kind, text), "the same bytes each time")
		r, err := kind.NewReader(bytes.NewReader(data))
		require.NoError(t, err)
		got, err := io.ReadAll(r)
		require.NoError(t, err)
		assert.Equal(t, text, string(got))
		require.NoError(t, r.Close())
	}
}

func TestCutOff(t *testing.T) {
	for _, kind := range []Kind{Gzip, Zstd} {
		data := compress(t, kind, strings.Repeat("Grüße\n", 1000))
		r, err := kind.NewReader(bytes.NewReader(data[:len(data)-6]))
		require.NoError(t, err)
		_, err = io.ReadAll(r)
		assert.ErrorContains(t, err, "decompressing")
	}
	_, err := Gzip.NewReader(strings.NewReader("no gzip"))
	assert.ErrorContains(t, err, "decompressing")
}
