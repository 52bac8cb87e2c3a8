// Package domain holds what a user's own clean texts show of the German of one
// domain, beyond what the shipped dictionary knows: words that it lacks, and how words
// follow each other. A [Builder] makes a model of texts; [Open] uses its data where
// they lie.
package domain

import (
	"fmt"
	"io"

	"klartext/dictionary/ngram"
)

// Model is a domain model. It is immutable and safe for many goroutines.
type Model struct {
	info  Info
	sum   uint64
	words *Words
	grams *ngram.Domain
}

// Info says what a model is made of.
type Info struct {
	// Name and Licence are what the user gave; Licence is that of the texts, as far as
	// it binds who passes the model on. Both are up to [LongestText] bytes.
	Name, Licence string
	// Files and Words are the numbers of files and of words in them that it was made
	// of, NewWords that of the words it makes known.
	Files, Words, NewWords int
	// Trial says how well it foresees words that it was not made of.
	Trial Trial
}

// Info says what the model is made of.
func (m *Model) Info() Info { return m.info }

// Checksum is the xxHash64 of all that the model holds: it tells models apart.
func (m *Model) Checksum() uint64 { return m.sum }

// Words are the words that the model makes known.
func (m *Model) Words() *Words { return m.words }

// Grams are the word sequences of the domain.
func (m *Model) Grams() *ngram.Domain { return m.grams }

// Largest is the size, in bytes, to which a model is read.
const Largest = 1 << 30

// Read reads a model from r and opens it. Its errors are those of r, as they are, and
// those of [Open].
func Read(r io.Reader) (*Model, error) {
	data, err := io.ReadAll(io.LimitReader(r, Largest+1))
	if err != nil {
		return nil, err
	}
	if len(data) > Largest {
		return nil, fmt.Errorf("%w: it has more than %d MiB", ErrNoModel, Largest>>20)
	}
	return Open(data)
}
