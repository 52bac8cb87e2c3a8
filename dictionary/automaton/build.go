package automaton

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// maxArcs is the number of arcs that the 23 bits of a target reach.
const maxArcs = 1 << 23

// ErrTooLarge says that the words need more arcs than the layout can number, 2^23.
var ErrTooLarge = errors.New("automaton: too many words")

// Build makes the data of an automaton that holds words, in any order, by the
// incremental construction for sorted input of Daciuk, Mihov, Watson and Watson
// ("Incremental Construction of Minimal Acyclic Finite-State Automata", 2000).
// It fails if a word is empty or holds a character that has no code, and with
// [ErrTooLarge].
func Build(words []string) ([]byte, error) {
	encoded, err := encodeAll(words)
	if err != nil {
		return nil, err
	}
	b := builder{arcs: make([]uint32, 1)}
	previous := ""
	for _, w := range sortEncoded(encoded) {
		b.add(previous, w)
		if len(b.arcs) > maxArcs {
			return nil, ErrTooLarge
		}
		previous = w
	}
	b.freeze(len(previous), 0)
	return b.finish()
}

// encodeAll writes the letter codes of all words into one piece of memory.
func encodeAll(words []string) ([]string, error) {
	size := 0
	for _, w := range words {
		size += len(w)
	}
	codes := make([]byte, 0, size)
	ends := make([]int, 0, len(words))
	for _, w := range words {
		if w == "" {
			return nil, fmt.Errorf("automaton: an empty word")
		}
		for _, r := range w {
			code, ok := Code(r)
			if !ok {
				return nil, fmt.Errorf("automaton: %q holds %q, which is not in the alphabet", w, r)
			}
			codes = append(codes, code)
		}
		ends = append(ends, len(codes))
	}
	all, encoded, start := string(codes), make([]string, len(words)), 0
	for i, end := range ends {
		encoded[i] = all[start:end]
		start = end
	}
	return encoded, nil
}

type builder struct {
	// path holds the arcs of the states on the way of the word last added, by their
	// depth and without the last-arc bit; deeper ones are empty and kept for reuse.
	path     [][]uint32
	register register
	arcs     []uint32
}

func (b *builder) add(previous, word string) {
	shared := 0
	for shared < len(previous) && shared < len(word) && previous[shared] == word[shared] {
		shared++
	}
	b.freeze(len(previous), shared)
	for len(b.path) <= len(word) {
		b.path = append(b.path, nil)
	}
	for i := shared; i < len(word); i++ {
		arc := uint32(word[i])
		if i == len(word)-1 {
			arc |= 0x100
		}
		b.path[i] = append(b.path[i], arc)
	}
}

// freeze fixes the states of the path from depth deepest up to those just below
// depth.
func (b *builder) freeze(deepest, depth int) {
	for d := deepest; d > depth; d-- {
		parent := b.path[d-1]
		parent[len(parent)-1] |= b.intern(b.path[d]) << 9
		b.path[d] = b.path[d][:0]
	}
}

// intern returns the state with the given arcs, storing it if there is none yet.
// It writes the last-arc bit into state.
func (b *builder) intern(state []uint32) uint32 {
	if len(state) == 0 {
		return 0
	}
	state[len(state)-1] |= 0x80
	slot, at := b.register.find(b.arcs, state)
	if at != 0 {
		return at
	}
	at = uint32(len(b.arcs))
	b.arcs = append(b.arcs, state...)
	b.register.put(slot, at)
	return at
}

func (b *builder) finish() ([]byte, error) {
	root := uint32(0)
	if len(b.path) > 0 {
		root = b.intern(b.path[0])
	}
	if len(b.arcs) > maxArcs {
		return nil, ErrTooLarge
	}
	data := make([]byte, 0, 4*len(b.arcs)+4)
	for _, arc := range b.arcs {
		data = binary.LittleEndian.AppendUint32(data, arc)
	}
	return binary.LittleEndian.AppendUint32(data, root), nil
}
