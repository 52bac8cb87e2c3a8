package words

import "unicode/utf8"

// memory is what a document is kept in. A text is read several times until nothing
// changes, and the memory of one reading serves the next.
type memory struct {
	// slots are those of all paragraphs, open the numbers of those with a choice, each
	// within its paragraph.
	slots []slot
	open  []int32
	// chosen are the slots that have been offered a reading, unknown those of unknown
	// words.
	chosen, unknownSlots []*slot
	// choices have room for those of slots; madeUp are used.
	choices []*[choicesAtOnce]choice
	madeUp  int
	// occurrences are those of strings, of this document and of earlier ones; present
	// are this document's, which have its number.
	occurrences map[string]*occurrence
	present     []*occurrence
	number      uint32
	unused      []occurrence
	signs       [utf8.RuneSelf]*sign // by the byte
	scores      []float64            // of a word's readings
	pieceRoom   []piece              // of a paragraph
	rows        rowCache
}

// choicesAtOnce is how many choices are made together.
const choicesAtOnce = 64

// newMemory is the memory of no document yet.
func newMemory() *memory { return &memory{occurrences: make(map[string]*occurrence), number: 1} }

// clear forgets a document, but not its strings: most are in the next one, too.
func (m *memory) clear() {
	clear(m.chosen)
	clear(m.unknownSlots)
	clear(m.pieceRoom[:cap(m.pieceRoom)])
	m.slots, m.open, m.chosen, m.unknownSlots = m.slots[:0], m.open[:0], m.chosen[:0], m.unknownSlots[:0]
	m.present, m.madeUp = m.present[:0], 0
	m.number++
	if len(m.occurrences) > cacheSize || m.number == 0 {
		clear(m.occurrences)
		m.unused, m.number = nil, 1
	}
}

// choose gives s room for a choice, if it has none.
func (m *memory) choose(s *slot) {
	if s.choice != nil {
		return
	}
	if m.madeUp == len(m.choices)*choicesAtOnce {
		m.choices = append(m.choices, new([choicesAtOnce]choice))
	}
	c := &m.choices[m.madeUp/choicesAtOnce][m.madeUp%choicesAtOnce]
	m.madeUp++
	*c = choice{options: c.options[:0], before: c.before[:0]}
	s.choice = c
	m.chosen = append(m.chosen, s)
}

// release gives back the memory of d, which must not be used any more.
func (f *finder) release(d *document) {
	m := d.memory
	d.memory = nil
	m.clear()
	f.memories.Put(m)
}
