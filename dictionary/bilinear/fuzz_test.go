package bilinear

import (
	"testing"

	"klartext/dictionary/ngram"
)

// FuzzOpen checks that damaged data are refused, or can be asked without harm.
func FuzzOpen(f *testing.F) {
	words, lines := toy()
	data := Estimate(words, lines[:10], Options{Epochs: 1, Rate: 0.1, Noise: 1})
	f.Add(data, uint64(ngram.WordOf("hatte")))
	f.Add(data[:len(data)/2], uint64(ngram.WordOf("gerne")))
	f.Fuzz(func(t *testing.T, data []byte, word uint64) {
		m, err := Open(data)
		if err != nil || m.rows.Check() != nil {
			return
		}
		rows := []Row{m.Row(ngram.Word(word)), m.Row(ngram.WordOf("er")), None}
		c := m.Around(rows, rows)
		for _, row := range rows {
			if row != None {
				m.LogProb(&c, row)
			}
		}
	})
}
