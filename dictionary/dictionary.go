// Package dictionary knows German words: which there are, how frequent they are,
// what stands beside what, what compounds are made of, and what OCR engines make
// of them. All of it is embedded in the program and used where it lies; nothing
// is parsed at start-up.
package dictionary

import (
	_ "embed"
	"fmt"
	"sync"
	"unsafe"

	"klartext/dictionary/automaton"
	"klartext/dictionary/bilinear"
	"klartext/dictionary/ngram"
	"klartext/dictionary/packed"
)

// Dictionary is immutable and safe for many goroutines.
type Dictionary struct {
	words     packed.Table
	parts     packed.Table
	forms     *automaton.Automaton
	modifiers *automaton.Automaton
	heads     *automaton.Automaton
	model     *ngram.Model
	letters   *ngram.LetterModel
	bilinear  *bilinear.Model
	own       []Own
}

// Files are the compiled data of a dictionary, as the builder writes them.
type Files struct {
	// Words maps words to what is known of them, Forms holds the same words as
	// an automaton.
	Words, Forms []byte
	// Parts maps parts of compounds to their probabilities; Modifiers holds the
	// parts that others follow, Heads those that come last, in lower case.
	Parts, Modifiers, Heads []byte
	// Model is the n-gram model, Letters the letter model, Bilinear that of the words
	// on both sides, which may be missing.
	Model, Letters, Bilinear []byte
}

// Sizes of the values of the tables.
const (
	// WordValue is that of [Files.Words]: probability, backoff weight, flags, eras.
	WordValue = 4
	partValue = 2 // probability as modifier, as head
)

// Open uses the compiled data in place. It fails if they are damaged.
func Open(f Files) (*Dictionary, error) {
	var d Dictionary
	var err error
	if d.words, _, err = packed.Open(f.Words, WordValue); err != nil {
		return nil, fmt.Errorf("words: %w", err)
	}
	if d.parts, _, err = packed.Open(f.Parts, partValue); err != nil {
		return nil, fmt.Errorf("parts of compounds: %w", err)
	}
	if d.forms, err = automaton.Open(f.Forms); err != nil {
		return nil, fmt.Errorf("word forms: %w", err)
	}
	if d.modifiers, err = automaton.Open(f.Modifiers); err != nil {
		return nil, fmt.Errorf("modifiers: %w", err)
	}
	if d.heads, err = automaton.Open(f.Heads); err != nil {
		return nil, fmt.Errorf("heads: %w", err)
	}
	if d.model, err = ngram.Open(f.Model); err != nil {
		return nil, fmt.Errorf("language model: %w", err)
	}
	if d.letters, err = ngram.OpenLetters(f.Letters); err != nil {
		return nil, fmt.Errorf("letter model: %w", err)
	}
	if len(f.Bilinear) > 0 {
		if d.bilinear, err = bilinear.Open(f.Bilinear); err != nil {
			return nil, fmt.Errorf("model of both sides: %w", err)
		}
	}
	return &d, nil
}

// The data that the builder (dictionary/build) writes.
var (
	//go:embed data/words.bin
	wordsData string
	//go:embed data/forms.bin
	formsData string
	//go:embed data/parts.bin
	partsData string
	//go:embed data/modifiers.bin
	modifiersData string
	//go:embed data/heads.bin
	headsData string
	//go:embed data/model.bin
	modelData string
	//go:embed data/letters.bin
	lettersData string
	//go:embed data/bilinear.bin
	bilinearData string
)

// Embedded returns the dictionary in the program. The same one is returned each
// time; it takes no memory but what is touched.
var Embedded = sync.OnceValues(func() (*Dictionary, error) { return Open(embeddedFiles()) })

func embeddedFiles() Files {
	return Files{
		Words: inPlace(wordsData), Forms: inPlace(formsData),
		Parts: inPlace(partsData), Modifiers: inPlace(modifiersData), Heads: inPlace(headsData),
		Model: inPlace(modelData), Letters: inPlace(lettersData), Bilinear: inPlace(bilinearData),
	}
}

// inPlace views embedded text as bytes without a copy; nothing writes to them.
func inPlace(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

// Model is the language model over the dictionary's words.
func (d *Dictionary) Model() *ngram.Model { return d.model }

// Letters is the model of words that are not in the dictionary.
func (d *Dictionary) Letters() *ngram.LetterModel { return d.letters }

// Bilinear is the model of a word by those on both sides of it, nil if there is none.
func (d *Dictionary) Bilinear() *bilinear.Model { return d.bilinear }

// Forms is the set of all words.
func (d *Dictionary) Forms() *automaton.Automaton { return d.forms }

// Modifiers is the set of parts that begin or continue a compound, in lower
// case and with their linking element ("verwaltungs").
func (d *Dictionary) Modifiers() *automaton.Automaton { return d.modifiers }

// Heads is the set of parts that end a compound, in lower case ("struktur").
func (d *Dictionary) Heads() *automaton.Automaton { return d.heads }
