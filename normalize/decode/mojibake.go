package decode

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"klartext/normalize/edit"
)

const ruleMojibake = "decode/mojibake"

// maxLayers is how often text may have been encoded too often.
const maxLayers = 3

// Fixer repairs mojibake: UTF-8 that was once read as CP1252 (or Latin-1).
//
// A run of characters is repaired if its CP1252 bytes are UTF-8 for characters
// that German print has, and if it could not stand there as it is: "Ã¼" always,
// "Ã»" (which ends a Portuguese word in quotes) only inside a word or when
// the text has mojibake of the first kind.
type Fixer struct{}

// New returns the fixer.
func New() *Fixer { return &Fixer{} }

// Name implements normalize.Fixer.
func (*Fixer) Name() string { return "decode" }

// Doc implements normalize.Fixer.
func (*Fixer) Doc() string {
	return "Repairs text that was decoded with the wrong encoding."
}

// Example implements normalize.Fixer.
func (*Fixer) Example() (before, after string) {
	return "Die Stadt ist fÃ¼r alle da.", "Die Stadt ist für alle da."
}

// Fix implements normalize.Fixer. It does not allocate where there is nothing to repair.
func (*Fixer) Fix(text string) []edit.Edit {
	// What a repair leaves can be mojibake again with its neighbours.
	passes, found := 0, 0
	edits := edit.Settle(text, maxPasses, func(current string) []edit.Edit {
		repairs := repair(current)
		passes, found = passes+1, len(repairs)
		return repairs
	})
	if passes == maxPasses && found > 0 {
		return nil
	}
	return edits
}

// maxPasses is how often repairs may lead to others. Text gets by with two; one that
// needs more is made to take as many passes as it has letters, and is left as it is:
// half a repair would be another one the next time.
const maxPasses = 32

// repair finds the mojibake in text.
func repair(text string) []edit.Edit {
	var edits []edit.Edit
	var doubtful []edit.Edit
	certain := false
	for at := 0; at < len(text); {
		next := nextLead(text, at)
		if next < 0 {
			break
		}
		run, ok := findRun(text, next)
		if !ok {
			_, size := utf8.DecodeRuneInString(text[next:])
			at = next + size
			continue
		}
		at = run.end
		e := edit.Edit{Start: run.start, End: run.end, Before: text[run.start:run.end], After: run.after, Rule: ruleMojibake, Confidence: 0.99}
		if run.doubtful && !insideWord(text, run.start, run.end) {
			e.Confidence = 0.9
			doubtful = append(doubtful, e)
			continue
		}
		certain = true
		edits = append(edits, e)
	}
	if certain && len(doubtful) > 0 {
		return mergeSorted(edits, doubtful)
	}
	return edits
}

// nextLead finds the next character that CP1252 encodes as the first byte of
// a UTF-8 sequence (0xC2 to 0xF4, "Â" to "ô") and that another character beyond
// ASCII follows.
func nextLead(text string, at int) int {
	for {
		i := strings.IndexByte(text[at:], 0xC3)
		if i < 0 {
			return -1
		}
		at += i
		if at+2 < len(text) && text[at+1] >= 0x82 && text[at+1] <= 0xB4 && text[at+2] >= utf8.RuneSelf {
			return at
		}
		at++
	}
}

// run is a stretch of mojibake and what it was meant to be.
type run struct {
	start, end int
	after      string
	// doubtful: the stretch could be right as it stands.
	doubtful bool
}

// findRun takes the mojibake that begins at start, if there is any: one
// sequence after the other as long as they decode.
func findRun(text string, start int) (run, bool) {
	r := run{start: start, end: start, doubtful: true}
	var b strings.Builder
	for r.end < len(text) {
		sequence, ok := decodeSequence(text[r.end:])
		if !ok {
			break
		}
		r.doubtful = r.doubtful && sequence.doubtful
		b.WriteRune(sequence.meant)
		r.end += sequence.length
	}
	if r.end == start {
		return r, false
	}
	after, ok := unwrap(b.String(), maxLayers-1)
	// A layer below does not come about by chance.
	r.doubtful = r.doubtful && after == b.String()
	r.after = after
	return r, ok
}

// unwrap decodes what is left of further layers, as deep as it gives what
// German print has; ok tells whether that is so anywhere.
func unwrap(s string, layers int) (meant string, ok bool) {
	if deeper := decodeLayer(s); layers > 0 && deeper != s {
		if meant, ok := unwrap(deeper, layers-1); ok {
			return meant, true
		}
	}
	for _, r := range s {
		if !isPlausible(r) {
			return s, false
		}
	}
	return s, true
}

// decodeLayer decodes every sequence in s.
func decodeLayer(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		if sequence, ok := decodeSequence(s[i:]); ok {
			b.WriteRune(sequence.meant)
			i += sequence.length
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		b.WriteRune(r)
		i += size
	}
	return b.String()
}

// sequence is a character as mojibake.
type sequence struct {
	meant    rune
	length   int // in bytes of the mojibake
	doubtful bool
}

// decodeSequence reads the CP1252 bytes of the first two to four characters of
// s as one character in UTF-8.
func decodeSequence(s string) (sequence, bool) {
	var raw [utf8.UTFMax]byte
	n, length := 0, 0
	q := sequence{}
	for n < len(raw) && length < len(s) {
		r, size := utf8.DecodeRuneInString(s[length:])
		c, ok := toByte(r)
		if r == utf8.RuneError && size > 1 {
			c, ok = lostByte(raw[:n])
		}
		if !ok {
			break
		}
		raw[n] = c
		n++
		length += size
		if n == 2 && strings.ContainsRune("«»“”‘’–—…\u00a0\u00ad", r) {
			q.doubtful = true
		}
		if utf8.FullRune(raw[:n]) {
			break
		}
	}
	r, size := utf8.DecodeRune(raw[:n])
	if size < 2 || size != n {
		return q, false
	}
	q.meant, q.length = r, length
	q.doubtful = q.doubtful && n == 2
	return q, true
}

// toByte gives the byte beyond ASCII that r stands for in CP1252, or in Latin-1
// for the control characters that CP1252 has other uses for.
func toByte(r rune) (byte, bool) {
	if r >= 0x80 && r <= 0xFF {
		return byte(r), true
	}
	c, ok := charmap.Windows1252.EncodeRune(r)
	return c, ok && c >= utf8.RuneSelf
}

// lostByte restores the byte after start that CP1252 has no character for and
// that became U+FFFD, where only one is plausible: that of "”" and of "ﬁ".
func lostByte(start []byte) (byte, bool) {
	switch string(start) {
	case "\xE2\x80":
		return 0x9D, true
	case "\xEF\xAC":
		return 0x81, true
	default:
		return 0, false
	}
}

// further are characters outside Latin-1 that German print has: punctuation, the
// letters of frequent foreign names as far as their mojibake cannot be right
// text, ligatures, the long s, combining marks and the byte order mark.
const further = "‐‑‒–—‘’‚“”„†•…‰‹›€™−" + "šžŽćčğışřłęń" + "ﬀﬁﬂﬃﬄﬅﬆſ" + "\u0300\u0301\u0302\u0308\u0364\u202f\u200b\ufeff"

// isPlausible tells whether r is a character of German print.
func isPlausible(r rune) bool {
	return r >= 0xA0 && r <= 0xFF || strings.ContainsRune(further, r)
}

// insideWord tells whether a letter follows text[start:end] that does not begin
// in the middle of a word in capitals: "Ã–sterreich" against "IRMÃ–".
func insideWord(text string, start, end int) bool {
	return end < len(text) && isASCIILetter(text[end]) && (start == 0 || text[start-1] < 'A' || text[start-1] > 'Z')
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// mergeSorted merges two lists of edits, each in order.
func mergeSorted(a, b []edit.Edit) []edit.Edit {
	merged := make([]edit.Edit, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0].Start < b[0].Start {
			merged, a = append(merged, a[0]), a[1:]
		} else {
			merged, b = append(merged, b[0]), b[1:]
		}
	}
	return append(append(merged, a...), b...)
}
