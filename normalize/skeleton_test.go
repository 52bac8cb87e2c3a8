package normalize

import (
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"klartext/normalize/markup"
)

// freeAttributes are those that a change of a word may touch.
var freeAttributes = []string{"CONTENT", "SUBS_TYPE", "SUBS_CONTENT", "CC", "PROCESSINGREFS", "title", "index"}

// skeleton is what must not change of a page: its elements and attributes without
// what docs/formats.md says may. It reads the file by itself, as others would.
func skeleton(t *testing.T, source string, format markup.Format) string {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(source))
	decoder.Strict, decoder.AutoClose, decoder.Entity = format != markup.HOCR, xml.HTMLAutoClose, xml.HTMLEntity
	var b strings.Builder
	open := []string{}
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return b.String()
		}
		require.NoError(t, err)
		switch token := token.(type) {
		case xml.StartElement:
			if mayComeOrGo(token) {
				require.NoError(t, decoder.Skip())
				continue
			}
			if isWrapping(token) {
				open = append(open, "")
				continue
			}
			open = append(open, token.Name.Local)
			b.WriteString("<" + token.Name.Local)
			for _, a := range token.Attr {
				if a.Name.Local == "title" {
					a.Value, _, _ = strings.Cut(a.Value, "x_confs")
				} else if slices.Contains(freeAttributes, a.Name.Local) {
					continue
				}
				b.WriteString(" " + a.Name.Local + "=" + a.Value)
			}
			b.WriteString(">\n")
		case xml.EndElement:
			if name := open[len(open)-1]; name != "" {
				b.WriteString("</" + name + ">\n")
			}
			open = open[:len(open)-1]
		case xml.CharData:
			if text := strings.TrimSpace(string(token)); text != "" && !isFreeText(open) {
				b.WriteString(text + "\n")
			}
		}
	}
}

// mayComeOrGo tells whether an element, with all in it, may be new or lost: who made
// changes, former readings, and glyphs that fit no more.
func mayComeOrGo(e xml.StartElement) bool {
	attribute := func(name string) string {
		for _, a := range e.Attr {
			if a.Name.Local == name {
				return a.Value
			}
		}
		return ""
	}
	switch e.Name.Local {
	case "postProcessingStep", "MetadataItem", "ALTERNATIVE", "Glyph", "Comments", "del":
		return true
	case "Processing":
		return strings.HasPrefix(attribute("ID"), "klartext")
	case "TextEquiv":
		return attribute("index") == "2" // the former reading, in these files
	case "meta":
		return strings.HasPrefix(attribute("content"), "klartext")
	}
	return false
}

// isWrapping tells whether an element is put around a word to keep its former reading.
func isWrapping(e xml.StartElement) bool {
	return e.Name.Local == "ins" || e.Name.Local == "span" && len(e.Attr) > 0 && e.Attr[0].Value == "alternatives"
}

// isFreeText tells whether text within the open elements is that of words, or a date.
func isFreeText(open []string) bool {
	return slices.ContainsFunc(open, func(name string) bool {
		return slices.Contains([]string{"Unicode", "LastChange", "span"}, name)
	})
}
