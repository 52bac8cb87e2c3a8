package words

// memory is what a document is kept in. A text is read several times until nothing
// changes, and the memory of one reading serves the next.
type memory struct {
	// chunks have room for the slots of all paragraphs, of which used are taken but for
	// free slots of the last.
	chunks [][]slot
	used   int
	free   []slot
	// occurrences are those of the document's strings, unused some for more.
	occurrences map[string]*occurrence
	unused      []occurrence
	scores      []float64 // of a word's readings
}

const (
	// slotsAtOnce is how many slots are made together, mostSlots how many most
	// paragraphs have at most.
	slotsAtOnce = 2048
	mostSlots   = 512
)

func newMemory() *memory { return &memory{occurrences: make(map[string]*occurrence)} }

// clear forgets a document.
func (m *memory) clear() {
	clear(m.occurrences)
	m.used, m.free = 0, nil
}

// room returns memory for the slots of a paragraph, for the caller to append to.
func (m *memory) room() []slot {
	if len(m.free) < mostSlots {
		if m.used == len(m.chunks) {
			m.chunks = append(m.chunks, make([]slot, slotsAtOnce))
		}
		m.free = m.chunks[m.used]
		m.used++
	}
	return m.free[:0]
}

// took tells how much of the room a paragraph has taken. One too long for it has gone
// elsewhere, and has taken along the memory that its places had for readings.
func (m *memory) took(slots []slot) {
	if len(slots) > len(m.free) {
		clear(m.free)
		return
	}
	m.free = m.free[len(slots):]
}

// add appends a slot; what its place had for readings before serves again.
func (p *paragraph) add(s slot) {
	if n := len(p.slots); n < cap(p.slots) {
		old := &p.slots[:n+1][n]
		s.options, s.before = old.options[:0], old.before[:0]
	}
	p.slots = append(p.slots, s)
}

// release gives back the memory of d, which must not be used any more.
func (f *finder) release(d *document) {
	m := d.memory
	d.memory = nil
	m.clear()
	f.memories.Put(m)
}
