package main

import (
	"cmp"
	"log"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"

	"klartext/dictionary/bilinear"
	"klartext/dictionary/ngram"
	"klartext/dictionary/token"
)

// bilinearWords is the number of words that the model of both sides knows.
const bilinearWords = 44_000

// writeBilinear learns the model of the words on both sides from as much of each
// source as its weight is.
func (b *builder) writeBilinear() error {
	texts, err := sampleCorpus(b.corpus)
	if err != nil {
		return err
	}
	words := frequentWords(texts)
	v := &vocabulary{ids: make(map[string]uint32, len(words))}
	for i, w := range words[ngram.FirstWordID:] {
		v.ids[w] = uint32(ngram.FirstWordID + i)
	}
	lines, tokens := make([][]uint16, len(texts)), 0
	for i, text := range texts {
		for _, id := range v.numbers(text) {
			lines[i] = append(lines[i], uint16(id))
		}
		tokens += len(lines[i])
	}
	log.Printf("%d tokens for the model of both sides", tokens)
	o := bilinear.DefaultOptions
	o.Progress = func(done, noise, alike float64) {
		log.Printf("%3.0f %% learned, loss %.4f against noise, %.4f against what is alike", 100*done, noise, alike)
	}
	return b.write("bilinear.bin", bilinear.Estimate(words, lines, o))
}

// sampleCorpus returns paragraphs of all sources in random order.
func sampleCorpus(dir string) (texts []string, err error) {
	random := rand.New(rand.NewPCG(1, 1))
	for _, s := range sources {
		err := readLines(filepath.Join(dir, s.name+".txt.zst"), func(line string) {
			if random.Float64() < s.weight {
				texts = append(texts, strings.Clone(line))
			}
		})
		if err != nil {
			return nil, err
		}
	}
	random.Shuffle(len(texts), func(i, j int) { texts[i], texts[j] = texts[j], texts[i] })
	return texts, nil
}

// frequentWords returns the class names and the most frequent words and signs.
func frequentWords(texts []string) []string {
	counts := make(map[string]int)
	var tokens []token.Token
	for _, text := range texts {
		tokens = token.All(tokens[:0], text)
		for _, t := range tokens {
			if t.Kind == token.Word || t.Kind == token.Punctuation {
				counts[strings.ReplaceAll(text[t.Start:t.End], "’", "'")]++
			}
		}
	}
	words := make([]string, 0, len(counts))
	for w := range counts {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	return append(ngram.ClassNames(), words[:min(len(words), bilinearWords-ngram.FirstWordID)]...)
}
