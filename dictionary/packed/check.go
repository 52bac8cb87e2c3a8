package packed

import (
	"encoding/binary"
	"fmt"
)

// Len is the number of entries.
func (t *Table) Len() int {
	if t.size == 0 {
		return 0
	}
	return len(t.entries) / t.size
}

// Check fails with [ErrCorrupt] if [Table.Find] could leave the table. It looks at
// each bucket, and is for data that come from elsewhere than the program.
func (t *Table) Check() error {
	before := uint32(0)
	for b := range t.buckets + 1 {
		first := binary.LittleEndian.Uint32(t.offsets[b*4:])
		if first < before || int(first) > t.Len() {
			return fmt.Errorf("%w: bucket %d begins with entry %d of %d", ErrCorrupt, b, first, t.Len())
		}
		before = first
	}
	return nil
}
