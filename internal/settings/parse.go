package settings

import (
	"math"
	"path/filepath"
	"strconv"
	"strings"
)

// parser makes a value of a node, or complains to the reader and returns false.
type parser[T any] func(*reader, *node) (T, bool)

func text(r *reader, n *node) (string, bool) {
	s, _ := n.value.(string)
	return s, r.want(n, aString)
}

func truth(r *reader, n *node) (bool, bool) {
	b, _ := n.value.(bool)
	return b, r.want(n, aBool)
}

// whole is a number from least to most.
func whole(least, most int) parser[int] {
	return func(r *reader, n *node) (int, bool) {
		if !r.want(n, aWhole) {
			return 0, false
		}
		i := n.value.(int64)
		if i < int64(least) || i > int64(most) {
			r.fail(n.at, "%s is %d to %d, not %d", n.label, least, most, i)
			return 0, false
		}
		return int(i), true
	}
}

// between is a number from least to most, whole or not.
func between(least, most float64) parser[float64] {
	return func(r *reader, n *node) (float64, bool) {
		var x float64
		switch value := n.value.(type) {
		case int64:
			x = float64(value)
		case float64:
			x = value
		default:
			r.failKind(n, aNumber)
			return 0, false
		}
		if !(x >= least && x <= most) { // nor is it NaN
			r.fail(n.at, "%s is %v to %v, not %v", n.label, least, most, x)
			return 0, false
		}
		return math.Abs(x), true // there is a negative zero
	}
}

// percent is a string, since 0.5 could be taken for a half.
func percent(r *reader, n *node) (Percent, bool) {
	s, isString := n.value.(string)
	number, isPercent := strings.CutSuffix(s, "%")
	x, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
	if !isString || !isPercent || err != nil || !(x >= 0 && x <= 100) {
		r.fail(n.at, `%s is a string from "0%%" to "100%%", such as "0.5%%"`, n.label)
		return 0, false
	}
	return Percent(math.Abs(x)), true
}

// named is a value that has a name; byName lists the names there are in its error.
func named[T any](byName func(string) (T, error)) parser[T] {
	return func(r *reader, n *node) (value T, ok bool) {
		name, ok := text(r, n)
		if !ok {
			return value, false
		}
		value, err := byName(name)
		if err != nil {
			r.fail(n.at, "%s", err)
		}
		return value, err == nil
	}
}

// checked is a string that passes a check.
func checked(check func(string) error) parser[string] {
	return named(func(s string) (string, error) { return s, check(s) })
}

// filePath is relative to the settings file.
func filePath(r *reader, n *node) (string, bool) {
	s, ok := text(r, n)
	switch {
	case !ok:
		return "", false
	case s == "" || strings.ContainsRune(s, 0):
		r.fail(n.at, "%q is no path", s)
		return "", false
	case filepath.IsAbs(s):
		return filepath.Clean(s), true
	}
	return filepath.Join(r.dir, filepath.FromSlash(s)), true
}

// optional lets the empty string stand for nothing, as it does for the flags.
func optional(parse parser[string]) parser[string] {
	return func(r *reader, n *node) (string, bool) {
		if n.value == "" {
			return "", true
		}
		return parse(r, n)
	}
}

// list is a list that replaces another as a whole.
func list[T any](parse parser[T]) parser[[]T] {
	return func(r *reader, n *node) ([]T, bool) {
		if !r.want(n, aList) {
			return nil, false
		}
		values := make([]T, 0, len(n.elements))
		for _, element := range n.elements {
			if value, ok := parse(r, element); ok {
				values = append(values, value)
			}
		}
		return values, len(values) == len(n.elements)
	}
}
