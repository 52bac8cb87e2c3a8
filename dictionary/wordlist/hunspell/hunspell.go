// Package hunspell derives all word forms from a Hunspell dictionary, a pair of
// files .dic (words) and .aff (affixes).
//
// It follows hunspell(5) for affixes with strips, conditions and cross products,
// for continuation classes (two suffixes and a prefix), flags of every type,
// aliases, and FORBIDDENWORD, NEEDAFFIX, ONLYINCOMPOUND and CIRCUMFIX. Compounds,
// conversions, suggestions and the case of words are left to others.
package hunspell

import (
	"fmt"
	"io"
	"os"
	"strings"
)

// maxFile is the most bytes of a file, maxText those of a word, an affix, or a
// condition.
const (
	maxFile = 64 << 20
	maxText = 200
)

// limits are the most that a dictionary may ask for. What goes beyond them is an
// error, so that a hostile file costs little.
type limits struct {
	// forms and bytes are those of all words, wordForms those of one.
	forms, bytes, wordForms int
	// tries is how many affixes are tried on all words, wordTries on one.
	tries, wordTries int
}

// usual are the limits of Read: no dictionary for German comes near them.
func usual() limits {
	return limits{forms: 20_000_000, bytes: 1 << 30, wordForms: 100_000, tries: 500_000_000, wordTries: 1_000_000}
}

// Form is a word form.
type Form struct {
	// Text is the form in NFC, as it is written inside a sentence.
	Text string
	// Line is that of its word in the .dic file, from 1.
	Line int
}

// Read calls yield with each form of the dictionary whose words are in the file at
// path, FILE.dic, and whose affixes are in FILE.aff beside it. A form may come more
// than once. It fails if a file cannot be read, is damaged (the error names it as
// path:line: reason) or yields more than 20 million forms or 100,000 of one word.
func Read(path string, yield func(Form)) error {
	base, ok := strings.CutSuffix(path, ".dic")
	if !ok {
		return fmt.Errorf("%s: the name of a Hunspell dictionary ends in .dic", path)
	}
	aff, err := readFile(base + ".aff")
	if err != nil {
		return fmt.Errorf("reading the affixes of the Hunspell dictionary: %w", err)
	}
	dic, err := readFile(path)
	if err != nil {
		return fmt.Errorf("reading the Hunspell dictionary: %w", err)
	}
	return expandFiles(file{base + ".aff", aff}, file{path, dic}, usual(), yield)
}

// file is a file and its bytes.
type file struct {
	path string
	data []byte
}

// expandFiles does the work of Read on bytes.
func expandFiles(aff, dic file, most limits, yield func(Form)) error {
	decode, err := findDecoder(aff)
	if err != nil {
		return err
	}
	affText, err := decode(aff)
	if err != nil {
		return err
	}
	affixes, err := parseAffixes(aff.path, affText)
	if err != nil {
		return err
	}
	dicText, err := decode(dic)
	if err != nil {
		return err
	}
	words, err := affixes.parseWords(dic.path, dicText)
	if err != nil {
		return err
	}
	x := newExpander(affixes, words, most, yield)
	for _, w := range words {
		if err := x.expand(w); err != nil {
			return fmt.Errorf("%s:%d: %w", dic.path, w.line, err)
		}
	}
	return nil
}

// readFile returns the bytes of a file, at most maxFile.
func readFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close() // nothing was written
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxFile {
		return nil, fmt.Errorf("%s: more than %d bytes", path, maxFile)
	}
	return data, nil
}
