package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// leastNumbers is the number of numbers that make a line a row of figures if they
// are more than its words.
const leastNumbers = 3

// leaveRows leaves the rows of tables alone.
func (d *document) leaveRows(slots []slot) {
	for from := 0; from < len(slots); {
		end := from + 1
		for end < len(slots) && !strings.Contains(d.text[slots[end-1].end:slots[end].start], "\n") {
			end++
		}
		if d.isRow(slots[from:end]) {
			for i := from; i < end; i++ {
				d.untouchable(&slots[i])
			}
		}
		from = end
	}
}

// isRow counts what stands between blanks: 1.234,5 is one number. A row has names,
// but no more than one other word; prose with many numbers has.
func (d *document) isRow(line []slot) bool {
	numbers, words, small := 0, 0, 0
	for i := range line {
		word := d.text[line[i].start:line[i].end]
		begins := i == 0 || line[i-1].end < line[i].start
		switch {
		case line[i].entry == nil:
			if begins && isNumeric(word) {
				numbers++
			}
		case strings.IndexFunc(word, unicode.IsLower) == 0:
			small++
			words++
		default:
			words++
		}
	}
	return numbers >= leastNumbers && numbers > words && small <= 1
}

// isOperator tells of the signs between the terms of a formula.
func isOperator(sign string) bool {
	switch sign {
	case "=", "+", "×", "·", "÷", "±", "≤", "≥", "≈", "≠", "∑", "∫", "√", "→", "∈":
		return true
	}
	return false
}

// leaveFormulae leaves alone the short names in a run of terms with an operator
// between them. A sign between words is none: = stands for a hyphen, too.
func (d *document) leaveFormulae(slots []slot) {
	for from := 0; from < len(slots); {
		end := from
		operators := 0
		for end < len(slots) && d.isTerm(&slots[end]) {
			if end > from && end+1 < len(slots) && d.isTerm(&slots[end+1]) && isOperator(d.text[slots[end].start:slots[end].end]) {
				operators++
			}
			end++
		}
		if operators > 0 {
			for i := from; i < end; i++ {
				d.untouchable(&slots[i])
			}
		}
		from = end + 1
	}
}

// longestTerm is the most letters of a name in a formula (sin, max).
const longestTerm = 3

// isTerm tells whether s may be part of a formula: a number, a sign other than
// that at the end of a sentence, a short name.
func (d *document) isTerm(s *slot) bool {
	word := d.text[s.start:s.end]
	if s.entry == nil {
		return word != "." && word != ":" && word != ";" && word != "!" && word != "?"
	}
	return utf8.RuneCountInString(word) <= longestTerm && s.here.tells&german == 0
}

// leaveReferences leaves alone what stands from the beginning of a reference
// (BGBl., Abs., Nr., S.) to its last number.
func (d *document) leaveReferences(slots []slot) {
	for i := 0; i < len(slots); i++ {
		if !d.cites(&slots[i]) {
			continue
		}
		last := i
		for k := i + 1; k < len(slots) && d.inReference(&slots[k]); k++ {
			if isNumeric(d.text[slots[k].start:slots[k].end]) {
				last = k
			}
		}
		if last == i {
			continue
		}
		for ; i < last; i++ {
			d.untouchable(&slots[i])
		}
	}
}

func (d *document) cites(s *slot) bool {
	word := d.text[s.start:s.end]
	return word == "§" || s.entry != nil && s.here.tells&citing != 0
}

// inReference tells whether a reference may go on with s.
func (d *document) inReference(s *slot) bool {
	word := d.text[s.start:s.end]
	return s.entry == nil || d.cites(s) || isRoman(word) || utf8.RuneCountInString(word) == 1
}

func isRoman(word string) bool {
	return strings.Trim(word, "IVXLCDM") == ""
}

// isCode recognises file names, paths and what programmers write: snake_case,
// camelCase with digits, calls. Engines put signs into words as well, so each form
// must be whole.
func isCode(chunk string) bool {
	if !mayBeCode(chunk) {
		return false
	}
	chunk = strings.TrimRight(strings.TrimLeft(chunk, enclosing), enclosing+".,;:!?")
	return isPath(chunk) || hasExtension(chunk) || isSnakeCase(chunk) || isCamelCase(chunk)
}

// enclosing are the signs around a quotation.
const enclosing = "\"'„“”‚‘’»«()[]{}"

// mayBeCode is a first look at what may be code or an address: most words hold
// nothing but letters.
func mayBeCode(chunk string) bool {
	for i := 0; i < len(chunk); i++ {
		switch c := chunk[i]; {
		case c == '_', c == '/', c == '\\', '0' <= c && c <= '9', c == '@':
			return true
		case c == '.' && i > 0 && (i+1 < len(chunk) || chunk[i-1] == 'w'): // www.
			return true
		}
	}
	return false
}

// isPath recognises absolute paths of Unix and Windows and those from the home
// folder.
func isPath(s string) bool {
	switch {
	case strings.HasPrefix(s, "~/"), strings.HasPrefix(s, "./"), strings.HasPrefix(s, "../"), strings.HasPrefix(s, `\\`):
		return true
	case strings.HasPrefix(s, "/"):
		return strings.Count(s, "/") > 1
	}
	return len(s) > 3 && s[1] == ':' && s[2] == '\\'
}

// extensions are those of files that texts speak of, and the ends of addresses
// written without https.
const extensions = " txt pdf doc docx odt xls xlsx csv xml html htm json jpg jpeg png tif tiff zip gz exe dll py js go sh " +
	" com org net info eu de at ch example "

// hasExtension recognises names of files and hosts, with or without a path.
func hasExtension(s string) bool {
	name := s
	if slash := strings.LastIndexAny(s, `/\`); slash >= 0 {
		name = s[slash+1:]
		if host, _, _ := strings.Cut(s, "/"); endsInExtension(host) {
			return true
		}
	}
	return endsInExtension(name)
}

func endsInExtension(name string) bool {
	dot := strings.LastIndexByte(name, '.')
	return dot > 0 && dot+1 < len(name) && isASCIIName(name[:dot]) && strings.Contains(extensions, " "+name[dot+1:]+" ")
}

func isASCIIName(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; !isAlphanumeric(c) && c != '-' && c != '_' && c != '.' {
			return false
		}
	}
	return true
}

func isAlphanumeric(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// isSnakeCase recognises names of ASCII letters with underscores between them.
func isSnakeCase(s string) bool {
	parts := strings.Split(strings.TrimSuffix(s, "("), "_")
	if len(parts) < 2 || strings.ContainsFunc(s, unicode.IsUpper) && strings.ContainsFunc(s, unicode.IsLower) {
		return false
	}
	for _, p := range parts {
		if p == "" || strings.ContainsFunc(p, func(r rune) bool { return r >= utf8.RuneSelf || !isAlphanumeric(byte(r)) }) {
			return false
		}
	}
	return true
}

// isCamelCase recognises names with a capital behind a small letter, a word
// behind that, and a digit.
func isCamelCase(s string) bool {
	hump, digit := false, false
	for i := 0; i < len(s); i++ {
		c := s[i]
		if !isAlphanumeric(c) {
			return false
		}
		digit = digit || '0' <= c && c <= '9'
		if i > 0 && i+2 < len(s) && isLower(s[i-1]) && isUpper(c) && isLower(s[i+1]) && isLower(s[i+2]) {
			hump = true
		}
	}
	return hump && digit
}

func isLower(c byte) bool { return 'a' <= c && c <= 'z' }
func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }
