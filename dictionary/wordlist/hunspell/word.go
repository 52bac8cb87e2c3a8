package hunspell

import (
	"fmt"
	"strconv"
	"strings"
)

// word is an entry of the .dic file.
type word struct {
	text  string
	flags []flag
	line  int
}

// parseWords reads the text of a .dic file: the number of words, then a word with
// its flags on each line. Words with blanks in them are passed over.
func (a *affixes) parseWords(path, text string) ([]word, error) {
	var words []word
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimRight(line, " \t\r\n")
		if number == 1 {
			if _, err := strconv.ParseUint(firstField(line), 10, 64); err != nil {
				return nil, fmt.Errorf("%s:1: %q is not the number of words", path, line)
			}
			continue
		}
		// Lines that begin with # are comments in many dictionaries.
		if line == "" || line[0] == '#' || line[0] == '\t' {
			continue
		}
		w, ok, err := a.parseWord(line)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, number, err)
		}
		if ok {
			w.line = number
			words = append(words, w)
		}
	}
	if number == 0 {
		return nil, fmt.Errorf("%s:1: an empty file instead of the number of words", path)
	}
	return words, nil
}

// firstField returns what stands in front of the first blank.
func firstField(s string) string {
	s, _, _ = strings.Cut(strings.ReplaceAll(s, "\t", " "), " ")
	return s
}

// parseWord reads word[/flags], with morphological fields after it; ok is false for
// what is not a single word.
func (a *affixes) parseWord(line string) (w word, ok bool, err error) {
	text, flags, hasFlags := cutFlags(cutFields(line))
	if len(text) > maxText {
		return word{}, false, fmt.Errorf("a word of %d bytes; %d are the most", len(text), maxText)
	}
	if text == "" || strings.ContainsAny(text, " \u00a0") {
		return word{}, false, nil
	}
	if hasFlags {
		if w.flags, err = a.parseFlags(firstField(flags)); err != nil {
			return word{}, false, err
		}
	}
	w.text = text
	return w, true, nil
}

// cutFields cuts off the morphological fields: what follows a TAB, or a blank and
// two letters with a colon.
func cutFields(line string) string {
	line, _, _ = strings.Cut(line, "\t")
	for i := 0; i+3 < len(line); i++ {
		if line[i] == ' ' && line[i+3] == ':' {
			return strings.TrimRight(line[:i], " ")
		}
	}
	return line
}

// cutFlags divides text from flags at the first slash that has no backslash in
// front of it and is not the first character, and takes the backslashes away.
func cutFlags(s string) (text, flags string, found bool) {
	for i := 1; i < len(s); i++ {
		if s[i] == '/' && s[i-1] != '\\' {
			text, flags, found = s[:i], s[i+1:], true
			break
		}
	}
	if !found {
		text = s
	}
	return strings.ReplaceAll(text, `\/`, "/"), flags, found
}
