// Command build compiles the embedded dictionary from word lists and texts:
//
//	go run ./dictionary/build -corpus ../shared/corpus
//
// It reads the lists in CORPUS/lexicon and the texts CORPUS/*.txt.zst, removes
// misspellings from the lists, counts n-grams, and writes dictionary/data. The
// same input gives the same output, byte for byte. It needs some 6 GB of memory
// and about four minutes on two cores. See docs/dictionary.md.
package main

import (
	"errors"
	"flag"
	"fmt"
	"log"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"klartext/dictionary"
	"klartext/dictionary/automaton"
	"klartext/dictionary/confusion"
	"klartext/dictionary/ngram"
	"klartext/dictionary/packed"
)

func main() {
	log.SetFlags(log.Ltime)
	corpus := flag.String("corpus", "../shared/corpus", "folder with the texts and lexicon/")
	out := flag.String("out", "dictionary/data", "folder for the compiled files")
	removed := flag.String("removed", "", "write the misspellings removed from the lists to this file")
	spellings := flag.String("spellings", "", "write the forms marked as spellings of one era to this file")
	bigrams := flag.Int("bigrams", 4_400_000, "bigrams to keep")
	trigrams := flag.Int("trigrams", 4_150_000, "trigrams to keep")
	sumOnly := flag.Bool("sum", false, "build nothing, and only note the sum of the compiled files")
	bilinearOnly := flag.Bool("bilinear", false, "build only the model of the words on both sides, and note the sum")
	flag.Parse()
	b := builder{corpus: *corpus, out: *out, removed: *removed, spellings: *spellings, size: ngram.Options{Bigrams: *bigrams, Trigrams: *trigrams}}
	work := b.run
	switch {
	case *sumOnly:
		work = b.writeSum
	case *bilinearOnly:
		work = func() error { return errors.Join(b.writeBilinear(), b.writeSum()) }
	}
	if err := work(); err != nil {
		log.Fatal("build: ", err)
	}
}

type builder struct {
	corpus, out        string
	removed, spellings string // files for lists; empty for none
	size               ngram.Options
	marks              eraMarks
}

// list writes a list to a file, if there is to be one.
func (b *builder) list(file string, lines []string) error {
	if file == "" {
		return nil
	}
	if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
		return fmt.Errorf("writing a list: %w", err)
	}
	return nil
}

func (b *builder) run() error {
	lexicon, err := readLexicon(filepath.Join(b.corpus, "lexicon"))
	if err != nil {
		return err
	}
	log.Printf("%d forms in the lists", len(lexicon.forms))
	profiles, err := confusion.Shipped()
	if err != nil {
		return err
	}
	misspelt := clean(lexicon, profiles)
	log.Printf("%d misspellings removed", len(misspelt))
	if err := b.list(b.removed, misspelt); err != nil {
		return err
	}
	words := slices.Sorted(maps.Keys(lexicon.forms))
	b.marks = markEras(lexicon)
	log.Printf("%d forms of one era of spelling", len(b.marks))
	if err := b.list(b.spellings, b.marks.report()); err != nil {
		return err
	}
	if err := b.writeForms(words); err != nil {
		return err
	}
	if err := b.writeCompounds(lexicon); err != nil {
		return err
	}
	if err := b.writeLetters(lexicon, words); err != nil {
		return err
	}
	if err := b.writeModel(lexicon, words); err != nil {
		return err
	}
	if err := b.writeBilinear(); err != nil {
		return err
	}
	return b.writeSum()
}

func (b *builder) write(name string, data []byte) error {
	if err := os.MkdirAll(b.out, 0o755); err != nil {
		return fmt.Errorf("making the output folder: %w", err)
	}
	if err := os.WriteFile(filepath.Join(b.out, name), data, 0o644); err != nil {
		return fmt.Errorf("writing the data: %w", err)
	}
	log.Printf("%-14s %5.1f MB", name, float64(len(data))/1e6)
	return nil
}

func (b *builder) writeForms(words []string) error {
	data, err := automaton.Build(words)
	if err != nil {
		return fmt.Errorf("word forms: %w", err)
	}
	return b.write("forms.bin", data)
}

func (b *builder) writeCompounds(l *lexicon) error {
	c := learnCompounds(l)
	log.Printf("%d modifiers, %d heads of compounds", len(c.modifiers), len(c.head))
	for name, parts := range map[string]map[string]float64{"modifiers.bin": c.modifiers, "heads.bin": c.head} {
		data, err := automaton.Build(slices.Sorted(maps.Keys(parts)))
		if err != nil {
			return fmt.Errorf("parts of compounds: %w", err)
		}
		if err := b.write(name, data); err != nil {
			return err
		}
	}
	return b.write("parts.bin", c.pack())
}

// writeLetters learns what unknown words look like from the rare words that are
// known, names above all.
func (b *builder) writeLetters(l *lexicon, words []string) error {
	return b.write("letters.bin", ngram.EstimateLetters(words, func(word string) float64 {
		f := l.forms[word]
		if f.name || f.perBillion() < 300 {
			return 1
		}
		return 0.1
	}))
}

// priorWeight is the share that the lists have in a word's own probability; the
// texts have the rest.
const priorWeight = 0.3

func (b *builder) writeModel(l *lexicon, words []string) error {
	v := &vocabulary{ids: make(map[string]uint32, len(words)+64)}
	all := append(ngram.ClassNames(), punctuation...)
	for i, sign := range punctuation {
		v.ids[sign] = uint32(ngram.FirstWordID + i)
	}
	total := 0.0
	for _, w := range words {
		v.ids[w] = uint32(len(all))
		all = append(all, w)
		total += l.forms[w].perBillion()
	}
	counter, err := countCorpus(b.corpus, v)
	if err != nil {
		return err
	}
	log.Printf("%d tokens counted", counter.Tokens())
	o := b.size
	o.PriorWeight = priorWeight
	o.Prior = func(id int) float64 {
		if f := l.forms[all[id]]; f != nil {
			return math.Log(f.perBillion() / total)
		}
		return math.Inf(-1)
	}
	model, unigrams, err := ngram.Estimate(counter, all, o)
	if err != nil {
		return err
	}
	if err := b.write("model.bin", model); err != nil {
		return err
	}
	if err := b.write("words.bin", packWords(l, b.marks, all, unigrams)); err != nil {
		return err
	}
	return b.report(model, v, all, unigrams)
}

// punctuation are the signs that the language model knows.
var punctuation = []string{".", ",", ";", ":", "!", "?", "-", "–", "—", "…", "/", "&", "%", "§", "=", "+", "€", "$", "°"}

func packWords(l *lexicon, marks eraMarks, words []string, unigrams []ngram.Unigram) []byte {
	entries := make([]packed.Entry, len(words))
	for i, w := range words {
		var flags dictionary.Flags
		var eras byte
		if f := l.forms[w]; f != nil {
			flags, eras = flagsOf(f), dictionary.PackEras(marks.of(w), f.modernity())
		}
		entries[i] = packed.Entry{Key: uint64(ngram.WordOf(w)), Value: packed.Value{
			packed.PackProb(float64(unigrams[i].LogProb)), packed.PackBackoff(float64(unigrams[i].Backoff)), byte(flags), eras,
		}}
	}
	return packed.Append(nil, entries, dictionary.WordValue)
}

func flagsOf(f *form) (flags dictionary.Flags) {
	if f.lexical {
		flags |= dictionary.Lexical
	}
	if f.rawModern >= 2 || f.lexical {
		flags |= dictionary.Modern
	}
	if f.rawHistoric >= 2 {
		flags |= dictionary.Historic
	}
	if f.name {
		flags |= dictionary.Name
	}
	if !f.lexical && !f.name && f.rawModern+f.rawHistoric < 6 {
		flags |= dictionary.Weak
	}
	return flags
}

// report prints the perplexity on each source's held-back lines.
func (b *builder) report(data []byte, v *vocabulary, words []string, unigrams []ngram.Unigram) error {
	m, err := ngram.Open(data)
	if err != nil {
		return err
	}
	for _, s := range sources {
		p, n, err := perplexity(b.corpus, s.name, v, m, words, unigrams)
		if err != nil {
			return err
		}
		log.Printf("perplexity %-16s %7.1f on %7d tokens", s.name, p, n)
	}
	return nil
}
