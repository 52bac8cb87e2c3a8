package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFileSet(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.WriteFile("a.txt", []byte("gleich"), 0o644))
	require.NoError(t, os.WriteFile("b.txt", []byte("gleich"), 0o644))
	info, err := os.Stat("a.txt")
	require.NoError(t, err)
	require.NoError(t, os.Chtimes("b.txt", info.ModTime(), info.ModTime()), "the stamps must not tell them apart")
	require.NoError(t, os.Link("a.txt", "hard.txt"))
	require.NoError(t, os.Symlink("a.txt", "soft.txt"))
	absolute, err := filepath.Abs("a.txt")
	require.NoError(t, err)

	var s fileSet
	for _, path := range []string{"a.txt", "new.txt", standardStream, "", os.DevNull} {
		s.add(path, "as "+path)
	}
	for path, want := range map[string]string{
		"a.txt": "as a.txt", "./a.txt": "as a.txt", "hard.txt": "as a.txt", "soft.txt": "as a.txt", absolute: "as a.txt",
		"new.txt": "as new.txt", "./new.txt": "as new.txt",
		"b.txt": "", "other.txt": "", standardStream: "", os.DevNull: "",
	} {
		name, found := s.find(path)
		assert.Equal(t, want, name, path)
		assert.Equal(t, want != "", found, path)
	}
}
