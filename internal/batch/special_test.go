//go:build unix

package batch

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWalkLinksAndSpecialFiles(t *testing.T) {
	dir, other := tree(t, "a.txt"), tree(t, "deep/b.txt")
	require.NoError(t, os.Symlink(filepath.Join(other, "deep"), filepath.Join(dir, "folder")))
	require.NoError(t, os.Symlink(filepath.Join(dir, "a.txt"), filepath.Join(dir, "file.txt")))
	require.NoError(t, os.Symlink("nowhere", filepath.Join(dir, "dangling.txt")))
	require.NoError(t, os.Symlink(dir, filepath.Join(other, "deep", "back")))
	require.NoError(t, syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o644))

	found, failed, skipped := walk(t, Walk{}, dir)
	assert.Equal(t, []string{"a.txt", "file.txt"}, found)
	assert.Equal(t, []string{filepath.Join(dir, "dangling.txt")}, failed)
	assert.Equal(t, Skipped{Special: 1}, skipped)

	found, _, skipped = walk(t, Walk{Follow: true}, dir)
	assert.Equal(t, []string{"a.txt", "file.txt", "folder/b.txt"}, found)
	assert.Equal(t, Skipped{Special: 1, Loops: 1}, skipped)

	_, failed, _ = walk(t, Walk{}, filepath.Join(dir, "missing"))
	assert.Len(t, failed, 1)
}
