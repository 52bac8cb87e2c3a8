package normalize

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/normalize/markup"
)

const formatsFolder = "../testdata/formats"

// sharedFormats are real files of archives, which only some machines have.
var sharedFormats = []string{"../../shared/eval/formats/*.xml", "../../shared/eval/modern/formats/*.xml", "../../shared/eval/modern/formats/*.hocr"}

// pageFiles lists the project's own ALTO, PAGE and hOCR files and, where they are,
// the shared ones.
func pageFiles(t testing.TB) []string {
	t.Helper()
	var paths []string
	for i, pattern := range append([]string{formatsFolder + "/*.xml", formatsFolder + "/*.hocr"}, sharedFormats...) {
		found, err := filepath.Glob(pattern)
		require.NoError(t, err)
		if i < 2 {
			require.NotEmpty(t, found)
		} else if len(found) == 0 {
			t.Logf("no %s here: only the project's own files are tried", pattern)
		}
		paths = append(paths, found...)
	}
	return paths
}

// recordingPipeline is a pipeline that records itself, as users get it.
func recordingPipeline(t testing.TB, more ...Option) *Pipeline {
	t.Helper()
	recording := Recording(markup.Provenance{Software: "klartext", Version: "1.0", Time: time.Unix(1e9, 0)})
	p, err := New(append([]Option{recording}, more...)...)
	require.NoError(t, err)
	return p
}

// TestCleanFileLaws checks on real pages what must hold of any: the changes replay,
// the file reads as promised, the rest of it is the same, and cleaning it again
// changes nothing.
func TestCleanFileLaws(t *testing.T) {
	plain, keeping := recordingPipeline(t), recordingPipeline(t, KeepOriginal())
	for _, path := range pageFiles(t) {
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		t.Run(filepath.Base(path), func(t *testing.T) {
			checkFile(t, plain, data)
			checkFile(t, keeping, data)
		})
	}
}

func checkFile(t *testing.T, p *Pipeline, data []byte) {
	t.Helper()
	file, err := p.CleanFile(data)
	require.NoError(t, err)
	got, err := Apply(file.Input, file.Changes)
	require.NoError(t, err)
	require.Equal(t, file.Text, got, "the changes replay")
	read, err := Apply(file.Reading.Text, file.Reading.Changes)
	require.NoError(t, err)
	now, err := p.Running([]byte(file.Text))
	require.NoError(t, err, "what is written is well-formed")
	require.Equal(t, read, now, "the file reads as promised")
	require.Equal(t, skeleton(t, string(data), file.Format), skeleton(t, file.Text, file.Format), "only what docs/formats.md lists changes")
	again, err := p.CleanFile([]byte(file.Text))
	require.NoError(t, err)
	require.Equal(t, file.Text, again.Text, "cleaning again changes nothing")
	require.Empty(t, again.Changes)
	for _, s := range file.Suggestions {
		require.Equal(t, s.Before, file.Input[s.Start:s.End])
	}
}

// TestCleanFileWithoutChanges runs a fixer that has nothing to do.
func TestCleanFileWithoutChanges(t *testing.T) {
	p := recordingPipeline(t, Only("decode"))
	for _, path := range pageFiles(t) {
		data, err := os.ReadFile(path)
		require.NoError(t, err)
		file, err := p.CleanFile(data)
		require.NoError(t, err, path)
		assert.True(t, file.Text == string(data), "%s is not the same, byte for byte", path)
		assert.Empty(t, file.Changes, path)
	}
}

// TestGoldenFormats shows what is changed in the project's own pages; -update
// rewrites the lists.
func TestGoldenFormats(t *testing.T) {
	p := recordingPipeline(t)
	paths, err := filepath.Glob(formatsFolder + "/*.*")
	require.NoError(t, err)
	for _, path := range paths {
		if strings.HasSuffix(path, ".golden.txt") {
			continue
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			file, err := p.CleanFile(data)
			require.NoError(t, err)
			var b strings.Builder
			for _, c := range file.Changes {
				fmt.Fprintf(&b, "%d:%d %s: %q → %q\n", c.Line, c.Column, c.Rule, c.Before, c.After)
			}
			golden := path + ".golden.txt"
			if *update {
				require.NoError(t, os.WriteFile(golden, []byte(b.String()), 0o644))
				return
			}
			want, err := os.ReadFile(golden)
			require.NoError(t, err, "go test ./normalize -run Golden -update writes it")
			assert.Equal(t, string(want), b.String())
		})
	}
}

func TestCleanFileEncodings(t *testing.T) {
	latin := "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<alto><Layout><TextBlock><TextLine><String CONTENT=\"gr\xfcn\"/></TextLine></TextBlock></Layout></alto>"
	utf := strings.NewReplacer("ISO-8859-1", "UTF-8", "\xfc", "ü").Replace(latin)
	p := wholePipeline(t)
	for _, tt := range []struct{ name, data, want, err string }{
		{"Latin-1 that says so becomes UTF-8", latin, utf, ""},
		{"a byte order mark stays", "\ufeff" + utf, "\ufeff" + utf, ""},
		{"not what it says", strings.Replace(latin, "ISO-8859-1", "utf-8", 1), "", "line 2: is not UTF-8"},
		{"an encoding that is not known", strings.Replace(latin, "ISO-8859-1", "EBCDIC-DE", 1), "", `declares the encoding EBCDIC-DE`},
		{"XML of another kind", "<?xml version=\"1.0\"?><mets/>", "", `the root element "mets"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			file, err := p.CleanFile([]byte(tt.data))
			if tt.err != "" {
				require.ErrorContains(t, err, tt.err)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, tt.want, file.Text)
		})
	}
}

func TestInFormat(t *testing.T) {
	p := recordingPipeline(t, InFormat(markup.Plain))
	file, err := p.CleanFile([]byte("<?xml version=\"1.0\"?><mets>fir alle</mets>\n"))
	require.NoError(t, err)
	assert.Equal(t, markup.Plain, file.Format)
}

// TestEngineConfidence checks that more is asked of a word the OCR engine was sure of.
func TestEngineConfidence(t *testing.T) {
	confidence := func(wc string) float64 {
		p := wholePipeline(t)
		file, err := p.CleanFile([]byte(`<alto><Layout><TextBlock><TextLine>` +
			`<String CONTENT="Die"/><String CONTENT="Verwaltnng" ` + wc + `/><String CONTENT="der"/><String CONTENT="Stadt"/>` +
			`</TextLine></TextBlock></Layout></alto>`))
		require.NoError(t, err)
		all := append(file.Reading.Changes, file.Reading.Suggestions...)
		require.Len(t, all, 1)
		return all[0].Confidence
	}
	unknown := confidence("")
	assert.Greater(t, confidence(`WC="0.1"`), unknown)
	assert.Less(t, confidence(`WC="0.99"`), unknown)
	assert.Equal(t, confidence(`WC="0"`), confidence(`WC="0.0"`))
	assert.NotEqual(t, confidence(`WC="0"`), unknown, "absent is unknown, not zero")
}
