package findings

import (
	"cmp"
	"slices"
)

// Baseline is the findings that are known, by file, so that a check reports new ones
// only. It holds no line numbers. The zero value knows nothing. Any number of
// goroutines may read it at a time, or one change it.
//
// Files are told apart by their paths as findings have them: a check has to begin in
// the same directory each time.
type Baseline struct {
	files map[string][]known // sorted, no two with the same identity
}

// known is a number of findings that are equal in all that the baseline holds.
type known struct {
	identity
	count int // at least 1
}

// identity is what of a finding stays when lines move.
type identity struct {
	rule, before, after string
	context
}

func compareIdentity(a, b identity) int {
	return cmp.Or(cmp.Compare(a.rule, b.rule), cmp.Compare(a.before, b.before), cmp.Compare(a.after, b.after),
		cmp.Compare(a.left, b.left), cmp.Compare(a.right, b.right))
}

// identities are those of findings, which best are in order of their place. They are
// as a baseline file holds them, where each byte that is not UTF-8 is U+FFFD.
func identities(fs []Finding) []identity {
	out := make([]identity, len(fs))
	var cursor cursor
	for i, f := range fs {
		c := contextOf(f, cursor.locate(f))
		out[i] = identity{
			rule: validUTF8(f.Rule), before: validUTF8(f.Before), after: validUTF8(f.After),
			context: context{left: validUTF8(c.left), right: validUTF8(c.right)},
		}
	}
	return out
}

// Collect makes fs all that is known of the file at path. Without any, the file is
// forgotten. The paths in fs are not looked at.
func (b *Baseline) Collect(path string, fs []Finding) {
	all := identities(fs)
	slices.SortFunc(all, compareIdentity)
	var entries []known
	for _, id := range all {
		if n := len(entries); n > 0 && entries[n-1].identity == id {
			entries[n-1].count++
			continue
		}
		entries = append(entries, known{id.clone(), 1})
	}
	b.set(path, entries)
}

func (b *Baseline) set(path string, entries []known) {
	path = validUTF8(cleanPath(path))
	if len(entries) == 0 {
		delete(b.files, path)
		return
	}
	if b.files == nil {
		b.files = make(map[string][]known)
	}
	b.files[path] = entries
}

// Len is how many findings are known, in all files.
func (b *Baseline) Len() int {
	n := 0
	for _, entries := range b.files {
		for _, k := range entries {
			n += k.count
		}
	}
	return n
}

// New returns those of the findings fs of the file at path that are not known, in
// their order. fs is all that was found in the file: of four equal findings of which
// three are known, one is new. See [Baseline.Match] for what is equal.
func (b *Baseline) New(path string, fs []Finding) []Finding {
	fresh, _ := b.Match(path, fs)
	return fresh
}
