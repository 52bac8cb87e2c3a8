package hunspell

import "strings"

// affix is one row of a class of prefixes or suffixes.
type affix struct {
	strip, add string
	when       condition
	cross      bool   // goes with an affix at the other end
	more       []flag // the continuation: classes that may follow, and properties
	properties properties
}

// properties are flags with a meaning of their own.
type properties struct {
	forbidden, needAffix, onlyInCompound, circumfix bool
}

// suffixed puts the suffix on word; ok is false if it does not fit.
func (a *affix) suffixed(word string, whole bool) (form string, ok bool) {
	if !a.when.fitsEnd(word) {
		return "", false
	}
	stem, ok := strings.CutSuffix(word, a.strip)
	if !ok || stem == "" && !whole {
		return "", false
	}
	return stem + a.add, true
}

// prefixed puts the prefix on word; ok is false if it does not fit.
func (a *affix) prefixed(word string, whole bool) (form string, ok bool) {
	if !a.when.fitsFront(word) {
		return "", false
	}
	stem, ok := strings.CutPrefix(word, a.strip)
	if !ok || stem == "" && !whole {
		return "", false
	}
	return a.add + stem, true
}

// affixes is what an .aff file says.
type affixes struct {
	flags    flagType
	aliases  [][]flag // by AF, the first has number 1
	prefixes map[flag][]affix
	suffixes map[flag][]affix
	// special are the flags of properties, 0 where the file names none.
	special struct{ forbidden, needAffix, onlyInCompound, circumfix flag }
	// fullStrip allows an affix to take the whole word away.
	fullStrip bool
}

// propertiesOf finds the properties among flags.
func (a *affixes) propertiesOf(flags []flag) properties {
	var p properties
	for _, f := range flags {
		// No flag is 0, so that a property without a flag is never found.
		p.forbidden = p.forbidden || f == a.special.forbidden
		p.needAffix = p.needAffix || f == a.special.needAffix
		p.onlyInCompound = p.onlyInCompound || f == a.special.onlyInCompound
		p.circumfix = p.circumfix || f == a.special.circumfix
	}
	return p
}
