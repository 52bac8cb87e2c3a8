package evaluate

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTextIsNormalised(t *testing.T) {
	got := newText("\uFEFF  Fu\u0308r\talle\r\n\r\n da.\n")
	assert.Equal(t, "Für alle da.", string(got.runes))
	assert.Equal(t, token{start: 9, end: 12, form: "da.", word: "da"}, got.tokens[2])
}

func TestBareWord(t *testing.T) {
	for form, want := range map[string]string{
		"„Haus“,":    "Haus",
		"geht’s":     "geht's",
		"(1912)":     "1912",
		"Nord-":      "Nord",
		"Nord-Süd":   "Nord-Süd",
		"a»b«c":      `a"b"c`,
		"—":          "",
		"nsch\u0364": "nsch\u0364",
	} {
		assert.Equal(t, want, bareWord(form), form)
	}
}

func TestDehyphenate(t *testing.T) {
	for raw, want := range map[string]string{
		"Verwal-\ntung der":     "Verwaltung der",
		"Verwal- \r\n tung der": "Verwaltung der",
		"Verwal¬\ntung":         "Verwaltung",
		"Verwal⸗\ntung":         "Verwaltung",
		"Verwal\u00AD\ntung":    "Verwaltung",
		"drei-\nzei-\nlig":      "dreizeilig",
		"Sachsen-\nAnhalt":      "Sachsen-\nAnhalt",
		"10-\n12":               "10-\n12",
		"Wort -\nwort":          "Wort -\nwort",
		"ohne\nStrich\n":        "ohne\nStrich\n",
		"":                      "",
	} {
		assert.Equal(t, want, Dehyphenate(raw), "%q", raw)
	}
}
