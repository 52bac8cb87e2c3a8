package files

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSweepLeavesWhatIsWorkedOn(t *testing.T) {
	dir := t.TempDir()
	file, err := CreateTemporary(OS{}, dir)
	require.NoError(t, err)
	require.NoError(t, file.Close()) // it may be closed and not yet renamed
	abandoned, other := filepath.Join(dir, ".klartext-1.tmp"), filepath.Join(dir, "klartext-1.tmp")
	for _, path := range []string{abandoned, other} {
		require.NoError(t, os.WriteFile(path, nil, 0o644))
	}
	Sweep(OS{}, dir)
	assert.FileExists(t, file.Name())
	assert.NoFileExists(t, abandoned)
	assert.FileExists(t, other)

	file.Release()
	Sweep(OS{}, dir)
	assert.NoFileExists(t, file.Name())
	Sweep(OS{}, filepath.Join(dir, "missing"))
}

func TestIsTemporary(t *testing.T) {
	assert.True(t, IsTemporary("a/.klartext-12.tmp"))
	assert.False(t, IsTemporary("a/klartext-12.tmp"))
	assert.False(t, IsTemporary(".klartext-12.tmp/a"))
}

func TestShown(t *testing.T) {
	for name, want := range map[string]string{
		"a/Grüße 1.txt": "a/Grüße 1.txt",
		"a\nb":          `"a\nb"`,
		"a\x1b[2J":      `"a\x1b[2J"`,
		"Gr\xfc\xdfe":   `"Gr\xfc\xdfe"`,
		"a\u202eb":      `"a\u202eb"`,
		"":              "",
	} {
		assert.Equal(t, want, Shown(name))
	}
}

func TestSyncDir(t *testing.T) {
	dir := t.TempDir()
	assert.NoError(t, OS{}.SyncDir(dir))
	assert.ErrorIs(t, OS{}.SyncDir(filepath.Join(dir, "missing")), os.ErrNotExist)
	assert.NoError(t, unlessRefused(&os.PathError{Err: syscall.EINVAL}))
	assert.ErrorIs(t, unlessRefused(&os.PathError{Err: syscall.EIO}), syscall.EIO)
}
