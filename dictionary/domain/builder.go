package domain

import (
	"errors"
	"fmt"
	"hash/fnv"
	"strings"

	"klartext/dictionary"
	"klartext/dictionary/confusion"
	"klartext/dictionary/ngram"
	"klartext/dictionary/token"
)

// Limits of what a model is built from.
const (
	// LeastWords is the least number of words: fewer say nothing of a domain.
	LeastWords = 1000
	// MostTokens is the largest number of words, numbers and signs; they take 8 bytes
	// each.
	MostTokens = 20_000_000
)

// Errors of building.
var (
	// ErrTooSmall says that the texts have less than [LeastWords].
	ErrTooSmall = errors.New("too little text")
	// ErrTooLarge says that the texts have more than [MostTokens], or more different
	// words than can be numbered ([ngram.MaxWords]).
	ErrTooLarge = errors.New("too much text")
)

// heldBack is the part of the lines that a model is tried on: one in heldBack.
const heldBack = 10

// Builder gathers texts for a model. It keeps what it counts, not the texts: their
// different words, and 8 bytes for each token. It is for one goroutine.
type Builder struct {
	dict   *dictionary.Dictionary
	tables []*confusion.Table

	limit   int // of tokens
	files   int
	words   int
	numbers map[string]uint32
	seen    []sighting // by word number
	tokens  []token.Token
	// training are the trigrams that end in lines to learn from, trial those that end
	// in the lines held back.
	training, trial ngram.Trigrams
	u, v            uint32 // the last two words of the paragraph
}

// sighting is a word with what is known of where it stands.
type sighting struct {
	text string
	reading
	all, training spread
}

// spread counts the places where a word stands.
type spread struct {
	n       int
	file    int  // the last one, from 1
	several bool // it is not the only one
}

func (s *spread) add(file int) {
	s.n++
	s.several = s.several || s.file != 0 && s.file != file
	s.file = file
}

// NewBuilder returns a Builder for models that go with dict. The tables tell which
// words may be misread ones.
func NewBuilder(dict *dictionary.Dictionary, tables []*confusion.Table) *Builder {
	b := &Builder{dict: dict, tables: tables, limit: MostTokens, numbers: make(map[string]uint32)}
	b.u = b.number(startText, known)
	b.v = b.u
	return b
}

// NextFile says that what is added from now on is of another file.
func (b *Builder) NextFile() { b.files++ }

// Add adds a text, or a part of one that begins with a paragraph, in UTF-8 and
// normalisation form C. Paragraphs end with an empty line. It fails with [ErrTooLarge].
func (b *Builder) Add(text string) error {
	b.files = max(1, b.files)
	b.begin()
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) == "" {
			b.begin()
			continue
		}
		if err := b.line(line); err != nil {
			return err
		}
	}
	return nil
}

// begin begins a paragraph.
func (b *Builder) begin() { b.u, b.v = 0, 0 }

func (b *Builder) line(line string) error {
	held := isHeldBack(line)
	list := &b.training
	if held {
		list = &b.trial
	}
	b.tokens = token.All(b.tokens[:0], line)
	for _, t := range b.tokens {
		if t.Kind == token.Enclosing {
			continue
		}
		if b.training.Len()+b.trial.Len() == b.limit {
			return fmt.Errorf("%w: more than %d words and signs; a model of a part will do", ErrTooLarge, b.limit)
		}
		w, err := b.sight(line, t, held)
		if err != nil {
			return err
		}
		list.Add(b.u, b.v, w)
		b.u, b.v = b.v, w
	}
	return nil
}

// isHeldBack tells by a hash of a line whether it is one to try the model on: lines
// that are the same, as headings are, shall not stand on both sides.
func isHeldBack(line string) bool {
	h := fnv.New64a()
	// A hash takes all that is written to it.
	_, _ = h.Write([]byte(strings.TrimSpace(line)))
	sum := h.Sum64()
	return (sum^sum>>32)%heldBack == 0
}

// sight counts a token and returns its number.
func (b *Builder) sight(line string, t token.Token, held bool) (uint32, error) {
	if t.Kind == token.Word {
		b.words++
	}
	w := b.number(read(b.dict, line, t))
	if w >= ngram.MaxWords {
		return 0, fmt.Errorf("%w: more than %d different words", ErrTooLarge, ngram.MaxWords)
	}
	s := &b.seen[w]
	s.all.add(b.files)
	if !held {
		s.training.add(b.files)
	}
	return w, nil
}

// number returns the number of a word, which begin with that of a paragraph's
// beginning, 0.
func (b *Builder) number(text string, r reading) uint32 {
	if n, ok := b.numbers[text]; ok {
		return n
	}
	n := uint32(len(b.seen))
	text = strings.Clone(text)
	b.numbers[text] = n
	b.seen = append(b.seen, sighting{text: text, reading: r})
	return n
}
