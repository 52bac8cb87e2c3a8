package confusion

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// writePages writes files into a new folder below one with an odd name.
func writePages(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "Band [1]*")
	require.NoError(t, os.Mkdir(dir, 0o777))
	for name, text := range files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666))
	}
	return dir
}

func TestReadPages(t *testing.T) {
	dir := writePages(t, map[string]string{
		"1.gt.txt": "für alle", "1.ocr.txt": "fiir alle",
		"2.gt.txt": "müde", "2.ocr.txt": "miide",
		"3.gt.txt": "ohne OCR", "other.md": "no page",
	})
	pages, err := ReadPages(Folder{Dir: dir, Suffix: ".gt.txt"}, Folder{Dir: dir, Suffix: ".ocr.txt"})
	require.NoError(t, err)
	assert.Equal(t, []Page{{"für alle", "fiir alle"}, {"müde", "miide"}}, pages)
}

func TestReadPagesFails(t *testing.T) {
	dir := writePages(t, map[string]string{
		"1.gt.txt": "für alle", "1.latin.txt": "f\xfcr alle", "1.folder": "x",
	})
	require.NoError(t, os.Mkdir(filepath.Join(dir, "1.page"), 0o777))
	truth := Folder{Dir: dir, Suffix: ".gt.txt"}

	_, err := ReadPages(truth, Folder{Dir: dir, Suffix: ".latin.txt"})
	assert.ErrorIs(t, err, ErrNotUTF8)
	assert.EqualError(t, err, "reading "+filepath.Join(dir, "1.latin.txt")+": is not UTF-8")

	_, err = ReadPages(truth, Folder{Dir: dir, Suffix: ".page"})
	assert.EqualError(t, err, "reading "+filepath.Join(dir, "1.page")+": is not a regular file")

	_, err = ReadPages(Folder{Dir: dir + "x", Suffix: ".txt"}, truth)
	assert.EqualError(t, err, "reading "+dir+"x: no such file or directory")

	_, err = ReadPages(truth, Folder{Dir: dir, Suffix: ".none"})
	assert.ErrorIs(t, err, ErrNoPages)
}
