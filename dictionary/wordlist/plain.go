package wordlist

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// addText adds the entries of a plain list; text is UTF-8 in NFC.
func (b *Builder) addText(path, text string) error {
	file := b.file(path)
	b.grow(strings.Count(text, "\n") + 1)
	for number := 1; text != ""; number++ {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		if err := b.addLine(source{file, uint32(number)}, uncomment(line)); err != nil {
			return fmt.Errorf("%s:%d: %w", path, number, err)
		}
	}
	return nil
}

// addLine adds what stands on one line, which has no comment any more.
func (b *Builder) addLine(at source, line string) error {
	if line == "" {
		return nil
	}
	first, second, _ := strings.Cut(line, "\t")
	first, second = strings.TrimRight(first, " "), strings.Trim(second, " \t")
	// Most lines have no arrow, and either arrow has one of these bytes.
	if strings.IndexByte(first, '>') >= 0 || strings.IndexByte(first, "→"[0]) >= 0 {
		if wrong, right, ok := cutArrow(first); ok {
			return b.replace(at, strings.TrimSpace(wrong), strings.TrimSpace(right), second)
		}
	}
	count, err := parseCount(second)
	if err != nil {
		return err
	}
	return b.addWord(at, first, count)
}

// uncomment returns the line without its comment and the blanks at its ends.
func uncomment(line string) string {
	for i := 0; i < len(line); i++ {
		if line[i] == '#' && (i == 0 || line[i-1] == ' ' || line[i-1] == '\t') {
			line = line[:i]
			break
		}
	}
	return strings.Trim(line, " \t\r")
}

// parseCount reads how often a word occurs; nothing is 0.
func parseCount(s string) (float64, error) {
	if s == "" {
		return 0, nil
	}
	count, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(count, 0) || math.IsNaN(count) {
		return 0, fmt.Errorf("count %q is not a number", s)
	}
	if count < 0 {
		return 0, fmt.Errorf("count %q is below 0", s)
	}
	return count, nil
}

// AddText adds what [Builder.AddFile] would if it found text at path.
func (b *Builder) AddText(path, text string) error {
	text, err := toText(path, []byte(text))
	if err != nil {
		return err
	}
	return b.addText(path, text)
}
