package words

import "unicode/utf8"

// findOpen notes which slots of a paragraph may be offered other readings where known
// words are not suspected: unknown words, those beside them, and signs between words.
// The others, nearly all in clean text, need not be looked at any more.
func (d *document) findOpen(slots []slot) {
	for i := range slots {
		if d.isOpen(slots, i) {
			d.open = append(d.open, int32(i))
		}
	}
}

func (d *document) isOpen(slots []slot, i int) bool {
	switch s := &slots[i]; {
	case s.entry == nil:
		return d.isBetween(slots, i) || d.isBeforeNumber(slots, i)
	case !s.entry.known:
		return true
	case s.opaque:
		return false
	default: // perhaps half of a word
		return isUnknown(slots, i+1) || isUnknown(slots, i+2) ||
			s.end+1 < len(d.text) && d.text[s.end] == '-' && d.text[s.end+1] == ' '
	}
}

func isUnknown(slots []slot, i int) bool {
	return i < len(slots) && slots[i].entry != nil && !slots[i].entry.known
}

// isBetween tells of a sign between two words without blanks.
func (d *document) isBetween(slots []slot, i int) bool {
	if i == 0 || i+1 >= len(slots) {
		return false
	}
	s, left, right := &slots[i], &slots[i-1], &slots[i+1]
	return left.end == s.start && s.end == right.start && left.entry != nil && right.entry != nil
}

// isBeforeNumber tells of what may be a section sign.
func (d *document) isBeforeNumber(slots []slot, i int) bool {
	s := &slots[i]
	if s.end-s.start > utf8.UTFMax || i+1 >= len(slots) || slots[i+1].start != s.end+1 {
		return false
	}
	c := d.text[slots[i+1].start]
	return '0' <= c && c <= '9'
}
