package words

import (
	"math"
	"strings"
	"unicode/utf8"

	"klartext/dictionary"
)

// Entry is what the dictionary knows of a word.
type Entry struct {
	// Found is the word as the dictionary has it, which may differ in case; empty
	// if it has none.
	Found string `json:"found,omitempty"`
	// PerMillion is how often it occurs in a million words of mixed German text.
	PerMillion float64 `json:"perMillion,omitempty"`
	// Sources says where it comes from: "lexical" (a dictionary of inflected
	// forms), "modern" and "historic" (texts), "name", "weak" (so seldom that it may
	// be a misspelling).
	Sources []string `json:"sources,omitempty"`
	// Eras are those in which the word is spelled so: "modern", "1901", "historic";
	// empty if it is of all.
	Eras []string `json:"eras,omitempty"`
	// Compound is what a word that the dictionary has not is made of.
	Compound []string `json:"compound,omitempty"`
}

// sources names the flags of words.
var sources = []struct {
	flag dictionary.Flags
	name string
}{
	{dictionary.Lexical, "lexical"}, {dictionary.Modern, "modern"}, {dictionary.Historic, "historic"},
	{dictionary.Name, "name"}, {dictionary.Weak, "weak"},
}

// explainEntry looks a word up: as it stands, with another case, as a compound.
func (f *finder) explainEntry(word string) Entry {
	plain := string(foldLongS(word))
	if plain == "" {
		return Entry{}
	}
	for _, spelling := range []string{plain, lowerInitial(plain), titleCase(plain), strings.ToLower(plain)} {
		w, ok := f.dict.Lookup(spelling)
		if !ok {
			continue
		}
		e := Entry{Found: spelling, PerMillion: 1e6 * math.Exp(float64(w.Unigram.LogProb))}
		for _, s := range sources {
			if w.Flags&s.flag != 0 {
				e.Sources = append(e.Sources, s.name)
			}
		}
		e.Eras = eraNamesOf(w.Eras)
		return e
	}
	return Entry{Compound: compoundParts(f.dict, plain)}
}

// compoundParts returns the parts of the likeliest split of word, in lower case
// and with their linking elements; nil if it is no compound.
func compoundParts(dict *dictionary.Dictionary, word string) []string {
	if utf8.RuneCountInString(word) > longestWord || !dict.Compound(word) {
		return nil
	}
	best, _ := split(dict, strings.ToLower(word), maxParts)
	return best
}

// split tries each modifier that rest begins with, and returns the likeliest parts
// with their ln P.
func split(dict *dictionary.Dictionary, rest string, modifiers int) (best []string, most float32) {
	most = float32(math.Inf(-1))
	for at := range rest {
		first, ok := dict.ModifierLogProb(rest[:at])
		if !ok {
			continue
		}
		if lnp, ok := dict.HeadLogProb(rest[at:]); ok && first+lnp > most {
			best, most = []string{rest[:at], rest[at:]}, first+lnp
		}
		if modifiers == 1 {
			continue
		}
		if more, lnp := split(dict, rest[at:], modifiers-1); more != nil && first+dictionary.PartCost+lnp > most {
			best, most = append([]string{rest[:at]}, more...), first+dictionary.PartCost+lnp
		}
	}
	return best, most
}
