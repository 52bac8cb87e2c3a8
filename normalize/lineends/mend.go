package lineends

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"klartext/normalize/edit"
)

// outcome is the decision on a hyphen.
type outcome int

const (
	parted     outcome = iota // stays at the line end
	joined                    // goes, and the halves meet
	lowered                   // the same, and the second half loses a false capital
	hyphenated                // moves into the line with the second half
)

var rules = [...]string{joined: "line-ends/joined", lowered: "line-ends/joined", hyphenated: "line-ends/hyphenated"}

const ruleLost = "line-ends/lost-hyphen"

// longestWord is the length, in bytes, from which a string is no word any more and
// is not followed to the next line. It keeps the time linear.
const longestWord = 200

// mend decides on j and makes the edit; next is where to read on. A word that is
// divided again (Ver-⏎wal-⏎tung) is taken as a whole.
func (f *Fixer) mend(text string, j joint) (e edit.Edit, next int, ok bool) {
	word := text[j.wordStart:j.markStart]
	var moved, between strings.Builder
	e = edit.Edit{Start: j.markStart, Confidence: 1}
	last := half{end: j.markEnd}
	for len(word) <= longestWord {
		h := j.second
		token := text[h.start:h.end]
		cut, kind := len(token), markLost
		following, more := f.chained(text, h)
		if more {
			cut, kind = cutHyphen(token)
		}
		d, confidence := f.decide(halves{
			first: trailingCore(word), second: core(token[:cut] + following.ahead), kind: j.kind, far: h.far,
		})
		if d == parted || !startsWord(token) {
			break
		}
		if e.Rule == "" {
			e.Rule = rules[d]
			if j.kind == markLost {
				e.Rule = ruleLost
			}
		}
		e.Confidence = min(e.Confidence, confidence)
		if moved.Len() > 0 {
			trimHyphen(&moved, text[j.markStart:j.markEnd])
		}
		switch d {
		case hyphenated:
			moved.WriteByte('-')
			word += "-"
		case lowered:
			token = strings.ToLower(token)
		}
		moved.WriteString(token)
		word += token[:cut]
		keepGap(&between, withoutSpecks(text[last.end:h.start]))
		last = h
		if !more {
			break
		}
		j = joint{markStart: h.start + cut, markEnd: h.end, kind: kind, second: following.half}
	}
	if moved.Len() == 0 {
		return e, 0, false
	}
	tail := ""
	e.End, tail, next = settle(text, last, between.String())
	e.Before = text[e.Start:e.End]
	e.After = moved.String() + tail
	return trim(e), next, true
}

// trim takes from e what before and after have in common at either end.
func trim(e edit.Edit) edit.Edit {
	for e.Before != "" && e.After != "" {
		r, size := utf8.DecodeRuneInString(e.Before)
		if other, _ := utf8.DecodeRuneInString(e.After); r != other || r == utf8.RuneError {
			break
		}
		e.Start += size
		e.Before, e.After = e.Before[size:], e.After[size:]
	}
	for e.Before != "" && e.After != "" {
		r, size := utf8.DecodeLastRuneInString(e.Before)
		if other, _ := utf8.DecodeLastRuneInString(e.After); r != other || r == utf8.RuneError {
			break
		}
		e.End -= size
		e.Before, e.After = e.Before[:len(e.Before)-size], e.After[:len(e.After)-size]
	}
	return e
}

// trimHyphen takes the hyphen from the end of what was moved: it turned out to
// divide the word once more.
func trimHyphen(b *strings.Builder, hyphen string) {
	s := strings.TrimSuffix(b.String(), hyphen)
	b.Reset()
	b.WriteString(s)
}

// keepGap collects what lay between the halves and stays there: the first line
// break with its indentation, and all there is over a page break.
func keepGap(between *strings.Builder, gap string) {
	if between.Len() == 0 || strings.Contains(gap, "\f") || strings.Count(gap, "\n") > 1 {
		between.WriteString(strings.TrimLeft(gap, " \t"))
	}
}

// settle tells where the edit ends after the last half moved, what its text
// ends in, and where to read on.
func settle(text string, last half, between string) (end int, tail string, next int) {
	switch {
	case !last.alone:
		end = last.end
		for end < len(text) && (text[end] == ' ' || text[end] == '\t') {
			end++
		}
		return end, between, end
	case strings.Count(between, "\n") <= 1 && !strings.Contains(between, "\f"):
		// The break after the second half serves the line that it moved to.
		next = last.end + len(lineAt(text, last.end))
		return last.end, "", min(next+1, len(text))
	default:
		end = last.end + len(lineAt(text, last.end))
		if end < len(text) && text[end] == '\n' {
			end++
		}
		return end, strings.TrimRight(between, " \t"), end
	}
}

// chain is what follows a half that ends in a hyphen itself.
type chain struct {
	half half
	// ahead is what the word goes on with if all further hyphens divide it.
	ahead string
}

// maxChain bounds how many lines a word is followed over.
const maxChain = 4

// chained finds the half that follows h if h ends in a hyphen; it can stand on
// the same line.
func (f *Fixer) chained(text string, h half) (chain, bool) {
	c := chain{}
	for depth := range maxChain {
		token := text[h.start:h.end]
		cut, kind := cutHyphen(token)
		before, _ := utf8.DecodeLastRuneInString(token[:cut])
		if kind == markLost || !isWordRune(before) {
			return c, depth > 0
		}
		next, ok := half{}, false
		if h.alone {
			next, ok = nextHalf(text, h.end)
		} else {
			next, ok = sameLine(text, h.end)
		}
		if !ok || !startsWord(text[next.start:next.end]) {
			return c, depth > 0
		}
		if depth == 0 {
			c.half = next
		}
		token = text[next.start:next.end]
		cut, _ = cutHyphen(token)
		if isHanging(core(token)) || !startsLower(token) {
			return c, true
		}
		c.ahead += token[:cut]
		h = next
	}
	return c, true
}

// sameLine finds the token after a blank.
func sameLine(text string, from int) (half, bool) {
	line := lineAt(text, from)
	start := from + len(line) - len(strings.TrimLeft(line, " \t\r"))
	h := half{start: start, end: start + tokenLen(text[start:])}
	h.alone = isAlone(text, h.end)
	return h, h.end > h.start
}

func startsWord(token string) bool {
	r, _ := utf8.DecodeRuneInString(token)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func startsLower(token string) bool {
	r, _ := utf8.DecodeRuneInString(token)
	return unicode.IsLower(r)
}
