package findings

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
)

// Fingerprint tells a finding from others, also after lines were put in or taken out
// before it: 32 hexadecimal digits of its path, rule, text, suggestion and the two
// words on either side of it. occurrence is how many findings before it in the file
// are equal in all of these, 0 for the first.
func Fingerprint(f Finding, occurrence int) string {
	var c cursor
	return fingerprint(f, contextOf(f, c.locate(f)), occurrence)
}

func fingerprint(f Finding, c context, occurrence int) string {
	h := sha256.New()
	for _, s := range []string{cleanPath(f.Path), f.Rule, f.Before, f.After, c.left, c.right, strconv.Itoa(occurrence)} {
		// The length before each text keeps ("ab", "c") and ("a", "bc") apart. A hash
		// takes whatever it is given.
		_, _ = h.Write([]byte(strconv.Itoa(len(s)) + ":" + s))
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// occurrences counts equal findings of the file that is being written.
type occurrences struct {
	path string
	seen map[string]int
}

// fingerprint is that of f, which is at s in its Text and comes after those before.
func (o *occurrences) fingerprint(f Finding, s span) string {
	if o.seen == nil || o.path != f.Path {
		o.path, o.seen = f.Path, make(map[string]int)
	}
	c := contextOf(f, s)
	first := fingerprint(f, c, 0)
	n := o.seen[first]
	o.seen[first]++
	if n == 0 {
		return first
	}
	return fingerprint(f, c, n)
}
