package main

import (
	"bufio"
	"fmt"
	"math"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"klartext/dictionary/ngram"
	"klartext/dictionary/token"
)

// sources are the texts of the corpus and how often each occurrence counts in
// the language model: running text that is like what is scanned counts in full,
// the much that there is of parliament a fifth. Chosen for the perplexity of
// articles, laws and old prose, not of speeches.
var sources = []struct {
	name   string
	weight float64
}{
	{"wikipedia", 1}, {"klexikon", 1}, {"germeval14", 1}, {"ud_gsd", 1},
	{"bundestag19", 0.2}, {"bundestag20", 0.2}, {"bundestag21", 0.2},
	{"gesetze", 0.6}, {"gerichtsurteile", 0.5},
	{"eltec", 0.7}, {"gerdracor", 0.5}, {"ministerrat", 0.5}, {"dingler", 0.7},
}

// vocabulary numbers the words for the language model.
type vocabulary struct {
	ids    map[string]uint32
	tokens []token.Token
	line   []uint32
}

// numbers returns the word numbers of a paragraph, valid until the next call.
func (v *vocabulary) numbers(line string) []uint32 {
	v.tokens = token.All(v.tokens[:0], line)
	v.line = v.line[:0]
	for _, t := range v.tokens {
		if t.Kind != token.Enclosing {
			v.line = append(v.line, v.number(line[t.Start:t.End], t.Kind))
		}
	}
	return v.line
}

func (v *vocabulary) number(text string, kind token.Kind) uint32 {
	if kind == token.Number {
		return ngram.NumberID
	}
	if strings.Contains(text, "’") {
		text = strings.ReplaceAll(text, "’", "'")
	}
	if id, ok := v.ids[text]; ok {
		return id
	}
	if first, _ := utf8.DecodeRuneInString(text); unicode.IsUpper(first) {
		return ngram.UnknownUpperID
	}
	return ngram.UnknownID
}

// countCorpus counts the n-grams of the training texts in dir.
func countCorpus(dir string, v *vocabulary) (*ngram.Counter, error) {
	var counter ngram.Counter
	for _, s := range sources {
		err := readLines(filepath.Join(dir, s.name+".txt.zst"), func(line string) {
			counter.Add(v.numbers(line), s.weight)
		})
		if err != nil {
			return nil, err
		}
	}
	return &counter, nil
}

func readLines(file string, f func(line string)) error {
	r, err := openZstd(file)
	if err != nil {
		return err
	}
	defer r.Close()
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, 1<<22)
	for scanner.Scan() {
		f(scanner.Text())
	}
	if err := scanner.Err(); err != nil {
		return fmt.Errorf("reading %s: %w", file, err)
	}
	return nil
}

// perplexity is exp of the mean of -ln P per token of the source's held-back
// lines, unknown words counted as their class.
func perplexity(dir, source string, v *vocabulary, m *ngram.Model, words []string, unigrams []ngram.Unigram) (p float64, tokens int, err error) {
	sum := 0.0
	err = readLines(filepath.Join(dir, source+".valid.txt.zst"), func(line string) {
		u, w := uint32(ngram.StartID), uint32(ngram.StartID)
		for _, id := range v.numbers(line) {
			sum -= float64(m.LogProb(ngram.WordOf(words[u]), ngram.WordOf(words[w]), ngram.WordOf(words[id]), unigrams[id], unigrams[w].Backoff))
			u, w = w, id
			tokens++
		}
	})
	return math.Exp(sum / float64(max(1, tokens))), tokens, err
}
