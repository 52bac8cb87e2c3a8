package files

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// shrinking is a file system in which files lose their last byte after they were
// looked at.
type shrinking struct{ OS }

func (s shrinking) Open(path string) (fs.File, error) {
	info, err := os.Stat(path)
	if err == nil {
		err = os.Truncate(path, info.Size()-1)
	}
	if err != nil {
		return nil, err
	}
	return s.OS.Open(path)
}

func TestOpenRegular(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a")
	require.NoError(t, os.WriteFile(path, []byte("text"), 0o644))
	read := func(source Source) (string, error) {
		file, err := OpenRegular(source, path)
		require.NoError(t, err)
		defer file.Close()
		data, err := io.ReadAll(file)
		return string(data), err
	}
	text, err := read(OS{})
	require.NoError(t, err)
	assert.Equal(t, "text", text)
	text, err = read(shrinking{})
	require.ErrorIs(t, err, ErrShort)
	assert.ErrorContains(t, err, path)
	assert.Equal(t, "tex", text)

	for path, want := range map[string]error{dir: ErrNotRegular, filepath.Join(dir, "missing"): fs.ErrNotExist} {
		_, err := OpenRegular(OS{}, path)
		assert.ErrorIs(t, err, want)
	}
	if os.DevNull == "/dev/null" {
		_, err := OpenRegular(OS{}, os.DevNull)
		assert.ErrorIs(t, err, ErrNotRegular)
	}
}
