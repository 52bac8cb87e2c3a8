package markup

import (
	"fmt"
	"html"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"klartext/normalize/edit"
)

// FuzzALTO, FuzzPAGE and FuzzHOCR make a file of lines of words, with all that the format
// has beside them as shape says, change many stretches of its text at once, and check
// the laws of splicing.
func FuzzALTO(f *testing.F) { fuzzFormat(f, ALTO, altoOf) }

// FuzzPAGE: see FuzzALTO.
func FuzzPAGE(f *testing.F) { fuzzFormat(f, PAGE, pageOf) }

// FuzzHOCR: see FuzzALTO.
func FuzzHOCR(f *testing.F) { fuzzFormat(f, HOCR, hocrOf) }

func fuzzFormat(f *testing.F, format Format, source func(lines [][]string, shape shape) string) {
	f.Add("Verwal-\ntung der Stadt", []byte{0}, []byte{0, 14, 3, 2, 4}, "ein Wort|tung|Verwaltung", false)
	f.Add("fir alle\niiber & <b>\n\nﬁn \"den\"", []byte{255, 7, 81, 3}, []byte{0, 3, 1, 5, 3, 5}, "für||a<b", true)
	f.Add("a b c d e f g h", []byte{1, 2, 4, 8, 16, 32, 64, 128}, []byte{1, 1, 1, 1, 1, 1, 1, 1}, "| |x\ny|- ", true)
	f.Fuzz(func(t *testing.T, text string, bits, at []byte, with string, keep bool) {
		if !utf8.ValidString(text+with) || len(text) > 500 {
			t.Skip()
		}
		var lines [][]string
		for line := range strings.Lines(text) {
			lines = append(lines, strings.Fields(line))
		}
		file := source(lines, shape{bits})
		doc, err := Parse(file, format)
		if err != nil {
			t.Skip() // it has characters that XML does not have
		}
		require.Empty(t, doc.Carry(nil, Options{}).Source)
		splice(t, doc, stretches(doc.Text(), at, strings.Split(with, "|")), Options{KeepOriginal: keep})
	})
}

// splice carries edits and checks what must hold of any: the new file is one, its text
// is what was promised, and what was left was one of the edits.
func splice(t *testing.T, doc *Document, edits []edit.Edit, o Options) {
	t.Helper()
	carried := doc.Carry(edits, o)
	got, err := edit.Apply(doc.source, carried.Source)
	require.NoError(t, err)
	require.True(t, utf8.ValidString(got))
	want, err := edit.Apply(doc.Text(), carried.Text)
	require.NoError(t, err)
	now, err := Parse(got, doc.format)
	require.NoError(t, err, "%s", got)
	require.Equal(t, want, now.Text(), "%s\n%s", doc.source, got)
	for _, left := range carried.Left {
		require.Contains(t, edits, left)
	}
	recorded, err := edit.Apply(got, now.Record(Provenance{Software: "klartext", Settings: `<"&'>`}))
	require.NoError(t, err)
	again, err := Parse(recorded, doc.format)
	require.NoError(t, err, "%s", recorded)
	require.Equal(t, now.Text(), again.Text())
}

// stretches makes edits of text, one behind the other, of any numbers: how far each is
// from the one before, and how long.
func stretches(text string, at []byte, with []string) (edits []edit.Edit) {
	behind := 0
	for i := 0; i+1 < len(at); i += 2 {
		start, end, ok := within(text, behind+int(at[i]), int(at[i+1]))
		if !ok || start < behind {
			break
		}
		e := edit.Edit{Start: start, End: end, Before: text[start:end], After: with[i/2%len(with)], Rule: "words", Confidence: 0.5}
		if e.Before != e.After {
			edits = append(edits, e)
		}
		behind = end + 1
	}
	return edits
}

// shape says of each part of a file whether it is there.
type shape struct{ bits []byte }

// has tells whether what has a number is there.
func (s shape) has(number int) bool {
	return len(s.bits) > 0 && s.bits[number/8%len(s.bits)]>>(number%8)&1 == 1
}

// when is text if what has a number is there.
func (s shape) when(number int, text string) string {
	if s.has(number) {
		return text
	}
	return ""
}

func altoOf(lines [][]string, s shape) string {
	var b strings.Builder
	n := 0
	for _, line := range lines {
		if len(line) == 0 {
			b.WriteString("</TextBlock><TextBlock>")
			continue
		}
		b.WriteString("<TextLine>")
		for i, word := range line {
			hyphen := ""
			if i == len(line)-1 && s.has(n) {
				if cut, ok := strings.CutSuffix(word, "-"); ok {
					word, hyphen = cut, `<HYP CONTENT="-"/>`
				}
			}
			fmt.Fprintf(&b, `<String%s CONTENT="%s"%s>%s</String>%s%s`, s.when(n+1, ` WC="0.5" CC="000"`), html.EscapeString(word), s.when(n+2, ` SUBS_TYPE="HypPart1" SUBS_CONTENT="x"`),
				s.when(n+3, `<Glyph CONTENT="a"/>`)+s.when(n+4, `<ALTERNATIVE>b</ALTERNATIVE>`), s.when(n+5, "<SP/>"), hyphen)
			n += 6
		}
		b.WriteString("</TextLine>" + s.when(n, "<!-- x -->\r\n"))
	}
	return s.when(7, `<?xml version="1.0" encoding="UTF-8"?>`) + `<alto>` + s.when(6, `<Description><MeasurementUnit>pixel</MeasurementUnit></Description>`) +
		`<Layout><Page><PrintSpace><TextBlock>` + b.String() + `</TextBlock></PrintSpace></Page></Layout></alto>`
}

func pageOf(lines [][]string, s shape) string {
	equiv := func(text string) string {
		return `<TextEquiv conf="0.5"><Unicode>` + html.EscapeString(text) + `</Unicode>` + s.when(5, `<PlainText>x</PlainText>`) + `</TextEquiv>`
	}
	var b, region strings.Builder
	all, n := "", 0
	finish := func() {
		fmt.Fprintf(&b, `<TextRegion id="r%d">%s%s</TextRegion>`, n, region.String(), s.when(n, equiv(all)))
		region.Reset()
		all = ""
	}
	for _, line := range lines {
		if len(line) == 0 {
			finish()
			continue
		}
		region.WriteString("<TextLine>")
		for _, word := range line {
			if !s.has(6) || !s.has(n+1) {
				fmt.Fprintf(&region, `<Word>%s%s</Word>`, s.when(n+2, `<Glyph><TextEquiv><Unicode>a</Unicode></TextEquiv></Glyph>`), equiv(word))
			}
			n += 3
		}
		text := strings.Join(line, " ")
		region.WriteString(s.when(n, equiv(text)) + "</TextLine>")
		all += text + "\n"
	}
	finish()
	return `<PcGts>` + s.when(7, `<Metadata><Creator>x</Creator><Created>2020-01-01T00:00:00</Created></Metadata>`) + `<Page>` + b.String() + `</Page></PcGts>`
}

func hocrOf(lines [][]string, s shape) string {
	var b strings.Builder
	n := 0
	for _, line := range lines {
		if len(line) == 0 {
			b.WriteString("</p><p class='ocr_par'>")
			continue
		}
		b.WriteString("<span class='ocr_line'>")
		for _, word := range line {
			text := html.EscapeString(word)
			if s.has(n) {
				text = "<em>" + text + "</em>"
			}
			if s.has(n + 1) {
				text = "<span class='ocrx_cinfo'>" + text + "</span>"
			}
			fmt.Fprintf(&b, "<span class='ocrx_word' title='bbox 0 0 1 1; x_wconf 90%s'>%s</span>%s%s", s.when(n+2, "; x_confs 1 2"), text, s.when(n+3, " "), s.when(n+4, "&shy;<br>"))
			n += 5
		}
		b.WriteString("</span>" + s.when(n, "\r\n"))
	}
	return "<html><head>" + s.when(7, `<meta name="ocr-system" content="x">`) + "</head><body><div class='ocr_page'><p class='ocr_par'>" + b.String() + "</p></div></body></html>"
}
