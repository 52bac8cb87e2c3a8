package wordlist

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAddHunspell(t *testing.T) {
	base := filepath.Join(t.TempDir(), "klein")
	require.NoError(t, os.WriteFile(base+".aff", []byte("SET UTF-8\nFORBIDDENWORD !\nSFX A Y 2\nSFX A 0 s .\nSFX A 0 s- .\n"), 0o600))
	require.NoError(t, os.WriteFile(base+".dic", []byte("2\nBerg/A\nTal\nHügel/!\nx\u200by\n"), 0o600))
	plain := filepath.Join(t.TempDir(), "words.txt")
	require.NoError(t, os.WriteFile(plain, []byte("Hügel\t2\nTal\t5\n"), 0o600))
	var b Builder
	require.NoError(t, b.AddHunspell(base+".dic"))
	require.NoError(t, b.AddFile(plain))
	l, err := b.Build()
	require.NoError(t, err)
	got := make(map[string]float64)
	for w, count := range l.Words() {
		got[w] = count
	}
	assert.Equal(t, map[string]float64{"Berg": 0, "Bergs": 0, "Tal": 5, "Hügel": 2}, got)
}
