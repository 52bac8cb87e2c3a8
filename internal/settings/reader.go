package settings

import (
	"fmt"
	"strings"
)

// reader fills settings from a tree and notes what is wrong on the way.
type reader struct {
	file     string // as it was named
	dir      string // what paths in the file are relative to
	override int    // the one that is being read, from 1, or 0
	problems []*Problem
}

func (r *reader) fail(at position, format string, args ...any) {
	r.problems = append(r.problems, &Problem{
		File: r.file, Line: at.line, Column: at.column, Reason: fmt.Sprintf(format, args...),
	})
}

func (r *reader) origin(n *node) Origin {
	return Origin{File: r.file, Line: n.at.line, Override: r.override}
}

// want tells whether n is of that kind, and complains if it is not.
func (r *reader) want(n *node, k kind) bool {
	if n.kind == k {
		return true
	}
	r.failKind(n, k)
	return false
}

func (r *reader) failKind(n *node, k kind) {
	if n.inList {
		r.fail(n.at, "each element of %s is %s, not %s", n.label, k, n.kind)
		return
	}
	r.fail(n.at, "%s is %s, not %s", n.label, k, n.kind)
}

// table reads the fields of n; prefix is what comes before their names in those of
// the known settings.
func (r *reader) table(n *node, prefix string, known []setting) {
	for _, field := range n.fields {
		key := prefix + field.key
		s, isSetting := find(known, key)
		switch {
		case isSetting:
			s.read(r, field)
		case !hasBelow(known, key+"."):
			r.fail(field.keyAt, "%s", unknown(field.key, prefix, known))
		case r.want(field, aTable):
			r.table(field, key+".", known)
		}
	}
}

func find(known []setting, key string) (setting, bool) {
	for _, s := range known {
		if s.key == key {
			return s, true
		}
	}
	return setting{}, false
}

// hasBelow tells whether there are settings in the table with that prefix.
func hasBelow(known []setting, prefix string) bool {
	for _, s := range known {
		if strings.HasPrefix(s.key, prefix) {
			return true
		}
	}
	return false
}
