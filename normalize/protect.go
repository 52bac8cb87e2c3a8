package normalize

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"klartext/dictionary"
	"klartext/dictionary/wordlist"
	"klartext/normalize/edit"
	"klartext/normalize/replacements"
)

// protection is what must stay as it is: the user's own words, places that match a
// pattern of theirs, and what somebody has marked as standing so in the original.
type protection struct {
	words    *wordlist.List       // nil if there are none
	patterns *wordlist.Protection // nil if there are none
}

// sic marks what stands before it as an error of the original. It is only looked for
// where "sic" is in brackets: the word sich is in every text.
var sic = regexp.MustCompile(`\S+\s?[\[(]sic[!?]?[\])]`)

// clear leaves out the edits that f makes of text where they touch what is protected.
// What the user wants replaced may be one of their words, too.
func (p *protection) clear(f Fixer, text string, edits []edit.Edit) []edit.Edit {
	if len(edits) == 0 {
		return edits
	}
	spans := p.marked(text)
	_, replaces := f.(*replacements.Fixer)
	var left []edit.Edit
	var at chunk
	for _, e := range edits {
		for len(spans) > 0 && spans[0].End <= e.Start && spans[0].End < e.End {
			spans = spans[1:]
		}
		if len(spans) > 0 && touches(spans[0], e) || !replaces && p.owns(text, e, &at) {
			continue
		}
		left = append(left, e)
	}
	return left
}

// touches tells whether e changes something in s, or puts something into it.
func touches(s wordlist.Span, e edit.Edit) bool {
	if e.Start == e.End {
		return s.Start < e.Start && e.Start < s.End
	}
	return e.Start < s.End && s.Start < e.End
}

// marked returns the places that a pattern or a mark protects, in order.
func (p *protection) marked(text string) []wordlist.Span {
	var spans []wordlist.Span
	if p.patterns != nil {
		spans = p.patterns.Protect(text)
	}
	if !strings.Contains(text, "[sic") && !strings.Contains(text, "(sic") {
		return spans
	}
	for from := 0; from < len(text); {
		start, end := sicLines(text, from)
		for _, at := range sic.FindAllStringIndex(text[start:end], -1) {
			spans = append(spans, wordlist.Span{Start: start + at[0], End: start + at[1]})
		}
		from = end
	}
	return wordlist.Merge(spans)
}

// sicLines are the next lines from a place on that the mark may stand in, the line
// before each among them, where its word may be: the expression is slow, and pages are
// long.
func sicLines(text string, from int) (start, end int) {
	at := nextSic(text, from)
	if at < 0 {
		return len(text), len(text)
	}
	start = max(from, lineStart(text, lineStart(text, at)-1))
	for {
		end = lineEnd(text, at)
		at = nextSic(text, end)
		if at < 0 || lineStart(text, lineStart(text, at)-1) > end {
			return start, end
		}
	}
}

func nextSic(text string, from int) int {
	for at := from; at < len(text); {
		i := strings.Index(text[at:], "sic")
		if i < 0 {
			return -1
		}
		if at += i; at > from && (text[at-1] == '[' || text[at-1] == '(') {
			return at - 1
		}
		at += len("sic")
	}
	return -1
}

// lineStart is where the line of a place begins, lineEnd the place behind it.
func lineStart(text string, at int) int { return strings.LastIndexByte(text[:max(0, at)], '\n') + 1 }

func lineEnd(text string, at int) int {
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(text)
}

// chunk is a run without white space and the user's word in it.
type chunk struct {
	start, end int
	word       wordlist.Span
	owned      bool
}

// owns tells whether e changes one of the user's own words. Signs around the word
// are not part of it, unless the user's list has them. last is the chunk looked at
// last: a text without a blank is one chunk for a hundred thousand edits.
func (p *protection) owns(text string, e edit.Edit, last *chunk) bool {
	if p.words == nil {
		return false
	}
	for at := e.Start; at < len(text); {
		if at < last.start || at > last.end || last.end == 0 {
			*last = p.chunkAt(text, at)
		}
		if last.owned && touches(last.word, e) {
			return true
		}
		_, size := utf8.DecodeRuneInString(text[last.end:])
		if at = last.end + size; at >= e.End {
			return false
		}
	}
	return false
}

// chunkAt is the chunk that at stands in or behind.
func (p *protection) chunkAt(text string, at int) chunk {
	c := chunk{end: len(text)}
	if i := strings.LastIndexFunc(text[:at], unicode.IsSpace); i >= 0 {
		_, size := utf8.DecodeRuneInString(text[i:])
		c.start = i + size
	}
	if i := strings.IndexFunc(text[c.start:], unicode.IsSpace); i >= 0 {
		c.end = c.start + i
	}
	c.word, c.owned = p.own(text, c.start, c.end)
	return c
}

// own finds one of the user's words in a chunk, with or without the signs around it.
func (p *protection) own(text string, start, end int) (wordlist.Span, bool) {
	isSign := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }
	if p.isOwned(text[start:end]) {
		return wordlist.Span{Start: start, End: end}, true
	}
	chunk := text[start:end]
	start += len(chunk) - len(strings.TrimLeftFunc(chunk, isSign))
	chunk = strings.TrimFunc(chunk, isSign)
	return wordlist.Span{Start: start, End: start + len(chunk)}, p.isOwned(chunk)
}

func (p *protection) isOwned(word string) bool {
	_, flags, _ := p.words.Find(word)
	return flags&dictionary.Owned != 0
}
