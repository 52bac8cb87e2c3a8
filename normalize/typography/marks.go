package typography

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	ruleSpace    = "typography/space"
	ruleDash     = "typography/dash"
	ruleEllipsis = "typography/ellipsis"
)

// marks fixes dashes, ellipses and blanks in the paragraph text[start:end], line
// by line.
func (d *document) marks(start, end int) {
	foreign, judged := false, false
	suspect := -1 // where the first suspect line begins
	for start < end {
		length := strings.IndexByte(d.text[start:end], '\n') + 1
		if length == 0 {
			length = end - start
		}
		l := line{document: d, start: start, end: start + length}
		start += length
		if !l.isSuspect() {
			continue
		}
		if suspect < 0 {
			suspect = l.start
		}
		if l.isTable() {
			continue
		}
		before := len(d.edits)
		if l.fix(); len(d.edits) == before {
			continue
		}
		// To tell the language takes longer than all else: it is asked for last.
		if !judged {
			foreign, judged = d.isForeign() || isForeign(d.text[suspect:end]), true
		}
		if foreign {
			d.edits = d.edits[:before]
		}
	}
}

// line is a line of a document with its line end.
type line struct {
	*document
	start, end int
	first      int // where its first character stands that is no blank
}

// isSuspect tells whether the line has anything for fix to look at.
func (l line) isSuspect() bool {
	s := l.text[l.start:l.end]
	for i := 0; i+1 < len(s); i++ {
		switch s[i] {
		case ' ', '(':
			switch s[i+1] {
			case ',', '.', ';', ':', '!', '?', ')', ' ', '-':
				return true
			case 0xE2:
				if strings.HasPrefix(s[i+1:], "—") {
					return true
				}
			}
		case '.':
			if s[i+1] == '.' {
				return true
			}
		}
	}
	return strings.HasPrefix(s, "—") || strings.HasPrefix(s, "--")
}

// isTable tells whether the line has columns: tabs, bars, or wide gaps inside it.
func (l line) isTable() bool {
	s := strings.TrimSpace(l.text[l.start:l.end])
	return strings.ContainsAny(s, "\t|") || strings.Contains(s, "   ")
}

// fix looks at every place in the line where something can be wrong.
func (l line) fix() {
	l.first = l.end - len(strings.TrimLeftFunc(l.text[l.start:l.end], unicode.IsSpace))
	for i := l.start; i < l.end; i++ {
		switch l.text[i] {
		case ' ':
			l.blank(i)
		case '(':
			l.bracket(i)
		case '.':
			if n := l.dots(i); n > 0 {
				i += n - 1
			}
		case '-', 0xE2:
			l.dash(i)
		}
	}
}

// blank removes the blank at i if punctuation follows that belongs to the word
// before it.
func (l line) blank(i int) {
	if i+1 >= l.end || !strings.ContainsRune(",.;:!?)", rune(l.text[i+1])) {
		return
	}
	word := l.wordBefore(i)
	after, next := l.runesAfter(i + 2)
	atEnd := after == 0 || after == '\n' || after == '\r'
	ends := atEnd || after == ' ' && !strings.ContainsRune(",.;:!?", next)
	ok := false
	switch l.text[i+1] {
	case ',', ';':
		ok = word >= 2 && ends && !unicode.IsDigit(next)
	case '!', '?':
		ok = word >= 2 && (ends || strings.ContainsRune("“‘”\"«", after))
	case '.':
		ok = word >= 2 && (atEnd || after == ' ' && unicode.IsUpper(next))
	case ':':
		ok = word >= 3 && (after == 0 || after == ' ' && strings.ContainsRune("„»\"", next))
	case ')':
		open := strings.LastIndexAny(l.text[l.start:i], "()")
		ok = open >= 0 && l.text[l.start+open] == '(' && l.start+open+1 < i && !unicode.IsSpace(rune(l.text[i-1]))
	}
	if ok {
		l.replace(i, i+1, "", ruleSpace, 0.95)
	}
}

// wordBefore counts the letters directly before i, or 2 for a closing mark.
func (l line) wordBefore(i int) int {
	n := 0
	for at := i; at > l.start; n++ {
		r, size := utf8.DecodeLastRuneInString(l.text[l.start:at])
		if n == 0 && strings.ContainsRune("“)‘", r) {
			return 2
		}
		if !unicode.IsLetter(r) {
			break
		}
		at -= size
	}
	return n
}

// runesAfter are the character at i and the one after it, 0 at the line's end.
func (l line) runesAfter(i int) (first, second rune) {
	if i >= l.end {
		return 0, 0
	}
	first, size := utf8.DecodeRuneInString(l.text[i:l.end])
	if i+size >= l.end {
		return first, 0
	}
	second, _ = utf8.DecodeRuneInString(l.text[i+size : l.end])
	return first, second
}

// bracket removes the blank after the opening bracket at i.
func (l line) bracket(i int) {
	blank, next := l.runesAfter(i + 1)
	if blank != ' ' || !isWordRune(next) && next != '„' {
		return
	}
	if before, _ := utf8.DecodeLastRuneInString(l.text[l.start:i]); i == l.start || unicode.IsSpace(before) {
		l.replace(i+1, i+2, "", ruleSpace, 0.95)
	}
}

// dots sets three dots at i as an ellipsis and returns how many dots there are.
// More are a leader; beside a digit or slash three are a range or path.
func (l line) dots(i int) int {
	n := 0
	for i+n < l.end && l.text[i+n] == '.' {
		n++
	}
	if n != 3 || l.style.plainEllipsis {
		return n
	}
	before, _ := utf8.DecodeLastRuneInString(l.text[l.start:i])
	after, _ := l.runesAfter(i + n)
	if unicode.IsDigit(before) || unicode.IsDigit(after) || strings.ContainsRune("/\\", before) || strings.ContainsRune("/\\", after) {
		return n
	}
	l.replace(i, i+n, "…", ruleEllipsis, 0.9)
	return n
}

// dashes are the marks that stand for a dash between blanks.
var dashes = []string{"-—", "—-", "--", "—", "-"}

// dash sets the mark at i, between blanks or a blank and the line's end, as a dash.
func (l line) dash(i int) {
	mark := ""
	for _, d := range dashes {
		if strings.HasPrefix(l.text[i:l.end], d) {
			mark = d
			break
		}
	}
	end := i + len(mark)
	after, next := l.runesAfter(end)
	switch before, blank := l.beforeDash(i); {
	case mark == "", !blank, after != ' ' && after != '\n' && after != '\r':
		return
	case i == l.start && (mark != "—" || !isWordRune(before) && before != ',' || l.followsDash()):
		return // a list, a signature, a speech
	case mark == "-" && (!l.style.dashes || after != ' ' || !unicode.IsLetter(next) && next != '„' || unicode.IsDigit(before) || unicode.IsSpace(before)):
		return
	}
	if mark != "--" && l.isOlder() {
		return
	}
	l.replace(i, end, "–", ruleDash, 0.95)
}

// beforeDash is the character before the blank or line end before i; blank tells
// whether there is one. Before an indented dash it is none.
func (l line) beforeDash(i int) (before rune, blank bool) {
	if i == 0 || l.text[i-1] != ' ' && l.text[i-1] != '\n' {
		return 0, false
	}
	before, _ = utf8.DecodeLastRuneInString(strings.TrimSuffix(l.text[:i-1], "\r"))
	if i > l.start && i <= l.first {
		return 0, false
	}
	return before, true
}

// followsDash tells whether the line before begins with a dash or hyphen.
func (l line) followsDash() bool {
	previous := strings.TrimSuffix(l.text[:l.start], "\n")
	previous = strings.TrimLeft(previous[1+strings.LastIndexByte(previous, '\n'):], " \t")
	first, _ := utf8.DecodeRuneInString(previous)
	return strings.ContainsRune("-–—", first)
}
