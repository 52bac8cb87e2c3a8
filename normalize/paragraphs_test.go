package normalize

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestParagraphs(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"blank lines only", "\n \n", ""},
		{"a line without an end", "Ein Satz.", "Ein Satz.\n"},
		{"lines of a paragraph", "Ein\nlanger  \n Satz.\n", "Ein langer Satz.\n"},
		{"paragraphs", "Eins.\n\n\n \nZwei.\n", "Eins.\n\nZwei.\n"},
		{"line ends of Windows", "Ein\r\nSatz.\r\n\r\nNoch\r\neiner.\r\n", "Ein Satz.\n\nNoch einer.\n"},
		{"pages", "Eins\nzwei\f\nDrei\n", "Eins zwei\n\fDrei\n"},
	} {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, Paragraphs(tt.text)) })
	}
}
