package evaluate

import (
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// quadraticTokens is up to how many tokens the plain dynamic programme, whose
// time is their product, is used.
const quadraticTokens = 10_000

// tokenDistance is the edit distance of two texts in tokens, read as read says.
func tokenDistance(a, b *text, read reading) int {
	codes := make(map[string]rune)
	x, y := encode(codes, a, read), encode(codes, b, read)
	if max(len(x), len(y)) <= quadraticTokens {
		return levenshtein.ComputeDistance(string(x), string(y))
	}
	return edits(x, y, align(x, y))
}

// encode writes each distinct token as one character, which turns a distance in
// characters into one in tokens.
func encode(codes map[string]rune, t *text, read reading) []rune {
	out := make([]rune, 0, len(t.tokens))
	for _, tok := range t.tokens {
		key := read(tok)
		if key == "" {
			continue
		}
		code, known := codes[key]
		if !known {
			code = nthRune(len(codes))
			codes[key] = code
		}
		out = append(out, code)
	}
	return out
}

// nthRune numbers the code points that a string can hold, which are all but the
// surrogates.
func nthRune(n int) rune {
	const firstSurrogate, surrogates = 0xD800, 0x800
	if r := rune(n); r < firstSurrogate {
		return r
	}
	return min(rune(n)+surrogates, utf8.MaxRune)
}
