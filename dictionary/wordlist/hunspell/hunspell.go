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

// Limits. What goes beyond them is an error, so that a hostile file costs little.
const (
	maxFile       = 256 << 20   // bytes of a file
	maxForms      = 20_000_000  // forms of a dictionary
	maxEntryForms = 100_000     // forms of a word
	maxBytes      = 1 << 30     // of all forms
	maxTries      = 500_000_000 // affixes tried on the words of a dictionary
	maxEntryTries = 1_000_000   // affixes tried on a word
	maxText       = 200         // bytes of a word, an affix or a condition
)

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
	return expandFiles(file{base + ".aff", aff}, file{path, dic}, yield)
}

// file is a file and its bytes.
type file struct {
	path string
	data []byte
}

// expandFiles does the work of Read on bytes.
func expandFiles(aff, dic file, yield func(Form)) error {
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
	x := newExpander(affixes, words, yield)
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
