package markup

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRecognise(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       Format
		err        string
	}{
		{"nothing", "", Plain, ""},
		{"text", "Ein Satz.", Plain, ""},
		{"text that begins with a bracket", "<Anm. d. Red.> Ein Satz.", Plain, ""},
		{"ALTO", "\ufeff<?xml version=\"1.0\"?>\n<!-- x -->\n<alto xmlns=\"http://www.loc.gov/standards/alto/ns-v2#\">", ALTO, ""},
		{"ALTO with a prefix, without a declaration", "<a:alto>", ALTO, ""},
		{"PAGE", "<?xml version=\"1.0\"?><PcGts>", PAGE, ""},
		{"hOCR", "<!DOCTYPE html><html><head><meta name='ocr-system' content='x'/>", HOCR, ""},
		{"HTML", "<!DOCTYPE html><html><body>", Auto, "HTML without the classes of hOCR"},
		{"other XML", "<?xml version=\"1.0\"?><mets:mets>", Auto, `the root element "mets"`},
		{"XML without a root", "<?xml version=\"1.0\"?>", Auto, "no root element"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Recognise(tt.text)
			assert.Equal(t, tt.want, got)
			if tt.err == "" {
				require.NoError(t, err)
				return
			}
			require.ErrorIs(t, err, ErrUnknown)
			assert.ErrorContains(t, err, tt.err)
		})
	}
}

func TestNamed(t *testing.T) {
	for _, name := range append(Names(), "auto", "") {
		_, err := Named(name)
		assert.NoError(t, err, name)
	}
	_, err := Named("tei")
	assert.ErrorContains(t, err, `there is no format "tei"; there are auto, text, alto, page, hocr`)
}

func TestParseRefuses(t *testing.T) {
	for _, tt := range []struct {
		name, source string
		format       Format
		err          string
	}{
		{"nothing", "", ALTO, "has no root element"},
		{"a file cut off", "<alto>\n<Layout>\n", ALTO, "line 3: is not well-formed"},
		{"tags that cross", "<alto>\n<a><b></a></b></alto>", ALTO, "line 2: is not well-formed"},
		{"an entity of its own", "<!DOCTYPE a [<!ENTITY x \"y\">]><alto>&x;</alto>", ALTO, "line 1: is not well-formed"},
		{"plain text", "a", Plain, "is plain text"},
		{"deep nesting", "<alto>\n" + strings.Repeat("<x>", 100_000), ALTO, "line 2: has more than 1000 elements within one another"},
		{"deep nesting in HTML", strings.Repeat("<p>", 100_000), HOCR, "line 1: has more than 10000 elements within one another"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse(tt.source, tt.format)
			assert.ErrorContains(t, err, tt.err)
		})
	}
}

func TestAsUTF8(t *testing.T) {
	source := `<?xml version="1.0" encoding='ISO-8859-1'?><alto/>`
	assert.Equal(t, "ISO-8859-1", DeclaredEncoding(source))
	edits := AsUTF8(source)
	require.Len(t, edits, 1)
	assert.Equal(t, "ISO-8859-1", edits[0].Before)
	assert.Empty(t, AsUTF8(`<?xml version="1.0" encoding="utf-8"?><alto/>`))
	assert.Empty(t, AsUTF8(`<alto encoding="x"/>`))
}
