package automaton

import (
	"encoding/binary"
	"fmt"
)

// Check fails with [ErrCorrupt] if a walk through a could leave it. It looks at each
// arc, and is for data that come from elsewhere than the program.
func (a *Automaton) Check() error {
	n := len(a.arcs) / 4
	last := true
	for i := 1; i < n; i++ {
		v := binary.LittleEndian.Uint32(a.arcs[i*4:])
		if int(v>>9) >= n || v&0x7f == 0 {
			return fmt.Errorf("%w: arc %d", ErrCorrupt, i)
		}
		last = v&0x80 != 0
	}
	if !last {
		return fmt.Errorf("%w: the last state has no end", ErrCorrupt)
	}
	return nil
}
