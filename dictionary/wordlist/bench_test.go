package wordlist

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// manyWords makes n different German-like words, the same ones each time and in no order.
func manyWords(n int) []string {
	stems := strings.Fields("haus brücke wasser straße kirche garten mühle acker berg wald stein feld " +
		"tür schloß turm bürger rath amt gericht schule lehrer schüler buch blatt druck feder tinte " +
		"wagen pferd reiter könig fürst graf bauer knecht magd korn brot mehl bäcker wein faß keller")
	endings := strings.Fields("- e en er es s n ung ungen heit keit lich liche lichen licher liches isch ische " +
		"ischen bar bare baren los lose losen chen lein schaft schaften thum thümer in innen")
	links := []string{"", "s", "es", "en", "n"}
	r := rand.New(rand.NewPCG(7, 9))
	seen := make(map[string]bool, n)
	words := make([]string, 0, n)
	for len(words) < n {
		w := stems[r.IntN(len(stems))] + links[r.IntN(len(links))] + stems[r.IntN(len(stems))]
		if r.IntN(3) == 0 {
			w += links[r.IntN(len(links))] + stems[r.IntN(len(stems))]
		}
		w += strings.TrimPrefix(endings[r.IntN(len(endings))], "-")
		if r.IntN(3) > 0 {
			w = strings.ToUpper(w[:1]) + w[1:]
		}
		if !seen[w] {
			seen[w] = true
			words = append(words, w)
		}
	}
	return words
}

func BenchmarkLoad200k(b *testing.B) {
	words := manyWords(200_000)
	benchmarkLoad(b, "unsorted", words)
	slices.Sort(words)
	benchmarkLoad(b, "sorted", words)
	for i := range words {
		words[i] += fmt.Sprintf("\t%d", i%977)
	}
	benchmarkLoad(b, "counts", words)
}

func benchmarkLoad(b *testing.B, name string, lines []string) {
	path := filepath.Join(b.TempDir(), "words.txt")
	require.NoError(b, os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600))
	for _, whole := range []bool{false, true} {
		b.Run(fmt.Sprintf("%s/automaton=%t", name, whole), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				var builder Builder
				require.NoError(b, builder.AddFile(path))
				list, err := builder.Build()
				require.NoError(b, err)
				require.Equal(b, len(lines), list.Len())
				if whole {
					_, err = list.Automaton()
					require.NoError(b, err)
				}
			}
		})
	}
}
