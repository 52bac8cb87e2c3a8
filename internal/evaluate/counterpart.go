package evaluate

import (
	"sort"
	"strings"
)

// counterpart says where another text has the tokens of a reference text.
type counterpart struct {
	ref, other *text
	partner    []int // of each character of ref in other, or -1; see align
	// after[i] is where, in other, the partners of the characters before i
	// end; from[i] where those of the characters from i on begin. What lies
	// between the two was inserted at i.
	after, from []int
	// whole[i] is the index in other of the token that equals token i of ref
	// and stands in its place, or -1.
	whole []int
}

func newCounterpart(ref, other *text) *counterpart {
	c := &counterpart{ref: ref, other: other, partner: align(ref.runes, other.runes)}
	n := len(ref.runes)
	c.after, c.from = make([]int, n+1), make([]int, n+1)
	for i, j := range c.partner {
		c.after[i+1] = c.after[i]
		if j >= 0 {
			c.after[i+1] = j + 1
		}
	}
	c.from[n] = len(other.runes)
	for i := n - 1; i >= 0; i-- {
		c.from[i] = c.from[i+1]
		if c.partner[i] >= 0 {
			c.from[i] = c.partner[i]
		}
	}
	return c
}

// charEdits is the edit distance in characters.
func (c *counterpart) charEdits() int { return edits(c.ref.runes, c.other.runes, c.partner) }

// compare fills whole. Where a blank of ref is paired with a blank of other,
// both texts are cut: between two cuts stand the same few words, however they
// are merged or split, and of these the longest common subsequence is right.
func (c *counterpart) compare(read reading) {
	c.whole = make([]int, len(c.ref.tokens))
	for i := range c.whole {
		c.whole[i] = -1
	}
	r, o := 0, 0 // the first tokens after the last cut
	for i, token := range c.ref.tokens {
		if token.end == len(c.ref.runes) {
			break
		}
		blank := c.partner[token.end]
		if blank < 0 || c.other.runes[blank] != ' ' {
			continue
		}
		end := sort.Search(len(c.other.tokens), func(k int) bool { return c.other.tokens[k].start > blank })
		c.common(r, i+1, o, end, read)
		r, o = i+1, end
	}
	c.common(r, len(c.ref.tokens), o, len(c.other.tokens), read)
}

// longestStretch bounds the table of common to 256 MB; more tokens than these
// between two cuts means that nothing is alike.
const longestStretch = 8192

// common pairs a longest common subsequence of the tokens r0 to r1 of ref and
// o0 to o1 of other.
func (c *counterpart) common(r0, r1, o0, o1 int, read reading) {
	refs, refKeys := keys(c.ref.tokens, r0, r1, read)
	others, otherKeys := keys(c.other.tokens, o0, o1, read)
	if len(refKeys) == 1 && len(otherKeys) == 1 { // nearly always
		if refKeys[0] == otherKeys[0] {
			c.whole[refs[0]] = others[0]
		}
		return
	}
	if len(refKeys) > longestStretch || len(otherKeys) > longestStretch {
		return
	}
	length := commonLengths(refKeys, otherKeys)
	for i, j := 0, 0; i < len(refKeys) && j < len(otherKeys); {
		switch {
		case refKeys[i] == otherKeys[j]:
			c.whole[refs[i]] = others[j]
			i, j = i+1, j+1
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
}

// keys reads the tokens start to end; index says which token each key is of.
func keys(tokens []token, start, end int, read reading) (index []int, key []string) {
	for i := start; i < end; i++ {
		if k := read(tokens[i]); k != "" {
			index, key = append(index, i), append(key, k)
		}
	}
	return index, key
}

// commonLengths[i][j] is the length of a longest common subsequence of a[i:]
// and b[j:].
func commonLengths(a, b []string) [][]int32 {
	length := make([][]int32, len(a)+1)
	for i := range length {
		length[i] = make([]int32, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	return length
}

// place is what stands in other for token i of ref, as a stretch of characters
// without blanks at its ends: "Ge meinde" for "Gemeinde" where other has "derGe
// meinde". It is empty for a token that is missing.
func (c *counterpart) place(i int) (start, end int) {
	t := c.ref.tokens[i]
	runes := c.other.runes
	start, end = c.from[t.start], c.after[t.end]
	for start > c.after[t.start] && runes[start-1] != ' ' { // inserted before it
		start--
	}
	if end < start {
		return start, start
	}
	for end < c.from[t.end] && runes[end] != ' ' { // inserted after it
		end++
	}
	for start < end && runes[start] == ' ' {
		start++
	}
	for end > start && runes[end-1] == ' ' {
		end--
	}
	return start, end
}

// overlapping are the tokens of other, from first up to last, that place(i) is
// a part of.
func (c *counterpart) overlapping(i int) (first, last int) {
	start, end := c.place(i)
	tokens := c.other.tokens
	first = sort.Search(len(tokens), func(k int) bool { return tokens[k].end > start })
	last = first
	for last < len(tokens) && tokens[last].start < end {
		last++
	}
	return first, last
}

// shown is what people should see for token i: all of the tokens it is part of.
func (c *counterpart) shown(i int) string {
	if k := c.whole[i]; k >= 0 {
		return c.other.tokens[k].form
	}
	first, last := c.overlapping(i)
	forms := make([]string, 0, last-first)
	for _, t := range c.other.tokens[first:last] {
		forms = append(forms, t.form)
	}
	return strings.Join(forms, " ")
}

// standsAs is place(i), read as read says.
func (c *counterpart) standsAs(i int, read reading) string {
	start, end := c.place(i)
	var parts []string
	for form := range strings.FieldsSeq(string(c.other.runes[start:end])) {
		if key := read(token{form: form, word: bareWord(form)}); key != "" {
			parts = append(parts, key)
		}
	}
	return strings.Join(parts, " ")
}
