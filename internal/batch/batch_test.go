package batch

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/internal/files"
)

// tree makes files, with their names as content, and returns the folder they are in.
func tree(t *testing.T, names ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range names {
		path := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
		require.NoError(t, os.WriteFile(path, []byte(name), 0o644))
	}
	return dir
}

func walk(t *testing.T, w Walk, root string) (found, failed []string, skipped Skipped) {
	t.Helper()
	require.NoError(t, w.Check())
	skipped = w.Files(root, func(f Found) {
		found = append(found, filepath.ToSlash(f.Relative))
		assert.Equal(t, filepath.Join(root, f.Relative), f.Path)
	}, func(path string, err error) { failed = append(failed, path) })
	return found, failed, skipped
}

func TestWalk(t *testing.T) {
	dir := tree(t, "b.txt", "a.XML", "c", "d.png", "e.txt.gz", "f.hocr", "g.tar.gz", ".h.txt", "i/.j/k.txt", "i/l.txt", "m/n/o.txt",
		ManifestName, ".klartext-1.tmp", "m/.klartext-2.tmp")
	for _, tt := range []struct {
		name  string
		walk  Walk
		want  string
		other int
	}{
		{"by endings", Walk{}, "a.XML b.txt c e.txt.gz f.hocr i/l.txt m/n/o.txt", 2},
		{"hidden, too", Walk{Hidden: true}, ".h.txt a.XML b.txt c e.txt.gz f.hocr i/.j/k.txt i/l.txt m/n/o.txt", 2},
		{"included by name", Walk{Include: []string{"*.txt"}}, "b.txt i/l.txt m/n/o.txt", 6},
		{"included by path", Walk{Include: []string{"m/**"}}, "m/n/o.txt", 8},
		{"excluded folders", Walk{Exclude: []string{"i", "**/n"}}, "a.XML b.txt c e.txt.gz f.hocr", 2},
		{"excluded files", Walk{Include: []string{"*.txt"}, Exclude: []string{"i/*"}}, "b.txt m/n/o.txt", 7},
		{"a folder that is written to", Walk{Avoid: []string{filepath.Join(dir, "m"), "/missing"}}, "a.XML b.txt c e.txt.gz f.hocr i/l.txt", 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			found, failed, skipped := walk(t, tt.walk, dir)
			assert.Equal(t, tt.want, strings.Join(found, " "))
			assert.Empty(t, failed)
			assert.Equal(t, tt.other, skipped.Other)
		})
	}
	assert.ErrorContains(t, Walk{Exclude: []string{"{"}}.Check(), `the pattern "{" is malformed`)
}

func TestRemoveTemporary(t *testing.T) {
	dir := tree(t, "a.txt", ".klartext-1.tmp", "b/.klartext-22.tmp", "b/klartext-3.tmp")
	removed, err := RemoveTemporary(files.OS{}, dir)
	require.NoError(t, err)
	assert.Equal(t, 2, removed)
	assert.FileExists(t, filepath.Join(dir, "b/klartext-3.tmp"))
	removed, err = RemoveTemporary(files.OS{}, filepath.Join(dir, "missing"))
	assert.NoError(t, err)
	assert.Zero(t, removed)
}

func TestManifest(t *testing.T) {
	dir := t.TempDir()
	m, err := OpenManifest(files.OS{}, dir)
	require.NoError(t, err)
	require.NoError(t, m.Add(Entry{Output: "b", Words: 1}))
	require.NoError(t, m.Add(Entry{Output: "a", Words: 2}))
	require.NoError(t, m.Add(Entry{Output: "b", Words: 3}))
	// As a process that is killed leaves it: in the order of the work.
	path := filepath.Join(dir, ManifestName)
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, 3, strings.Count(string(data), "\n"))
	require.NoError(t, os.WriteFile(path, append(data, `{"output":"c","wo`...), 0o644))

	m, err = OpenManifest(files.OS{}, dir)
	require.NoError(t, err)
	e, known := m.Entry("b")
	assert.True(t, known)
	assert.Equal(t, 3, e.Words, "the last counts")
	_, known = m.Entry("c")
	assert.False(t, known, "a line without an end does not count")
	require.NoError(t, m.Add(Entry{Output: "c"}))
	require.NoError(t, m.Close())
	data, err = os.ReadFile(path)
	require.NoError(t, err)
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	require.Len(t, lines, 3)
	for i, output := range []string{"a", "b", "c"} {
		assert.Contains(t, lines[i], `"output":"`+output+`"`)
	}

	require.NoError(t, os.WriteFile(path, []byte("{}\nnonsense\n"), 0o644))
	_, err = OpenManifest(files.OS{}, dir)
	assert.ErrorContains(t, err, "line 2")
}

// TestManifestOfOddNames tells files apart whose names are not UTF-8 and would look
// the same.
func TestManifestOfOddNames(t *testing.T) {
	names := []string{"Gr\xfc\xdfe.txt", "Gr\xfc\xe4e.txt", "a\nb\x00", "Gr\ufffd\ufffde.txt"}
	dir := t.TempDir()
	m, err := OpenManifest(files.OS{}, dir)
	require.NoError(t, err)
	for i, name := range names {
		require.NoError(t, m.Add(Entry{Input: "in/" + name, Output: name, Words: i}))
	}
	require.NoError(t, m.Close())
	entries, err := ReadManifest(files.OS{}, dir)
	require.NoError(t, err)
	require.Len(t, entries, len(names))
	for i, name := range names {
		assert.Equal(t, Entry{Input: "in/" + name, Output: name, Words: i}, entries[name])
	}
}

// fullDisk takes so many bytes and no more.
type fullDisk struct {
	files.OS
	left int
}

type fullFile struct {
	files.File
	disk *fullDisk
}

func (d *fullDisk) Append(path string) (files.File, error) {
	file, err := d.OS.Append(path)
	return &fullFile{file, d}, err
}

func (f *fullFile) Write(p []byte) (int, error) {
	n, err := f.File.Write(p[:min(len(p), f.disk.left)])
	f.disk.left -= n
	if err == nil && n < len(p) {
		err = syscall.ENOSPC
	}
	return n, err
}

// TestManifestOnAFullDisk fills the disk in the midst of a line: the next one, when
// there is room again, must not run into its beginning.
func TestManifestOnAFullDisk(t *testing.T) {
	dir := t.TempDir()
	disk := &fullDisk{left: 1000}
	m, err := OpenManifest(disk, dir)
	require.NoError(t, err)
	require.NoError(t, m.Add(Entry{Output: "a"}))
	disk.left = 10
	require.ErrorIs(t, m.Add(Entry{Output: "b"}), syscall.ENOSPC)
	disk.left = 1000
	require.NoError(t, m.Add(Entry{Output: "c"}))
	// As a process leaves it that is killed now.
	entries, err := ReadManifest(files.OS{}, dir)
	require.NoError(t, err)
	assert.Contains(t, entries, "a")
	assert.NotContains(t, entries, "b")
	assert.Contains(t, entries, "c")
	require.NoError(t, m.Close())
	entries, err = ReadManifest(files.OS{}, dir)
	require.NoError(t, err)
	assert.Len(t, entries, 3)
}

func TestVerify(t *testing.T) {
	in, dir := tree(t, "a", "b", "c"), tree(t, "a", "b", "c", "extra")
	entry := func(name string) Entry {
		return Entry{Input: filepath.Join(in, name), Output: name, InputSHA256: Sum([]byte(name)), OutputSHA256: Sum([]byte(name))}
	}
	m, err := OpenManifest(files.OS{}, dir)
	require.NoError(t, err)
	for _, name := range []string{"a", "b", "c", "d"} {
		require.NoError(t, m.Add(entry(name)))
	}
	require.NoError(t, m.Add(Entry{Input: "e", Output: "e", Error: "broken"}))
	require.NoError(t, m.Close())
	require.NoError(t, os.WriteFile(filepath.Join(dir, "b"), []byte("x"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(in, "c"), []byte("x"), 0o644))
	findings, intact, err := Verify(files.OS{}, dir)
	require.NoError(t, err)
	assert.Equal(t, 1, intact)
	assert.Equal(t, []Finding{
		{Changed, "b", ""}, {InputChanged, filepath.Join(in, "c"), ""}, {Missing, "d", ""}, {Failed, "e", "broken"}, {Extra, "extra", ""},
	}, findings)
	assert.Equal(t, "failed: e (broken)", findings[3].String())
	_, _, err = Verify(files.OS{}, in)
	assert.ErrorIs(t, err, ErrNoManifest)
}

// TestForgetFailures forgets what failed in a folder, and neither what was done there
// nor what failed elsewhere.
func TestForgetFailures(t *testing.T) {
	m, err := OpenManifest(files.OS{}, t.TempDir())
	require.NoError(t, err)
	for _, e := range []Entry{
		{Input: "in", Output: ".", Error: "a folder"}, {Input: "in/a", Output: "a", Error: "a file"}, {Input: "in/b", Output: "b"},
		{Input: "inner/c", Output: "c", Error: "elsewhere"}, {Input: "in/../d", Output: "d", Error: "elsewhere, too"},
	} {
		require.NoError(t, m.Add(e))
	}
	m.ForgetFailures("in")
	require.NoError(t, m.Close())
	entries, err := ReadManifest(files.OS{}, filepath.Dir(m.path))
	require.NoError(t, err)
	assert.Equal(t, []string{"b", "c", "d"}, slices.Sorted(maps.Keys(entries)))
}

// TestWalkWithoutAvoiding reads nothing where it can't tell what it is not to read.
func TestWalkWithoutAvoiding(t *testing.T) {
	dir := tree(t, "a.txt", "b/c.txt")
	loop := filepath.Join(t.TempDir(), "loop")
	require.NoError(t, os.Symlink(loop, loop))
	found, failed, _ := walk(t, Walk{Avoid: []string{loop}}, dir)
	assert.Empty(t, found)
	assert.Equal(t, []string{dir}, failed)
}
