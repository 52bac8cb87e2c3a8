package packed

import (
	"encoding/binary"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCheckFindsBucketsOutOfOrder(t *testing.T) {
	var entries []Entry
	for i := range uint64(40) {
		entries = append(entries, Entry{Key: i * 0x9e3779b97f4a7c15})
	}
	data := Append(nil, entries, 1)
	whole, _, err := Open(data, 1)
	require.NoError(t, err)
	require.NoError(t, whole.Check())
	assert.Equal(t, 40, whole.Len())
	for _, tt := range []struct {
		name   string
		bucket int
		first  uint32
	}{{"beyond the end", 5, 41}, {"backwards", 1, 40}, {"far beyond", 0, 1 << 31}} {
		t.Run(tt.name, func(t *testing.T) {
			damaged := append([]byte{}, data...)
			binary.LittleEndian.PutUint32(damaged[8+4*tt.bucket:], tt.first)
			table, _, err := Open(damaged, 1)
			require.NoError(t, err)
			assert.ErrorIs(t, table.Check(), ErrCorrupt)
		})
	}
	assert.Zero(t, (&Table{}).Len())
}
