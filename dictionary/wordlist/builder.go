package wordlist

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"
)

// Builder gathers words for a [List]. Its zero value is empty and ready for use
// by one goroutine. After an error of its methods it is of no use.
type Builder struct {
	paths        []string
	entries      []entry
	replacements map[string]Replacement
}

// source is where an entry stands; the zero value is that of words given by
// themselves.
type source struct{ file, line uint32 }

// Add adds a word that occurs count times, 0 or more; 0 says that nothing is
// known of that. The word is put in NFC. Of a word added twice the larger count
// stays. Empty words and such with blanks, control or invisible characters are
// errors.
func (b *Builder) Add(word string, count float64) error {
	if !(count >= 0) || math.IsInf(count, 0) {
		return fmt.Errorf("%q: count %v is no number from 0", word, count)
	}
	return b.addWord(source{}, norm.NFC.String(word), count)
}

// AddKnown adds a word that is known but not the user's own: it may be repaired where
// another fits better. It fails as [Builder.Add] does.
func (b *Builder) AddKnown(word string, count float64) error {
	if err := b.Add(word, count); err != nil {
		return err
	}
	b.entries[len(b.entries)-1].plain = false
	return nil
}

// AddReplacement adds that right is to be written for wrong, which is one word.
// With a reason it is only suggested, also if it is added once with and once
// without. Two replacements of one word by different texts are an error.
func (b *Builder) AddReplacement(wrong, right, reason string) error {
	return b.replace(source{}, norm.NFC.String(wrong), norm.NFC.String(right), reason)
}

// AddFile adds a plain list, in the form that the package describes. Errors name
// the line as path:line: reason.
func (b *Builder) AddFile(path string) error {
	text, err := readText(path)
	if err != nil {
		return err
	}
	return b.addText(path, text)
}

// Build makes the list. It fails if the result of a replacement is replaced in
// turn. The builder must not be used afterwards.
func (b *Builder) Build() (*List, error) {
	if err := checkChains(b.replacements); err != nil {
		return nil, err
	}
	l := &List{paths: b.paths, replacements: b.replacements}
	l.index, l.entries = newIndex(b.entries)
	l.automaton = sync.OnceValues(l.buildAutomaton)
	return l, nil
}

// file returns the number of a new file.
func (b *Builder) file(path string) uint32 {
	if len(b.paths) == 0 {
		b.paths = append(b.paths, "")
	}
	b.paths = append(b.paths, path)
	return uint32(len(b.paths) - 1)
}

// grow makes room for n more entries at once.
func (b *Builder) grow(n int) { b.entries = slices.Grow(b.entries, n) }

func (b *Builder) addWord(at source, word string, count float64) error {
	if word == "" {
		return fmt.Errorf("an empty word")
	}
	if err := checkWord(word); err != nil {
		return err
	}
	b.entries = append(b.entries, entry{word: word, count: count, file: at.file, line: at.line, plain: true})
	return nil
}

func (b *Builder) replace(at source, wrong, right, reason string) error {
	if err := checkReplacement(wrong, right); err != nil {
		return err
	}
	r := Replacement{Right: right, Reason: reason, Line: int(at.line)}
	if at.line > 0 {
		r.Path = b.paths[at.file]
	}
	if first, ok := b.replacements[wrong]; ok {
		if first.Right != right {
			return fmt.Errorf("%q is already replaced by %q (%s)", wrong, first.Right, first.place())
		}
		if reason == "" {
			return nil // the first may have a reason, and to ask is the safer of the two
		}
	}
	if b.replacements == nil {
		b.replacements = make(map[string]Replacement)
	}
	b.replacements[wrong] = r
	for part := range strings.SplitSeq(right, " ") { // what is written is a word
		b.entries = append(b.entries, entry{word: part, file: at.file, line: at.line, plain: true})
	}
	return nil
}
