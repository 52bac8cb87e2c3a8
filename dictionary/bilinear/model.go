// Package bilinear is the language model P(word | the words on both sides of it),
// which tells words that are often misread for each other apart where the two
// words before do not: in "sagte, er hatte/hätte das nicht gewusst" what counts
// stands farther off. It is a log-bilinear model (Mnih and Kavukcuoglu, "Learning
// word embeddings efficiently with noise-contrastive estimation", 2013), with
// weights for each position, quantised and packed into tables that are used where
// they lie.
package bilinear

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"klartext/dictionary/ngram"
	"klartext/dictionary/packed"
)

const (
	// Dim is the length of the vectors that stand for words.
	Dim = 48
	// Near is how many words on each side have weights for their position.
	Near = 5
	// Far is how many words beyond them count as a bag.
	Far = 12
	// Window is how many words on each side count.
	Window = Near + Far
)

// positions are those of the near words, from the word outwards, first before and
// then behind it; then the bag before and that behind.
const (
	positions = 2*Near + 2
	bagBefore = 2 * Near
)

// vector stands for a word or for what is around one.
type vector [Dim]float32

// Row is the number of a word in the model.
type Row int32

// None is the row of words that the model has not.
const None Row = -1

// Model is immutable and safe for many goroutines. A nil model has no words.
type Model struct {
	rows              packed.Table
	weights           [positions]vector
	contexts, targets []byte
}

// ErrCorrupt says that the data are no model.
var ErrCorrupt = errors.New("bilinear: corrupt data")

// The layout: magic, the table of rows, the number of rows (32 bits), the weights
// (32 bits each), then of each word the vector that it has beside others, and that
// which it has itself.
const (
	magic       = "ktbl0001"
	rowValue    = 2
	contextSize = 2 + Dim     // scale, vector
	targetSize  = 2 + 2 + Dim // scale, bias, vector
)

// biasScale is the number of steps in a nat of a bias.
const biasScale = 1024

// Open uses data, which [Estimate] made, in place. It fails with [ErrCorrupt] or
// [packed.ErrCorrupt] if they are damaged.
func Open(data []byte) (*Model, error) {
	if len(data) < len(magic) || string(data[:len(magic)]) != magic {
		return nil, fmt.Errorf("%w: does not begin with %s", ErrCorrupt, magic)
	}
	var m Model
	var err error
	if m.rows, data, err = packed.Open(data[len(magic):], rowValue); err != nil {
		return nil, fmt.Errorf("rows: %w", err)
	}
	const head = 4 + 4*positions*Dim
	if len(data) < head {
		return nil, fmt.Errorf("%w: ends in the weights", ErrCorrupt)
	}
	n := int(binary.LittleEndian.Uint32(data))
	if data = data[4:]; len(data) < head-4+n*(contextSize+targetSize) {
		return nil, fmt.Errorf("%w: too short for %d words", ErrCorrupt, n)
	}
	for p := range m.weights {
		for d := range m.weights[p] {
			m.weights[p][d] = math.Float32frombits(binary.LittleEndian.Uint32(data))
			data = data[4:]
		}
	}
	m.contexts, m.targets = data[:n*contextSize], data[n*contextSize:n*(contextSize+targetSize)]
	return &m, nil
}

// Row returns the row of a word, [None] if the model has it not.
func (m *Model) Row(word ngram.Word) Row {
	if m == nil {
		return None
	}
	v, ok := m.rows.Find(uint64(word))
	if !ok {
		return None
	}
	row := Row(binary.LittleEndian.Uint16(v))
	if int(row)*contextSize >= len(m.contexts) {
		return None
	}
	return row
}

// Context is what stands around a place.
type Context struct{ sum vector }

// Around returns the context of a place: before and behind are the rows of the
// words on both sides, from the nearest outwards, as many as [Window] of each.
// Beyond a paragraph stands [ngram.Start].
func (m *Model) Around(before, behind []Row) Context {
	var c Context
	if m == nil {
		return c
	}
	m.side(&c, before, 0)
	m.side(&c, behind, 1)
	return c
}

func (m *Model) side(c *Context, rows []Row, side int) {
	var bag vector
	for k, row := range rows[:min(len(rows), Window)] {
		if row == None {
			continue
		}
		scale, values := row.in(m.contexts, contextSize)
		if values = values[2:]; k >= Near {
			for d := range bag {
				bag[d] += scale * float32(int8(values[d]))
			}
			continue
		}
		weights := &m.weights[side*Near+k]
		for d := range weights {
			c.sum[d] += weights[d] * scale * float32(int8(values[d]))
		}
	}
	weights := &m.weights[bagBefore+side]
	for d := range bag {
		c.sum[d] += weights[d] * bag[d]
	}
}

// in returns the scale of a row and its bytes.
func (r Row) in(table []byte, size int) (scale float32, row []byte) {
	row = table[int(r)*size : (int(r)+1)*size]
	return math.Float32frombits(uint32(binary.LittleEndian.Uint16(row)) << 16), row
}

// LogProb is about ln P(word | context). It is not normalised: differences between
// the words of one context are what it tells.
func (m *Model) LogProb(c *Context, word Row) float32 {
	scale, row := word.in(m.targets, targetSize)
	bias := float32(int16(binary.LittleEndian.Uint16(row[2:]))) / biasScale
	values := row[4:]
	var sum float32
	for d := range c.sum {
		sum += c.sum[d] * float32(int8(values[d]))
	}
	return bias + scale*sum
}
