// Package automaton holds a set of words as a minimal acyclic deterministic
// finite automaton that is used where it lies in memory, without decoding, and
// can be walked letter by letter.
//
// Words are sequences of letter codes of the package's alphabet (see [Code]).
// The layout is an array of 32-bit arcs, little endian; the arcs of one state
// stand side by side in order of their labels:
//
//	bits  0-6   label, a letter code from 1
//	bit   7     the last arc of its state
//	bit   8     a word ends after this arc
//	bits  9-31  the first arc of the target state; 0: it has no arcs
//
// Arc 0 is unused; the first arc of the root stands in the last 32 bits.
package automaton

import (
	"encoding/binary"
	"errors"
)

// State is a place in the automaton from which words go on; 0 has no arcs.
type State uint32

// Automaton is an immutable set of words, safe for many goroutines.
type Automaton struct {
	arcs []byte
	root State
	// first holds the arcs of the root, which has far more of them than other states
	// and is left most often, by their labels; 0 where there is none.
	first [NumCodes]uint32
}

// ErrCorrupt says that the data are no automaton.
var ErrCorrupt = errors.New("automaton: corrupt data")

// Open uses data, which [Build] made, in place.
func Open(data []byte) (*Automaton, error) {
	if len(data) < 8 || len(data)%4 != 0 {
		return nil, ErrCorrupt
	}
	root := binary.LittleEndian.Uint32(data[len(data)-4:])
	if int(root)*4 >= len(data)-4 {
		return nil, ErrCorrupt
	}
	a := &Automaton{arcs: data[:len(data)-4], root: State(root)}
	for arc, ok := a.First(a.root); ok; arc, ok = a.Next(arc) {
		if !arc.last && int(arc.index+2)*4 > len(a.arcs) {
			return nil, ErrCorrupt
		}
		a.first[arc.Label] = arc.index
	}
	return a, nil
}

// Root is the state in which every word begins.
func (a *Automaton) Root() State { return a.root }

// Arc is one letter on the way from a state to the next.
type Arc struct {
	// Label is the letter's code.
	Label byte
	// Final tells that a word ends with this letter.
	Final bool
	// Target is the state that follows.
	Target State
	index  uint32
	last   bool
}

func (a *Automaton) arc(index uint32) Arc {
	v := binary.LittleEndian.Uint32(a.arcs[index*4:])
	return Arc{Label: byte(v & 0x7f), last: v&0x80 != 0, Final: v&0x100 != 0, Target: State(v >> 9), index: index}
}

// First returns the first arc of s; ok is false if it has none.
func (a *Automaton) First(s State) (arc Arc, ok bool) {
	if s == 0 {
		return Arc{}, false
	}
	return a.arc(uint32(s)), true
}

// Next returns the arc after arc in the same state; ok is false after the last.
func (a *Automaton) Next(arc Arc) (next Arc, ok bool) {
	if arc.last {
		return Arc{}, false
	}
	return a.arc(arc.index + 1), true
}

// Step follows the letter with code label from s.
func (a *Automaton) Step(s State, label byte) (arc Arc, ok bool) {
	if s == 0 {
		return Arc{}, false
	}
	if s == a.root {
		if a.first[label] == 0 {
			return Arc{}, false
		}
		return a.arc(a.first[label]), true
	}
	for i := uint32(s); ; i++ {
		v := binary.LittleEndian.Uint32(a.arcs[i*4:])
		if byte(v&0x7f) == label {
			return Arc{Label: label, last: v&0x80 != 0, Final: v&0x100 != 0, Target: State(v >> 9), index: i}, true
		}
		if v&0x80 != 0 || byte(v&0x7f) > label {
			return Arc{}, false
		}
	}
}

// Union returns the union of the sets that by has for the letters that lead on from
// s.
func (a *Automaton) Union(s State, by *[NumCodes]uint64) (set uint64) {
	if s == 0 {
		return 0
	}
	for arcs := a.arcs[s*4:]; len(arcs) >= 4; arcs = arcs[4:] {
		v := binary.LittleEndian.Uint32(arcs)
		set |= by[v&(NumCodes-1)]
		if v&0x80 != 0 {
			break
		}
	}
	return set
}

// Contains tells whether word is in the set.
func (a *Automaton) Contains(word string) bool {
	s, final := a.root, false
	for _, r := range word {
		code, ok := Code(r)
		if !ok {
			return false
		}
		arc, ok := a.Step(s, code)
		if !ok {
			return false
		}
		s, final = arc.Target, arc.Final
	}
	return final
}
