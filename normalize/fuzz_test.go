package normalize

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzPipeline checks the laws of cleaning on any bytes that decode. Since
// cleaning takes its time, shortening each input that is new is not worth it:
//
//	go test ./normalize -run '^$' -fuzz FuzzPipeline -fuzzminimizetime 1x -fuzztime 30s
func FuzzPipeline(f *testing.F) {
	for _, input := range inputs(f) {
		data, err := os.ReadFile(input.path)
		require.NoError(f, err)
		f.Add(data[:min(len(data), 700)])
	}
	for _, text := range []string{
		"", "\n", "\f\n", "\r\r\n", "-\n-\n", "a-\nb-\n\fc", "\u0308\u0308", "A\u030a\u0300-\n\u0301b", "ſ\u0364 ¬\n=\n⸗\n",
		",,a'' \"b” »c« ‚d‘ `e´", "fÃ¼r Ã¤ÃŸ â€ž", "ﬁﬂﬀﬃﬄﬅ", "i i i 1l1l|", "kénnen fir Gber", "ＡＢＣ\u200b\ufeff",
		strings.Repeat("nii", 40), strings.Repeat("ö-\n", 30), "\xff\xfe\xfd", "Stra\xdfe f\xfcr",
	} {
		f.Add([]byte(text))
	}
	p := wholePipeline(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := p.Decode(data)
		if err != nil {
			t.Skip() // binary
		}
		checkLaws(t, p, text)
	})
}
