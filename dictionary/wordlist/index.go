package wordlist

import "github.com/cespare/xxhash/v2"

// index finds entries by their word: a hash table with open addressing. A slot
// holds the place of an entry plus 1 in its lower half and the upper half of the
// word's hash in the other, so that few words need be compared; free slots are 0.
type index []uint64

const lowHalf = 1<<32 - 1

// newIndex enters all entries and returns those that stay: of equal words the
// first, with the largest count of them. It writes over entries.
func newIndex(entries []entry) (index, []entry) {
	size := 2
	for size < 2*len(entries) {
		size *= 2
	}
	x, kept := make(index, size), entries[:0]
	for _, e := range entries {
		hash := xxhash.Sum64String(e.word)
		slot := x.slot(kept, e.word, hash)
		if x[slot] == 0 {
			kept = append(kept, e)
			x[slot] = hash&^lowHalf | uint64(len(kept))
			continue
		}
		kept[x.place(slot)].merge(e)
	}
	return x, kept
}

// merge takes what a second entry of the same word adds.
func (e *entry) merge(other entry) {
	e.count = max(e.count, other.count)
	if other.plain && !e.plain {
		e.plain, e.file, e.line = true, other.file, other.line
	}
}

// find returns the place of the entry with the word, -1 if there is none.
func (x index) find(entries []entry, word string) int {
	return x.place(x.slot(entries, word, xxhash.Sum64String(word)))
}

// place is that of the entry in a slot, -1 if the slot is free.
func (x index) place(slot int) int { return int(x[slot]&lowHalf) - 1 }

// slot is where the word stands or would stand. Half the slots are free, so that
// the walk comes to an end.
func (x index) slot(entries []entry, word string, hash uint64) int {
	mask := uint64(len(x) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		if x[i] == 0 || (x[i]^hash)>>32 == 0 && entries[x[i]&lowHalf-1].word == word {
			return int(i)
		}
	}
}
