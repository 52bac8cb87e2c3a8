package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/internal/files"
)

func writes(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func TestReplaceKeepsTheOldFileOnFailure(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "page.txt")
	require.NoError(t, os.WriteFile(path, []byte("alt"), 0o644))
	err := new(replacer).replace(path, 0o644, false, func(w io.Writer) error {
		_ = writes("halb")(w)
		return errors.New("mittendrin")
	})
	assert.ErrorContains(t, err, "writing "+path+": mittendrin")
	assert.Equal(t, []string{"page.txt"}, names(t, dir))
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, "alt", string(data))
}

func TestReplaceSkipsSameContent(t *testing.T) {
	path := filepath.Join(t.TempDir(), "page.txt")
	long := strings.Repeat("Zeile\n", 50_000)
	require.NoError(t, os.WriteFile(path, []byte(long), 0o644))
	before, err := os.Stat(path)
	require.NoError(t, err)

	files := new(replacer)
	require.NoError(t, files.replace(path, 0o644, true, writes(long)))
	after, err := os.Stat(path)
	require.NoError(t, err)
	assert.True(t, os.SameFile(before, after), "was replaced by a copy")
	assert.Equal(t, []string{"page.txt"}, names(t, filepath.Dir(path)))

	require.NoError(t, files.replace(path, 0o600, true, writes(long+"mehr")))
	after, err = os.Stat(path)
	require.NoError(t, err)
	assert.False(t, os.SameFile(before, after))
	assert.Equal(t, os.FileMode(0o600), after.Mode())
}

func TestAbandonRemovesTheTemporaryFile(t *testing.T) {
	dir := t.TempDir()
	files := new(replacer)
	writing, gone := make(chan struct{}), make(chan struct{})
	go func() {
		// Blocks for good once abandoned, as the process would end.
		_ = files.replace(filepath.Join(dir, "page.txt"), 0o644, false, func(io.Writer) error {
			close(writing)
			<-gone
			return nil
		})
	}()
	<-writing
	require.Len(t, names(t, dir), 1)
	files.abandon()
	close(gone)
	assert.Empty(t, names(t, dir))
}

// partlySynced is the file system of the operating system with some syncing left out.
type partlySynced struct {
	files.OS
	folders, contents bool
}

func (p partlySynced) SyncDir(dir string) error {
	if !p.folders {
		return nil
	}
	return p.OS.SyncDir(dir)
}

func (p partlySynced) CreateTemp(dir, pattern string) (files.File, error) {
	file, err := p.OS.CreateTemp(dir, pattern)
	if err != nil || p.contents {
		return file, err
	}
	return unsyncedFile{file}, nil
}

type unsyncedFile struct{ files.File }

func (unsyncedFile) Sync() error { return nil }

// BenchmarkReplace tells what it costs that files last: figures are in
// docs/robustness.md.
func BenchmarkReplace(b *testing.B) {
	page := strings.Repeat("Eine Zeile wie viele andere auch.\n", 100)
	for _, bb := range []struct {
		name      string
		system    partlySynced
		afterEach bool
	}{
		{"nothing synced", partlySynced{}, false},
		{"contents", partlySynced{contents: true}, false},
		{"contents and, once, the folder", partlySynced{contents: true, folders: true}, false},
		{"contents and, each time, the folder", partlySynced{contents: true, folders: true}, true},
	} {
		b.Run(bb.name, func(b *testing.B) {
			dir := b.TempDir()
			r := &replacer{system: bb.system}
			for n := 0; b.Loop(); n++ {
				require.NoError(b, r.replace(filepath.Join(dir, strconv.Itoa(n%1000)), 0o644, false, writes(page)))
				if bb.afterEach {
					require.NoError(b, r.settleAll())
				}
			}
			require.NoError(b, r.settleAll())
		})
	}
}
