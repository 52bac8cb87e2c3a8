package automaton

import (
	"encoding/binary"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCheckFindsWaysOut(t *testing.T) {
	data, err := Build([]string{"Haus", "Hausen", "Maus"})
	require.NoError(t, err)
	whole, err := Open(data)
	require.NoError(t, err)
	require.NoError(t, whole.Check())
	for _, tt := range []struct {
		name string
		arc  uint32
	}{
		{"a target beyond the end", 1<<31 | 0x80 | 5}, {"no label", 0x80}, {"no end", 5},
	} {
		t.Run(tt.name, func(t *testing.T) {
			damaged := append([]byte{}, data...)
			binary.LittleEndian.PutUint32(damaged[len(data)-8:], tt.arc) // the last one
			a, err := Open(damaged)
			if err == nil {
				err = a.Check()
			}
			assert.ErrorIs(t, err, ErrCorrupt)
		})
	}
	data, err = Build(nil)
	require.NoError(t, err)
	none, err := Open(data)
	require.NoError(t, err)
	assert.NoError(t, none.Check())
}
