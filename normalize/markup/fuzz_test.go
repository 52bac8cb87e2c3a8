package markup

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"klartext/normalize/edit"
)

// FuzzCarry changes a stretch of the running text of a file and checks that the file
// then reads as promised, that all else in it stays well-formed, and that carrying
// nothing changes nothing.
func FuzzCarry(f *testing.F) {
	paths, err := filepath.Glob("../../testdata/formats/*.*")
	require.NoError(f, err)
	for _, path := range paths {
		data, err := os.ReadFile(path)
		require.NoError(f, err)
		if len(data) < 60000 {
			f.Add(string(data), 100, 20, "für a\nlle", true)
		}
	}
	f.Add(alto("4", `<TextLine><String CONTENT="Vcr" CC="123"/><HYP CONTENT="-"/></TextLine><TextLine><String CONTENT="b &amp;"><Glyph CONTENT="b"/></String></TextLine>`), 0, 9, "Ver", false)
	f.Add(pageXML("<TextRegion id=\"r\"><TextLine><Word><TextEquiv><Unicode>a &lt;</Unicode></TextEquiv></Word><TextEquiv><Unicode>a &lt;\nb</Unicode></TextEquiv></TextLine><TextEquiv><Unicode>a &lt;</Unicode></TextEquiv></TextRegion>"), 1, 2, "", true)
	f.Add(hocr("<span class='ocr_line'><span class='ocrx_word' title='x_confs 1 2'><b>a</b>&shy;b</span> c<br><del>x</del></span>"), 1, 1, " x", true)
	f.Fuzz(func(t *testing.T, source string, start, length int, with string, keep bool) {
		if !utf8.ValidString(source) || !utf8.ValidString(with) {
			t.Skip()
		}
		format, err := Recognise(source)
		if err != nil || format == Plain {
			t.Skip()
		}
		doc, err := Parse(source, format)
		if err != nil {
			t.Skip()
		}
		require.Empty(t, doc.Carry(nil, Options{}).Source)
		text := doc.Text()
		start, end, ok := within(text, start, length)
		if !ok {
			t.Skip()
		}
		e := edit.Edit{Start: start, End: end, Before: text[start:end], After: with, Rule: "words", Confidence: 0.5}
		carried := doc.Carry([]edit.Edit{e}, Options{KeepOriginal: keep})
		got, err := edit.Apply(source, carried.Source)
		require.NoError(t, err)
		_, err = edit.Apply(text, carried.Text)
		require.NoError(t, err)
		_, err = Parse(got, format)
		require.NoError(t, err, "%s", got)
		_, err = edit.Apply(source, doc.Record(Provenance{Software: "klartext"}))
		require.NoError(t, err)
	})
}

// within makes a stretch of text, between characters, of any two numbers.
func within(text string, start, length int) (from, to int, ok bool) {
	if start < 0 || length < 0 || start > len(text) || length > len(text)-start {
		return 0, 0, false
	}
	for start < len(text) && !utf8.RuneStart(text[start]) {
		start++
	}
	to = max(start, start+length)
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	return start, min(to, len(text)), start <= len(text)
}
