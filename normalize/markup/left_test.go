package markup

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/normalize/edit"
)

// TestLeft wants edits that have no place in a file to be left, and the file with them.
func TestLeft(t *testing.T) {
	divided := alto("2", `<TextLine><String CONTENT="Ver"/><HYP CONTENT="-"/></TextLine><TextLine><String CONTENT="waltung"/><String CONTENT="der"/></TextLine>`)
	for _, tt := range []struct {
		name, source string
		format       Format
		start, end   int
		after        string
	}{
		{"a text without words", pageXML(`<TextRegion id="r"/>`), PAGE, 0, 0, "a"},
		{"a hyphen of its own that goes", divided, ALTO, 0, 4, "Ver"},
		{"a hyphen of its own that is another", divided, ALTO, 3, 4, "\u00ac"},
		{"all before it", divided, ALTO, 0, 3, ""},
		{"a hyphen that goes with the word behind it", divided, ALTO, 0, 12, "ein Wort"},
		{"a blank before it", divided, ALTO, 3, 3, " "},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := Parse(tt.source, tt.format)
			require.NoError(t, err)
			e := edit.Edit{Start: tt.start, End: tt.end, Before: doc.Text()[tt.start:tt.end], After: tt.after, Rule: "words", Confidence: 0.5}
			assert.Equal(t, Carried{Left: []edit.Edit{e}}, doc.Carry([]edit.Edit{e}, Options{}))
		})
	}
	assert.Contains(t, carry(t, ALTO, divided, Options{}, "Ver-\nwaltung", "Verwaltung"), `SUBS_CONTENT="Verwaltung"`)
}
