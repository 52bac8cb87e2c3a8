package normalize

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// rationedTexts are texts for whose unknown words the searches do not suffice.
func rationedTexts(size int) map[string]string {
	random := rand.New(rand.NewPCG(3, 4))
	known := strings.Fields("die Verwaltung der Stadt hat einen Bürger und seine Häuser für das Amt gesehen")
	word := func(b *strings.Builder) {
		for range 8 {
			b.WriteByte("abcdefghiklmnorstu"[random.IntN(18)])
		}
		b.WriteByte(' ')
	}
	var all, second strings.Builder
	for all.Len() < size {
		word(&all)
	}
	for second.Len() < size {
		second.WriteString(known[random.IntN(len(known))] + " ")
		word(&second)
	}
	return map[string]string{"random words": all.String(), "every second word random": second.String()}
}

// TestRationedTextsStay when they are cleaned again, though what is mended the first
// time leaves searches for other words.
func TestRationedTextsStay(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a while")
	}
	p := wholePipeline(t)
	for name, text := range rationedTexts(65_000) {
		t.Run(name, func(t *testing.T) {
			result, err := p.Clean(text)
			require.NoError(t, err)
			again, err := p.Clean(result.Text)
			require.NoError(t, err)
			assert.Empty(t, again.Changes)
			assert.True(t, result.Text == again.Text)
		})
	}
}
