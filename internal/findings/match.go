package findings

import "strings"

// sides is which words next to a finding must be the same.
type sides struct{ left, right bool }

// stages are how findings are held to be known, the surest first. The words next to an
// error change when they are put right themselves, mostly those on one side.
func stages() []sides {
	return []sides{{true, true}, {true, false}, {false, true}, {false, false}}
}

// Match returns the findings fs of the file at path that are not known, in their order,
// and how many known ones are gone from it.
//
// A finding is known by rule, text and suggestion. Where some with the same are known
// and others not, those with the same words around them are known first, then those
// with the same words on one side, then any. So an error that is put right and one like
// it that is made in another place are taken for one.
func (b *Baseline) Match(path string, fs []Finding) (fresh []Finding, gone int) {
	m := matcher{ids: identities(fs), isKnown: make([]bool, len(fs))}
	for _, k := range b.files[validUTF8(cleanPath(path))] {
		m.left = append(m.left, k)
		gone += k.count
	}
	for _, s := range stages() {
		gone -= m.stage(s)
	}
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

// stage takes findings for known whose given sides are the same as those of an entry
// that is left, and returns how many.
func (m *matcher) stage(s sides) int {
	entries := make(map[identity][]*known)
	for i := range m.left {
		k := &m.left[i]
		if id, ok := s.of(k.identity); ok && k.count > 0 {
			entries[id] = append(entries[id], k)
		}
	}
	taken := 0
	for i, id := range m.ids {
		id, ok := s.of(id)
		if m.isKnown[i] || !ok || len(entries[id]) == 0 {
			continue
		}
		k := entries[id][0]
		k.count--
		if k.count == 0 {
			entries[id] = entries[id][1:]
		}
		m.isKnown[i] = true
		taken++
	}
	return taken
}

// of is id with those sides only that must be the same. A single side without a word
// tells nothing, and is none.
func (s sides) of(id identity) (identity, bool) {
	if !s.left {
		id.left = ""
	}
	if !s.right {
		id.right = ""
	}
	return id, s.left == s.right || id.left != "" || id.right != ""
}

// clone lets go of the lines that the texts of id are parts of.
func (id identity) clone() identity {
	return identity{
		rule: id.rule, before: strings.Clone(id.before), after: strings.Clone(id.after),
		context: context{left: strings.Clone(id.left), right: strings.Clone(id.right)},
	}
}
