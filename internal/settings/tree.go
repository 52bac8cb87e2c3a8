package settings

import (
	"bytes"
	"maps"
	"slices"

	"github.com/pelletier/go-toml/v2"
)

// node is a value in a settings file that knows its place.
type node struct {
	// key is the last part of the value's name, label the whole: "check.disable".
	// The elements of a list have those of the list.
	key, label string
	// keyAt is where the key is, at where the value is.
	keyAt, at position
	// value is a string, bool, int64, float64, or something that no setting is. Lists
	// have elements and tables have fields, ordered by key, instead.
	value    any
	elements []*node
	fields   []*node
	kind     kind
	inList   bool
}

// position is a place in a file, from 1; columns are characters.
type position struct{ line, column int }

// newTree reads a file. The only problem, if there is one, is where it ceases to be
// TOML.
func newTree(data []byte) (*node, *Problem) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	var root map[string]any
	if err := toml.Unmarshal(data, &root); err != nil {
		return nil, notTOML(data, err)
	}
	places := findPlaces(data)
	start := node{keyAt: position{1, 1}, at: position{1, 1}}
	return places.tree(root, "", start), nil
}

// tree completes n, whose path is given, with what it holds.
func (p places) tree(value any, path string, n node) *node {
	if at, ok := p.keys[path]; ok {
		n.keyAt, n.at = at, at
	}
	if at, ok := p.values[path]; ok {
		n.at = at
	}
	n.value, n.kind = value, kindOf(value)
	if isDeep(path) {
		return &n
	}
	switch value := value.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(value)) {
			child := node{key: key, label: key, keyAt: n.keyAt, at: n.at}
			if n.label != "" {
				child.label = n.label + "." + key
			}
			n.fields = append(n.fields, p.tree(value[key], below(path, key), child))
		}
	case []any:
		for i, element := range value {
			child := node{key: n.key, label: n.label, keyAt: n.keyAt, at: n.at, inList: true}
			n.elements = append(n.elements, p.tree(element, elementOf(path, i), child))
		}
	}
	return &n
}
