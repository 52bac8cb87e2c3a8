package markup

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/normalize/edit"
)

// TestHostileFiles reads files, and changes the first word in them, that are made to
// take very long: what is quadratic would take minutes here.
func TestHostileFiles(t *testing.T) {
	const n = 200_000
	many := func(s string) string { return strings.Repeat(s, n) }
	page := func(order, lines string) string {
		return "<PcGts>" + order + `<TextRegion id="a">` + lines + "</TextRegion></PcGts>"
	}
	line := func(text string) string {
		return "<TextLine><TextEquiv><Unicode>" + text + "</Unicode></TextEquiv></TextLine>"
	}
	for _, tt := range []struct {
		name, source string
		format       Format
	}{
		{"references in an attribute", alto("4", `<TextLine><String CONTENT="`+many("&amp;")+`"/></TextLine>`), ALTO},
		{"carriage returns", page("", line(many("a\r"))), PAGE},
		{"comments between letters", page("", line(many("a<!-- -->"))), PAGE},
		{"ampersands without an end", hocr(`<span class='ocrx_word'>` + many("&") + `;</span>`), HOCR},
		{"attributes", alto("4", "<TextLine><String "+many("a='' ")+` CONTENT="a"/></TextLine>`), ALTO},
		{"a large attribute", alto("4", `<TextLine><String CONTENT="`+many(strings.Repeat("a", 100))+`"/></TextLine>`), ALTO},
		{"words", alto("4", "<TextLine>"+many(`<String CONTENT="a"/>`)+"</TextLine>"), ALTO},
		{"lines", page("", many(line("a"))), PAGE},
		{"groups with their regions", page("<ReadingOrder>"+strings.Repeat(`<OrderedGroup>`, 900)+many(`<RegionRef regionRef="a"/>`)+
			strings.Repeat("</OrderedGroup>", 900)+"</ReadingOrder>", line("a")), PAGE},
		{"regions within one another", "<PcGts>" + strings.Repeat(`<TextRegion>`, 900) + many("<Word></Word>") + strings.Repeat("</TextRegion>", 900) +
			`<TextRegion>` + line("a") + "</TextRegion></PcGts>", PAGE},
		{"a block that has other lines", page("", many(line("ab"))+"<TextEquiv><Unicode>"+many("aba\n")+"</Unicode></TextEquiv>"), PAGE},
		{"a block that has its lines", page("", many(line("ab"))+"<TextEquiv><Unicode>"+many("ab\r\n")+"</Unicode></TextEquiv>"), PAGE},
		{"former readings", hocr("<span class='ocr_line'><span class='ocrx_word'>a</span>" + strings.Repeat("<del>", 9000) + many("a<b/>") +
			strings.Repeat("</del>", 9000) + "</span>"), HOCR},
	} {
		t.Run(tt.name, func(t *testing.T) {
			began := time.Now()
			doc, err := Parse(tt.source, tt.format)
			require.NoError(t, err)
			text := doc.Text()
			e := edit.Edit{Start: 0, End: 1, Before: text[:1], After: "b", Rule: "words", Confidence: 0.5}
			carried := doc.Carry([]edit.Edit{e}, Options{KeepOriginal: true})
			_, err = edit.Apply(tt.source, carried.Source)
			require.NoError(t, err)
			assert.Less(t, time.Since(began), 20*time.Second)
		})
	}
}
