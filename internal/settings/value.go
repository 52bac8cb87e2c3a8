package settings

import "slices"

// Value is a value in force and where it comes from.
type Value[T any] struct {
	Value  T
	Origin Origin
}

// IsSet tells that the value is not the default, or that somebody has set it to that.
func (v Value[T]) IsSet() bool { return v.Origin != Origin{} }

// FromFlag is a value that a flag sets, whose name is given with its dashes.
func FromFlag[T any](flag string, value T) Value[T] {
	return Value[T]{Value: value, Origin: Origin{Flag: flag}}
}

// Values is a list that several places add to, in the order in which they do.
type Values[T any] []Value[T]

// All returns the values without their origins.
func (v Values[T]) All() []T {
	all := make([]T, len(v))
	for i, x := range v {
		all[i] = x.Value
	}
	return all
}

// cell is what holds a setting: a [Value] or [Values].
type cell interface {
	// take lets another cell of the same type, if it is set, have its way.
	take(from cell)
	row(key string) Row
}

func (v *Value[T]) take(from cell) {
	if other := from.(*Value[T]); other.IsSet() {
		*v = *other
	}
}

func (v *Values[T]) take(from cell) {
	// Settings of several inputs begin with the same list, so none may grow in place.
	*v = slices.Concat(*v, *from.(*Values[T]))
}

func (v *Value[T]) row(key string) Row {
	return Row{Key: key, Value: literal(v.Value), Origins: []Origin{v.Origin}}
}

func (v *Values[T]) row(key string) Row {
	row := Row{Key: key, Value: literals(v.All())}
	for _, x := range *v {
		if !slices.Contains(row.Origins, x.Origin) {
			row.Origins = append(row.Origins, x.Origin)
		}
	}
	if len(row.Origins) == 0 {
		row.Origins = []Origin{{}}
	}
	return row
}
