// Package wordlist holds the user's own words: plain lists, replacements and
// Hunspell dictionaries, checked as they are read and found fast afterwards.
//
// A plain list is UTF-8 text with one entry a line:
//
//	# a comment, on a line of its own or after a blank
//	Donaudampfschiff
//	Rechenpfennig<TAB>12       a word and how often it occurs
//	Thiir→Thür                 a replacement, also written Thiir->Thür
//	Maler→Mahler<TAB>a name?   one with a reason, which is only suggested
package wordlist

import (
	"iter"

	"klartext/dictionary"
	"klartext/dictionary/automaton"
)

// List is a set of words and replacements. It is immutable and safe for many
// goroutines.
type List struct {
	paths        []string // of the files, by entry.file; the first is empty
	entries      []entry  // each word once
	index        index
	replacements map[string]Replacement
	automaton    func() (*automaton.Automaton, error)
}

// entry is a word and where it was first met.
type entry struct {
	word  string
	count float64
	file  uint32 // in List.paths
	line  uint32 // from 1; 0 if the word was given by itself
	plain bool   // written by the user, not derived from a Hunspell dictionary
}

// Count returns how often the word with exactly this spelling and case occurs,
// as the list says: 0 or more, 0 also for a word without a count. ok is false if
// the word is not in the list.
func (l *List) Count(word string) (count float64, ok bool) {
	i := l.index.find(l.entries, word)
	if i < 0 {
		return 0, false
	}
	return l.entries[i].count, true
}

// Find is Count for [dictionary.Own]: words of plain lists are owned, those of Hunspell
// dictionaries, which hold all of a language, are only known.
func (l *List) Find(word string) (count float64, flags dictionary.Flags, ok bool) {
	i := l.index.find(l.entries, word)
	if i < 0 {
		return 0, 0, false
	}
	if l.entries[i].plain {
		flags = dictionary.Owned
	}
	return l.entries[i].count, flags, true
}

// Replaces tells whether the list has replacements.
func (l *List) Replaces() bool { return len(l.replacements) > 0 }

// Replacement returns what the user wants in place of exactly this word. It goes
// before what else is known of the word, even that it is in the list.
func (l *List) Replacement(wrong string) (Replacement, bool) {
	r, ok := l.replacements[wrong]
	return r, ok
}

// Len is the number of different words.
func (l *List) Len() int { return len(l.entries) }

// Words yields each word and its count in the order in which they were added.
func (l *List) Words() iter.Seq2[string, float64] {
	return func(yield func(string, float64) bool) {
		for _, e := range l.entries {
			if !yield(e.word, e.count) {
				return
			}
		}
	}
}
