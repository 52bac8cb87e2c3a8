package markup

import (
	"slices"
	"strconv"
)

// readingOrder gathers the ReadingOrder of a PAGE file: groups within groups, ordered
// by an index or as they stand.
type readingOrder struct {
	path []int // of the groups that are open: the place of each within the one around it
	seen []int // how many members each of them has had
	refs []regionRef
}

// regionRef is a region and its place, group by group.
type regionRef struct {
	path []int
	id   string
}

func (o *readingOrder) open(source string, t tag) {
	switch t.name {
	case "ReadingOrder":
		o.path, o.seen = []int{}, []int{0}
	case "OrderedGroup", "UnorderedGroup", "OrderedGroupIndexed", "UnorderedGroupIndexed":
		if o.seen != nil {
			o.path = append(o.path, o.place(source, t))
			o.seen = append(o.seen, 0)
		}
	case "RegionRef", "RegionRefIndexed":
		if o.seen != nil {
			path := append(slices.Clone(o.path), o.place(source, t))
			o.refs = append(o.refs, regionRef{path: path, id: t.value(source, "regionRef")})
		}
	}
}

// place is the index of t, or how many came before it in its group.
func (o *readingOrder) place(source string, t tag) int {
	last := len(o.seen) - 1
	o.seen[last]++
	if n, err := strconv.Atoi(t.value(source, "index")); err == nil {
		return n
	}
	return o.seen[last] - 1
}

func (o *readingOrder) close(name string) {
	switch name {
	case "ReadingOrder":
		o.seen = nil
	case "OrderedGroup", "UnorderedGroup", "OrderedGroupIndexed", "UnorderedGroupIndexed":
		if len(o.path) > 0 {
			o.path, o.seen = o.path[:len(o.path)-1], o.seen[:len(o.seen)-1]
		}
	}
}

// ids are the regions in order.
func (o *readingOrder) ids() []string {
	slices.SortStableFunc(o.refs, func(a, b regionRef) int { return slices.Compare(a.path, b.path) })
	var out []string
	for _, r := range o.refs {
		out = append(out, r.id)
	}
	return out
}
