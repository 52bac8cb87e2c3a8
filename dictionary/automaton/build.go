package automaton

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// Build makes the data of an automaton that holds words, in any order, by the
// incremental construction for sorted input of Daciuk, Mihov, Watson and Watson
// ("Incremental Construction of Minimal Acyclic Finite-State Automata", 2000).
// It fails if a word is empty or holds a character that has no code.
func Build(words []string) ([]byte, error) {
	encoded := make([]string, 0, len(words))
	for _, w := range words {
		code, err := encode(w)
		if err != nil {
			return nil, err
		}
		encoded = append(encoded, code)
	}
	slices.Sort(encoded)
	encoded = slices.Compact(encoded)
	b := builder{register: make(map[string]uint32), arcs: make([]uint32, 1)}
	b.path = []*node{{}}
	previous := ""
	for _, w := range encoded {
		b.add(previous, w)
		previous = w
	}
	b.freeze(0)
	return b.finish(), nil
}

func encode(word string) (string, error) {
	if word == "" {
		return "", fmt.Errorf("automaton: an empty word")
	}
	var codes []byte
	for _, r := range word {
		code, ok := Code(r)
		if !ok {
			return "", fmt.Errorf("automaton: %q holds %q, which is not in the alphabet", word, r)
		}
		codes = append(codes, code)
	}
	return string(codes), nil
}

// node is a state on the path of the word last added, not yet frozen.
type node struct {
	arcs []uint32 // as stored, without the last-arc bit
}

type builder struct {
	path     []*node
	register map[string]uint32 // a frozen state's arcs -> its first arc
	arcs     []uint32
}

func (b *builder) add(previous, word string) {
	shared := 0
	for shared < len(previous) && shared < len(word) && previous[shared] == word[shared] {
		shared++
	}
	b.freeze(shared)
	for i := shared; i < len(word); i++ {
		arc := uint32(word[i])
		if i == len(word)-1 {
			arc |= 0x100
		}
		b.path[i].arcs = append(b.path[i].arcs, arc)
		b.path = append(b.path, &node{})
	}
}

// freeze fixes the states of the path that lie deeper than depth.
func (b *builder) freeze(depth int) {
	for len(b.path) > depth+1 {
		deepest := b.path[len(b.path)-1]
		b.path = b.path[:len(b.path)-1]
		parent := b.path[len(b.path)-1]
		parent.arcs[len(parent.arcs)-1] |= b.intern(deepest) << 9
	}
}

// intern returns the state equal to n, storing it if there is none yet.
func (b *builder) intern(n *node) uint32 {
	if len(n.arcs) == 0 {
		return 0
	}
	key := make([]byte, 0, 4*len(n.arcs))
	for _, arc := range n.arcs {
		key = binary.LittleEndian.AppendUint32(key, arc)
	}
	if at, ok := b.register[string(key)]; ok {
		return at
	}
	at := uint32(len(b.arcs))
	b.register[string(key)] = at
	b.arcs = append(b.arcs, n.arcs...)
	b.arcs[len(b.arcs)-1] |= 0x80
	return at
}

func (b *builder) finish() []byte {
	root := b.intern(b.path[0])
	data := make([]byte, 0, 4*len(b.arcs)+4)
	for _, arc := range b.arcs {
		data = binary.LittleEndian.AppendUint32(data, arc)
	}
	return binary.LittleEndian.AppendUint32(data, root)
}
