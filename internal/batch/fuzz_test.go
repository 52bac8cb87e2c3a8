package batch

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"klartext/internal/files"
)

// FuzzManifest wants a manifest, whatever it holds, to be refused or to be written
// again as one that says the same.
func FuzzManifest(f *testing.F) {
	f.Add([]byte(`{"output":"a","words":3,"changes":{"x":1}}` + "\n" + `{"output":"b","err`))
	f.Add([]byte("{}\n\n"))
	f.Add([]byte(`{"output":"x","output_raw":"/w=="}` + "\n"))
	f.Add([]byte(`{"output":"\ud800","input":"a\u0000"}` + "\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		dir := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(dir, ManifestName), data, 0o644))
		before, err := ReadManifest(files.OS{}, dir)
		if err != nil {
			return
		}
		m, err := OpenManifest(files.OS{}, dir)
		require.NoError(t, err)
		e := Entry{Output: "new\n", Words: 1, Changes: map[string]int{"x": 1}}
		require.NoError(t, m.Add(e))
		require.NoError(t, m.Close())
		before[e.Output] = e
		after, err := ReadManifest(files.OS{}, dir)
		require.NoError(t, err)
		require.Equal(t, len(before), len(after))
		for output, want := range maps.All(before) {
			require.Equal(t, want.Words, after[output].Words)
			require.Equal(t, want.Error, after[output].Error)
		}
		written, err := os.ReadFile(filepath.Join(dir, ManifestName))
		require.NoError(t, err)
		require.Equal(t, len(after), bytes.Count(written, []byte("\n")))
	})
}
