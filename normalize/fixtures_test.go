package normalize

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// whole is the pipeline as users get it, made once for all tests.
var whole = sync.OnceValues(func() (*Pipeline, error) { return New() })

func wholePipeline(t testing.TB) *Pipeline {
	t.Helper()
	p, err := whole()
	require.NoError(t, err)
	return p
}

const (
	articlesFolder  = "../testdata/articles"
	encodingsFolder = "../testdata/encodings"
)

// fixture is an input file of testdata.
type fixture struct {
	path string
	// article and engine say which OCR text it is ("sport", "eng"); both are
	// empty for the pages in many encodings.
	article, engine string
}

func (f fixture) name() string {
	if f.article == "" {
		return filepath.Base(f.path)
	}
	return f.article + "/" + f.engine
}

// ocrTexts lists what the engines read of the articles.
func ocrTexts(t testing.TB) []fixture {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(articlesFolder, "*", "*.ocr.txt"))
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	fixtures := make([]fixture, len(paths))
	for i, path := range paths {
		fixtures[i] = fixture{
			path:    path,
			article: filepath.Base(filepath.Dir(path)),
			engine:  strings.TrimSuffix(filepath.Base(path), ".ocr.txt"),
		}
	}
	return fixtures
}

// inputs lists all files to clean.
func inputs(t testing.TB) []fixture {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(encodingsFolder, "*.txt"))
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	fixtures := ocrTexts(t)
	for _, path := range paths {
		fixtures = append(fixtures, fixture{path: path})
	}
	return fixtures
}

// text is the decoded fixture.
func (f fixture) text(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile(f.path)
	require.NoError(t, err)
	text, err := wholePipeline(t).Decode(data)
	require.NoError(t, err)
	return text
}

// truth is what a perfect cleaner makes of an article's OCR text.
func (f fixture) truth(t testing.TB) string { return readTruth(t, f.article) }

func readTruth(t testing.TB, article string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(articlesFolder, article, "truth.txt"))
	require.NoError(t, err)
	return string(data)
}
