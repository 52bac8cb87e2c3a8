package findings

import (
	"slices"
	"strings"
)

// stage says what findings must have in common.
type stage struct {
	// words says which of the four words around a finding must be the same, from left
	// to right: those with a 1.
	words string
	// anyFix: what is suggested, and by which rule, may differ.
	anyFix bool
}

// stages are how findings are held to be known, the surest first. The words next to an
// error change when they are put right themselves, mostly those on one side; and what is
// thought of an error depends on the other errors of its document.
func stages() (all []stage) {
	for _, anyFix := range []bool{false, true} {
		for _, words := range []string{"1111", "1100", "0011", "0110", "0100", "0010", "1000", "0001", "0000"} {
			all = append(all, stage{words, anyFix})
		}
	}
	return all
}

// key is what findings must have in common in a stage.
type key struct {
	rule, before, after string
	words               [2 * contextWords]string
}

// of returns the key of id. It is not ok if words must be the same where there are none,
// which tells nothing, unless all else is the same, too.
func (s stage) of(id identity) (k key, ok bool) {
	k = key{rule: id.rule, before: id.before, after: id.after}
	left, right := strings.Fields(id.left), strings.Fields(id.right)
	copy(k.words[max(0, contextWords-len(left)):contextWords], left)
	copy(k.words[contextWords:], right)
	if s.anyFix {
		k.rule, k.after = "", ""
	}
	ok = s.words == "1111" || s.words == "0000"
	for i, bit := range s.words {
		if bit == '0' {
			k.words[i] = ""
		}
		ok = ok || k.words[i] != ""
	}
	return k, ok
}

// Match returns the findings fs of the file at path that are not known, in their order,
// and how many known ones are gone from it.
//
// A finding is known by rule, text and suggestion, or else by its text alone. Where some with the same are known
// and others not, those with the same words around them are known first, then those
// with the same words on one side, and so on to those with none. So the number of new
// ones is right even where all words around a known one are others now, and it can't be
// told which is new. Last, a word of a known error of several words is known. An error that is put right and one like it that is made in another
// place are taken for one.
func (b *Baseline) Match(path string, fs []Finding) (fresh []Finding, gone int) {
	m := matcher{ids: identities(fs), isKnown: make([]bool, len(fs))}
	for _, k := range b.files[validUTF8(cleanPath(path))] {
		m.left = append(m.left, k)
		gone += k.count
	}
	for _, s := range stages() {
		gone -= m.take(s)
	}
	gone -= m.takeParts()
	for i, f := range fs {
		if !m.isKnown[i] {
			fresh = append(fresh, f)
		}
	}
	return fresh, gone
}

// matcher takes known entries away, one for each finding.
type matcher struct {
	ids     []identity
	isKnown []bool  // of each of ids
	left    []known // whose count falls to 0
}

// take takes findings for known that have the key of an entry that is left, and returns
// how many.
func (m *matcher) take(s stage) int {
	entries := make(map[key][]*known)
	for i := range m.left {
		known := &m.left[i]
		if known.count == 0 {
			continue
		}
		if k, ok := s.of(known.identity); ok {
			entries[k] = append(entries[k], known)
		}
	}
	taken := 0
	for i, id := range m.ids {
		if m.isKnown[i] {
			continue
		}
		k, ok := s.of(id)
		if !ok || len(entries[k]) == 0 {
			continue
		}
		first := entries[k][0]
		first.count--
		if first.count == 0 {
			entries[k] = entries[k][1:]
		}
		m.isKnown[i] = true
		taken++
	}
	return taken
}

// takeParts takes findings for known that are one word of a known error of several
// words: if one of two neighbours is only suggested now, the two are no longer one
// finding. It returns how many entries are used up by it.
func (m *matcher) takeParts() (taken int) {
	for i := range m.left {
		known := &m.left[i]
		parts := strings.Fields(known.before)
		if known.count == 0 || len(parts) < 2 {
			continue
		}
		found := false
		for _, part := range parts {
			if k := slices.IndexFunc(m.ids, func(id identity) bool { return id.before == part }); k >= 0 && !m.isKnown[k] {
				m.isKnown[k], found = true, true
			}
		}
		if found {
			known.count--
			taken++
		}
	}
	return taken
}

// clone lets go of the lines that the texts of id are parts of.
func (id identity) clone() identity {
	return identity{
		rule: id.rule, before: strings.Clone(id.before), after: strings.Clone(id.after),
		context: context{left: strings.Clone(id.left), right: strings.Clone(id.right)},
	}
}
