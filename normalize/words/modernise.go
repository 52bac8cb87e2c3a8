package words

import (
	"strings"
	"unicode/utf8"
)

// modernises tells whether the only difference between two spellings is one that
// the reforms of 1876 to 1901 made (motivirt, Bisthum, Protocoll): such a change
// would be the writer's, not the engine's.
func modernises(before, after string) bool {
	x, y, _ := difference(before, after)
	at := commonPrefix(before, after)
	lead, rest := before[:at], before[at+len(x):]
	switch x + ">" + y {
	case ">e":
		return strings.HasSuffix(lead, "i") && strings.HasPrefix(rest, "r")
	case "h>":
		return strings.HasSuffix(lead, "t") || strings.HasSuffix(lead, "T")
	case "c>k", "c>z", "C>K", "C>Z":
		return true
	}
	return false
}

// commonPrefix is the number of bytes, in whole characters, that both begin with.
func commonPrefix(a, b string) (n int) {
	for n < len(a) && n < len(b) {
		r, size := utf8.DecodeRuneInString(a[n:])
		if s, _ := utf8.DecodeRuneInString(b[n:]); r != s {
			break
		}
		n += size
	}
	return n
}
