package normalize

import (
	"os"
	"path/filepath"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"klartext/normalize/markup"
)

// FuzzFile cleans any bytes as a file, without the words fixer, which takes its time:
// what comes out is UTF-8 and reads as the same format, the changes lead there, and
// cleaning it again changes nothing.
func FuzzFile(f *testing.F) {
	paths, err := filepath.Glob("../testdata/formats/*.*")
	require.NoError(f, err)
	for _, path := range paths {
		data, err := os.ReadFile(path)
		require.NoError(f, err)
		if len(data) < 20000 {
			f.Add(data, true)
		}
	}
	for _, source := range []string{
		`<alto><TextBlock><TextLine><String CONTENT="Vcr-&#xA;a &amp;"/><HYP CONTENT="-"/></TextLine><TextLine><String CONTENT="ﬁn,,"/></TextLine></TextBlock></alto>`,
		`<PcGts><TextRegion><TextLine><Word><TextEquiv><Unicode>ﬁn&lt;</Unicode></TextEquiv></Word><TextEquiv><Unicode>ﬁn&lt; b</Unicode></TextEquiv></TextLine></TextRegion></PcGts>`,
		`<html><head><meta name="ocr-system" content="x"></head><span class='ocr_line'><span class='ocrx_word'>Ver&shy;</span></span><br><span class='ocrx_word'>wal<b>&nbsp;</b>tung</span>`,
		"\xff\xfef\x00\x00\xd8r\x00", "fÃ¼r \u0308\r\r\n",
	} {
		f.Add([]byte(source), false)
	}
	p, err := New(Skip("words"), KeepOriginal(), Recording(markup.Provenance{Software: "klartext", Version: "1", Time: time.Unix(1, 0)}))
	require.NoError(f, err)
	plain, err := New(Skip("words"))
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, data []byte, recorded bool) {
		pipeline := plain
		if recorded {
			pipeline = p
		}
		file, err := pipeline.CleanFile(data)
		if err != nil {
			t.Skip()
		}
		require.True(t, utf8.ValidString(file.Text))
		replayed, err := Apply(file.Input, file.Changes)
		require.NoError(t, err)
		require.Equal(t, file.Text, replayed, "the changes do not replay")
		_, err = Apply(file.Reading.Text, file.Reading.Changes)
		require.NoError(t, err)
		again, err := plain.CleanFile([]byte(file.Text))
		if file.Format == markup.Plain {
			return // what was text may look like another format or encoding now
		}
		require.NoError(t, err)
		require.Equal(t, file.Format, again.Format)
		require.Empty(t, again.Changes, "cleaning again changes %q", file.Text)
	})
}

// FuzzOwn checks the laws of cleaning with words and patterns of the user's, which
// stay as they are.
func FuzzOwn(f *testing.F) {
	f.Add("Verwal-\ntung »Verwal« ,,kommen'' 12,50 Ste¬\nin")
	f.Add("kommen [sic] ﬁn[sic] Verwalﬁn")
	p := sparing(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		result, err := p.Clean(text)
		require.NoError(t, err)
		replayed, err := Apply(text, result.Changes)
		require.NoError(t, err)
		require.Equal(t, result.Text, replayed)
		require.True(t, utf8.ValidString(result.Text))
		again, err := p.Clean(result.Text)
		require.NoError(t, err)
		require.Empty(t, again.Changes, "cleaning again changes %q", result.Text)
	})
}
