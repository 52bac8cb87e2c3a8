package markup

import (
	"cmp"
	"slices"
	"strconv"
)

// readingOrder gathers the ReadingOrder of a PAGE file: groups within groups, ordered
// by an index or as they stand.
type readingOrder struct {
	root *member
	open []*member // groups within one another, the root first; none outside
}

// member is a region or a group and its place within the group around it.
type member struct {
	place   int
	id      string // of a region
	members []*member
}

func (o *readingOrder) begin(source string, t tag) {
	switch t.name {
	case "ReadingOrder":
		o.root = &member{}
		o.open = []*member{o.root}
	case "OrderedGroup", "UnorderedGroup", "OrderedGroupIndexed", "UnorderedGroupIndexed":
		if len(o.open) > 0 {
			o.open = append(o.open, o.add(source, t, ""))
		}
	case "RegionRef", "RegionRefIndexed":
		if len(o.open) > 0 {
			o.add(source, t, t.value(source, "regionRef"))
		}
	}
}

// add puts a member into the innermost group: at its index, or behind those before it.
func (o *readingOrder) add(source string, t tag, id string) *member {
	group := o.open[len(o.open)-1]
	m := &member{place: len(group.members), id: id}
	if n, err := strconv.Atoi(t.value(source, "index")); err == nil {
		m.place = n
	}
	group.members = append(group.members, m)
	return m
}

func (o *readingOrder) end(name string) {
	switch name {
	case "ReadingOrder":
		o.open = nil
	case "OrderedGroup", "UnorderedGroup", "OrderedGroupIndexed", "UnorderedGroupIndexed":
		if len(o.open) > 1 {
			o.open = o.open[:len(o.open)-1]
		}
	}
}

// ids are the regions in order.
func (o *readingOrder) ids() []string {
	if o.root == nil {
		return nil
	}
	return o.root.ids(nil)
}

func (m *member) ids(before []string) []string {
	if m.id != "" {
		before = append(before, m.id)
	}
	slices.SortStableFunc(m.members, func(a, b *member) int { return cmp.Compare(a.place, b.place) })
	for _, other := range m.members {
		before = other.ids(before)
	}
	return before
}
