package normalize

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// BenchmarkClean cleans the nine articles (20 kB), as the engines read them and
// without errors, again and again: after the first time the pipeline remembers
// what it found for each word. [BenchmarkStartToFinish] is without that.
func BenchmarkClean(b *testing.B) {
	texts := make(map[string][]string)
	for _, f := range ocrTexts(b) {
		texts[f.engine] = append(texts[f.engine], f.text(b))
		if f.engine == "eng" {
			texts["clean"] = append(texts["clean"], f.truth(b))
		}
	}
	p := wholePipeline(b)
	for _, kind := range []string{"eng", "deu", "frk", "clean"} {
		b.Run(kind, func(b *testing.B) {
			b.SetBytes(int64(len(strings.Join(texts[kind], ""))))
			b.ReportAllocs()
			for b.Loop() {
				for _, text := range texts[kind] {
					_, err := p.Clean(text)
					require.NoError(b, err)
				}
			}
		})
	}
}

// BenchmarkNew is what it costs to start, once the program is loaded.
func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, err := New()
		require.NoError(b, err)
	}
}

// BenchmarkStartToFinish is all that `klartext fix` does for one article.
func BenchmarkStartToFinish(b *testing.B) {
	f := fixture{path: articlesFolder + "/verwaltung/eng.ocr.txt"}
	text := f.text(b)
	b.ReportAllocs()
	for b.Loop() {
		p, err := New()
		require.NoError(b, err)
		_, err = p.Clean(text)
		require.NoError(b, err)
	}
}
