package words

// memory is what a document is kept in. A text is read several times until nothing
// changes, and the memory of one reading serves the next.
type memory struct {
	building []slot // of the present paragraph
	// slots has room for those of all paragraphs, of which used chunks are taken but for
	// free slots of the last.
	slots []([]slot)
	used  int
	free  []slot
	// occurrences are those of the document's strings, unused some for more.
	occurrences map[string]*occurrence
	unused      []occurrence
	scores      []float64 // of a word's readings
}

// slotsAtOnce is how many slots are made together.
const slotsAtOnce = 1024

func newMemory() *memory { return &memory{occurrences: make(map[string]*occurrence)} }

// clear forgets a document.
func (m *memory) clear() {
	clear(m.occurrences)
	m.used, m.free = 0, nil
}

// keep returns a copy of slots that lasts as long as the document. What its places
// had for readings serves again.
func (m *memory) keep(slots []slot) []slot {
	if len(slots) > slotsAtOnce {
		return append([]slot(nil), slots...)
	}
	if len(m.free) < len(slots) {
		if m.used == len(m.slots) {
			m.slots = append(m.slots, make([]slot, slotsAtOnce))
		}
		m.free = m.slots[m.used]
		m.used++
	}
	kept := m.free[:len(slots):len(slots)]
	m.free = m.free[len(slots):]
	for i := range kept {
		options, before := kept[i].options[:0], kept[i].before[:0]
		kept[i] = slots[i]
		kept[i].options, kept[i].before = options, before
	}
	return kept
}

// release gives back the memory of d, which must not be used any more.
func (f *finder) release(d *document) {
	m := d.memory
	d.memory = nil
	m.clear()
	f.memories.Put(m)
}
