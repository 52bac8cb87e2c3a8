package normalize

import "strings"

// Paragraphs writes each paragraph of text on a line of its own, with an empty line
// between them. A paragraph is a run of lines that are not blank; a form feed, which
// begins a page, ends one and stays.
func Paragraphs(text string) string {
	var b strings.Builder
	for i, page := range strings.Split(text, "\f") {
		if i > 0 {
			b.WriteByte('\f')
		}
		writeParagraphs(&b, page)
	}
	return b.String()
}

func writeParagraphs(b *strings.Builder, page string) {
	first, open := true, false
	for line := range strings.Lines(page) {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
			open = false
			continue
		case open:
			b.WriteByte(' ')
		case first:
			first = false
		default:
			b.WriteString("\n\n")
		}
		open = true
		b.WriteString(line)
	}
	if !first {
		b.WriteByte('\n')
	}
}
