package check

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"klartext/internal/findings"
	"klartext/normalize"
)

const (
	// unreadableShare is the share of words in no dictionary from which a page is
	// hardly readable: about half of its words are wrong then.
	unreadableShare = 0.35
	// leastWords is how many words a page must have for that.
	leastWords = 30
	// sure is the confidence of what is seen and not guessed.
	sure = 0.99
)

// readable tells of a page that is hardly readable.
func (e *examiner) readable(s normalize.Survey) {
	if s.Words < leastWords || float64(s.Unknown) < unreadableShare*float64(s.Words) {
		return
	}
	e.add(findings.Finding{
		Path: e.path, Rule: ruleUnreadable, Confidence: 0.9,
		Message: fmt.Sprintf("%d of %d words are in no dictionary: this page is hardly readable and may have to be scanned or read again", s.Unknown, s.Words),
	})
}

// encodings tells of files of which some lines are UTF-8 and others are not.
func (e *examiner) encodings(data []byte) {
	if utf8.Valid(data) || bytes.IndexByte(data, 0) >= 0 {
		return
	}
	number, good, bad := 0, 0, 0
	for line := range bytes.SplitSeq(data, []byte("\n")) {
		number++
		switch {
		case !utf8.Valid(line):
			if bad == 0 {
				bad = number
			}
		case len(line) != utf8.RuneCount(line):
			if good == 0 {
				good = number
			}
		}
	}
	if good == 0 || bad == 0 {
		return
	}
	e.add(findings.Finding{
		Path: e.path, Rule: ruleEncodings, Confidence: sure,
		Message: fmt.Sprintf("line %d is UTF-8 and line %d is not: the file holds text in two encodings", good, bad),
	})
}

// undecodable tells of characters that were lost before the text got here.
func (e *examiner) undecodable() {
	for at := 0; ; {
		next := strings.IndexRune(e.text[at:], utf8.RuneError)
		if next < 0 {
			return
		}
		at += next
		end := at
		for strings.HasPrefix(e.text[end:], "\uFFFD") {
			end += utf8.RuneLen(utf8.RuneError)
		}
		e.place(at, end, ruleUndecodable, "a character was lost when this text was decoded")
		at = end
	}
}

// place enters a finding without a suggestion.
func (e *examiner) place(start, end int, rule, message string) {
	line, column := e.lines.at(e.text, start)
	e.add(findings.Finding{
		Path: e.path, Line: line, Column: column, EndLine: line, EndColumn: column + utf8.RuneCountInString(e.text[start:end]),
		Rule: rule, Before: e.text[start:end], Confidence: sure, Message: message, Text: e.lines.line(e.text, line),
	})
}

// garbled is UTF-8 that was read as CP1252 or Latin-1, as far as no German text has it
// otherwise.
var garbled = regexp.MustCompile(`[ÃÂ][\x{0080}-\x{00BF}‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\x{0080}-\x{009F}™œžŸ“”˜š¦¢]`)

// mojibake tells of wrongly decoded text that the fixers have left.
func (e *examiner) mojibake(changes []normalize.Change) {
	if !strings.ContainsAny(e.text, "ÃÂâ") {
		return
	}
	for _, m := range garbled.FindAllStringIndex(e.text, -1) {
		for len(changes) > 0 && changes[0].End <= m[0] {
			changes = changes[1:]
		}
		if len(changes) == 0 || changes[0].Start >= m[1] {
			e.place(m[0], m[1], ruleMojibake, "this text was decoded wrongly, and what it was is not certain")
		}
	}
}
