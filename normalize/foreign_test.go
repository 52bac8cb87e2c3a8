package normalize

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestForeignPassagesStay cleans an article full of errors that quotes in English
// and in French, and has an address and a number of a book.
func TestForeignPassagesStay(t *testing.T) {
	for _, f := range ocrTexts(t) {
		if f.article != "fremdsprachen" {
			continue
		}
		t.Run(f.engine, func(t *testing.T) {
			text := f.text(t)
			result, err := wholePipeline(t).Clean(text)
			require.NoError(t, err)
			assert.Greater(t, len(result.Changes), 3)
			for _, passage := range [][2]string{
				{"Do not worry", "the hole."}, {"Tu cherches", "pas su dire."}, {"https:", " bereit"}, {"ISBN", " €"},
			} {
				from := strings.Index(text, passage[0])
				require.GreaterOrEqual(t, from, 0, passage)
				length := strings.Index(text[from:], passage[1])
				require.Positive(t, length, passage)
				assert.Contains(t, result.Text, text[from:from+length+len(passage[1])])
			}
		})
	}
}
