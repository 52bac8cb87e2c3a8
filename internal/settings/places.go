package settings

import (
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// places is where the keys and the values of a file are, by their paths. Values that
// begin with a bracket may be missing.
type places struct {
	keys, values map[string]position
	// lengths is how many elements of an array of tables have begun.
	lengths map[string]int
	cursor  *cursor
}

// deepest is how many steps a path has at most. Settings are nested less deeply, and
// keys of thousands of parts would take quadratic time.
const deepest = 8

// isDeep tells that nothing below path is looked at.
func isDeep(path string) bool {
	return strings.Count(path, "\x00")+strings.Count(path, "\x01") >= deepest
}

// below is the path of a key of the table at path. No key holds the separator, which
// is not allowed in TOML.
func below(path, key string) string { return path + "\x00" + key }

// elementOf is the path of an element of the list at path.
func elementOf(path string, i int) string { return path + "\x01" + strconv.Itoa(i) }

// findPlaces goes through data, which is TOML. The decoder does not tell where the
// values are, and of unknown keys it tells only that they are unknown.
func findPlaces(data []byte) places {
	p := places{
		keys: map[string]position{}, values: map[string]position{}, lengths: map[string]int{},
		cursor: &cursor{data: data, at: position{1, 1}},
	}
	var parser unstable.Parser
	parser.Reset(data)
	table := ""
	for parser.NextExpression() {
		switch e := parser.Expression(); e.Kind {
		case unstable.Table:
			table = p.follow("", e)
		case unstable.ArrayTable:
			table = p.begin(e)
		case unstable.KeyValue:
			p.value(e.Value(), p.follow(table, e))
		}
	}
	return p
}

// follow returns the path of e's key below path. A part that is an array of tables
// stands for its last element.
func (p places) follow(path string, e *unstable.Node) string {
	for it := e.Key(); it.Next() && !isDeep(path); {
		path = below(path, string(it.Node().Data))
		if _, known := p.keys[path]; !known {
			p.keys[path] = p.position(it.Node().Raw.Offset)
		}
		if n := p.lengths[path]; n > 0 {
			path = elementOf(path, n-1)
		}
	}
	return path
}

// begin returns the path of the new element of an array of tables.
func (p places) begin(e *unstable.Node) string {
	path := ""
	var at position
	for it := e.Key(); it.Next() && !isDeep(path); {
		path = below(path, string(it.Node().Data))
		at = p.position(it.Node().Raw.Offset)
		if _, known := p.keys[path]; !known {
			p.keys[path] = at
		}
		if n := p.lengths[path]; n > 0 && !it.IsLast() {
			path = elementOf(path, n-1)
		}
	}
	p.lengths[path]++
	path = elementOf(path, p.lengths[path]-1)
	p.keys[path] = at
	return path
}

// value notes where the value at path is, and what it holds.
func (p places) value(n *unstable.Node, path string) {
	if n.Raw.Length > 0 {
		p.values[path] = p.position(n.Raw.Offset)
	}
	if isDeep(path) {
		return
	}
	switch n.Kind {
	case unstable.Array:
		i := 0
		for it := n.Children(); it.Next(); i++ {
			p.value(it.Node(), elementOf(path, i))
		}
	case unstable.InlineTable:
		for it := n.Children(); it.Next(); {
			p.value(it.Node().Value(), p.follow(path, it.Node()))
		}
	}
}

func (p places) position(offset uint32) position { return p.cursor.to(int(offset)) }
