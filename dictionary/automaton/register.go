package automaton

// register finds a frozen state by its arcs: a hash table with open addressing
// that holds the first arc of each state, 0 in free slots. A map would need the
// arcs a second time as its keys.
type register struct {
	slots []uint32
	used  int
}

// find returns the first arc of the state with the arcs of want, 0 if there is
// none, and the slot where it stands or would stand.
func (r *register) find(arcs, want []uint32) (slot int, at uint32) {
	if 2*r.used >= len(r.slots) {
		r.grow(arcs)
	}
	mask := uint64(len(r.slots) - 1)
	for i := hash(want) & mask; ; i = (i + 1) & mask {
		at = r.slots[i]
		if at == 0 || same(arcs[at:], want) {
			return int(i), at
		}
	}
}

// put enters the state whose first arc is at into the slot that find returned.
func (r *register) put(slot int, at uint32) {
	r.slots[slot] = at
	r.used++
}

// grow doubles the table and enters all states again.
func (r *register) grow(arcs []uint32) {
	old := r.slots
	r.slots = make([]uint32, max(1024, 2*len(old)))
	mask := uint64(len(r.slots) - 1)
	for _, at := range old {
		if at == 0 {
			continue
		}
		i := hash(arcs[at:]) & mask
		for r.slots[i] != 0 {
			i = (i + 1) & mask
		}
		r.slots[i] = at
	}
}

// hash hashes the arcs up to and with the first that is the last of its state.
func hash(arcs []uint32) uint64 {
	h := uint64(0)
	for _, arc := range arcs {
		h = (h ^ uint64(arc)) * 0x9e3779b97f4a7c15
		h ^= h >> 29
		if arc&0x80 != 0 {
			break
		}
	}
	return h ^ h>>32
}

// same tells whether arcs begin with the state want, which ends with a last arc.
func same(arcs, want []uint32) bool {
	if len(arcs) < len(want) {
		return false
	}
	for i, arc := range want {
		if arcs[i] != arc {
			return false
		}
	}
	return true
}
