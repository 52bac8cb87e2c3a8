package automaton

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// FuzzOpen checks that damaged data are refused, or can be walked through without harm.
func FuzzOpen(f *testing.F) {
	data, err := Build([]string{"Haus", "Hauses", "Maus", "über"})
	require.NoError(f, err)
	f.Add(data, "Haus")
	f.Add(data[4:], "Maus")
	f.Add(data[:4], "")
	f.Fuzz(func(t *testing.T, data []byte, word string) {
		a, err := Open(data)
		if err == nil {
			err = a.Check()
		}
		if err != nil {
			assert.ErrorIs(t, err, ErrCorrupt)
			return
		}
		a.Contains(word)
		var sets [NumCodes]uint64
		walk(a, a.Root(), 2, func(s State) { a.Union(s, &sets) })
	})
}

// walk visits the states up to so many letters away.
func walk(a *Automaton, s State, letters int, visit func(State)) {
	visit(s)
	if letters == 0 {
		return
	}
	for arc, ok := a.First(s); ok; arc, ok = a.Next(arc) {
		walk(a, arc.Target, letters-1, visit)
	}
}
