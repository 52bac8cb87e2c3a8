package check

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// lines are the byte offsets at which the lines of a text begin.
type lines []int

func linesOf(text string) lines {
	starts := lines{0}
	for i := 0; ; {
		next := strings.IndexByte(text[i:], '\n')
		if next < 0 {
			return starts
		}
		i += next + 1
		starts = append(starts, i)
	}
}

// line is the line of that number, from 1, without its end.
func (l lines) line(text string, number int) string {
	if number < 1 || number > len(l) {
		return ""
	}
	line := text[l[number-1]:]
	if number < len(l) {
		line = line[:l[number]-l[number-1]]
	}
	return strings.TrimRight(line, "\r\n")
}

// at is the line and the column, both from 1, of the byte at offset.
func (l lines) at(text string, offset int) (line, column int) {
	line = sort.Search(len(l), func(i int) bool { return l[i] > offset })
	return line, 1 + utf8.RuneCountInString(text[l[line-1]:offset])
}
