package normalize

import (
	"math/rand/v2"
	"testing"
	"unicode/utf8"
)

// TestLawsHoldForDamagedText damages passages of the articles further, at random
// but the same in each run.
func TestLawsHoldForDamagedText(t *testing.T) {
	const passages, length = 60, 400
	r := rand.New(rand.NewPCG(3, 4))
	fixtures := ocrTexts(t)
	for range passages {
		f := fixtures[r.IntN(len(fixtures))]
		letters := []rune(f.text(t))
		start := r.IntN(max(1, len(letters)-length))
		text := damaged(r, letters[start:min(len(letters), start+length)])
		// A failure shows the passage.
		t.Run(f.name(), func(t *testing.T) {
			defer func() {
				if t.Failed() {
					t.Logf("passage: %q", text)
				}
			}()
			checkLaws(t, wholePipeline(t), text)
		})
	}
}

// oddPieces are what the fixers look for.
var oddPieces = []string{
	"-\n", "¬\n", "=\n", "\n\n", "\f", "\r\n", " ", "\u00ad", "\u0308", "\u0364", "ſ", "ﬁ", "Ã¼", ",,", "''", "\"", "»", "«",
	"‚", "’", "--", "...", "…", " ,", "ii", "é", "1", "|", "ß", "B", "&", "\u200b", "\u00a0",
}

// damaged replaces, removes and inserts something about every tenth character.
func damaged(r *rand.Rand, letters []rune) string {
	var out []byte
	for i := 0; i < len(letters); i++ {
		switch r.IntN(40) {
		case 0:
			continue
		case 1:
			out = append(out, oddPieces[r.IntN(len(oddPieces))]...)
			continue
		case 2:
			out = append(out, oddPieces[r.IntN(len(oddPieces))]...)
		case 3:
			out = utf8.AppendRune(out, letters[r.IntN(len(letters))])
		}
		out = utf8.AppendRune(out, letters[i])
	}
	return string(out)
}
