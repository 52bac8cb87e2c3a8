package normalize

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"klartext/dictionary/wordlist"
)

// TestMarksAreFoundInTheirLines: looking only at lines with a mark finds what looking at
// the whole text does.
func TestMarksAreFoundInTheirLines(t *testing.T) {
	parts := []string{"kénnen", "sich", "[sic]", "(sic!)", "[sic", "sic]", " ", "\n", "\r\n", "\n\n", "ü"}
	r := rand.New(rand.NewPCG(1, 2))
	var p protection
	found := 0
	for range 20000 {
		var b strings.Builder
		for range 1 + r.IntN(14) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		text := b.String()
		var want []wordlist.Span
		for _, at := range sic.FindAllStringIndex(text, -1) {
			want = append(want, wordlist.Span{Start: at[0], End: at[1]})
		}
		got := p.marked(text)
		if !assert.Equal(t, wordlist.Merge(want), got, "%q", text) {
			return
		}
		found += len(got)
	}
	assert.Greater(t, found, 10000)
}
