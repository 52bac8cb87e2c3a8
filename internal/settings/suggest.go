package settings

import (
	"fmt"
	"strings"

	"github.com/agnivade/levenshtein"
)

// unknown says what is wrong with a key of the table with that prefix, and what may
// have been meant.
func unknown(key, prefix string, known []setting) string {
	reason := fmt.Sprintf("there is no key %q", key)
	if prefix != "" {
		reason += " in " + strings.TrimSuffix(prefix, ".")
	}
	if table, ok := home(key, prefix, known); ok {
		return reason + "; it belongs " + table
	}
	names := fieldNames(known, prefix)
	if near, ok := nearest(key, names); ok {
		return fmt.Sprintf("%s; did you mean %q?", reason, near)
	}
	return reason + "; there are " + strings.Join(names, ", ")
}

// fieldNames lists the keys and the tables in the table with that prefix.
func fieldNames(known []setting, prefix string) []string {
	var names []string
	for _, s := range known {
		rest, isBelow := strings.CutPrefix(s.key, prefix)
		name, _, _ := strings.Cut(rest, ".")
		if isBelow && !s.refused && (len(names) == 0 || names[len(names)-1] != name) {
			names = append(names, name)
		}
	}
	return names
}

// home tells where a key of that name belongs that is in the table with that prefix.
// All keys after the head of a table are its own, which is easily forgotten.
func home(key, prefix string, known []setting) (string, bool) {
	for _, s := range known {
		at := strings.LastIndexByte(s.key, '.')
		switch {
		case s.key[at+1:] != key || s.refused:
		case at < 0:
			return "before [" + strings.TrimSuffix(prefix, ".") + "]", true
		default:
			return "to [" + s.key[:at] + "]", true
		}
	}
	return "", false
}

// nearest returns the name that key is likely meant to be, if it is like one.
func nearest(key string, names []string) (near string, ok bool) {
	// Two letters changing places count twice. Of a short key, something must be right.
	least := 1 + min(max(2, len(key)/3), len(key)-1)
	for _, name := range names {
		if d := levenshtein.ComputeDistance(strings.ToLower(key), name); d < least {
			near, least = name, d
		}
	}
	return near, near != ""
}
