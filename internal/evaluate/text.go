package evaluate

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// text is a text made comparable: NFC, one blank between tokens, none at the
// ends, no byte order mark.
type text struct {
	runes  []rune
	tokens []token
}

// token is what stands between two blanks.
type token struct {
	start, end int    // in text.runes
	form       string // as it stands
	word       string // the word alone, see bareWord; empty for punctuation
}

// reading is one of the two ways to read a token: as it stands, or as a word.
// Tokens that are read as "" do not take part.
type reading func(token) string

func asForm(t token) string { return t.form }
func asWord(t token) string { return t.word }

func newText(raw string) *text {
	raw = norm.NFC.String(strings.TrimPrefix(raw, "\uFEFF"))
	t := &text{runes: make([]rune, 0, len(raw))}
	for form := range strings.FieldsSeq(raw) {
		if len(t.tokens) > 0 {
			t.runes = append(t.runes, ' ')
		}
		start := len(t.runes)
		t.runes = append(t.runes, []rune(form)...)
		t.tokens = append(t.tokens, token{start: start, end: len(t.runes), form: form, word: bareWord(form)})
	}
	return t
}

// bareWord cuts everything but letters, digits and marks from both ends of a
// token and writes all quotation marks and apostrophes inside alike, since
// typography is judged apart from words.
func bareWord(form string) string {
	inner := strings.TrimFunc(form, func(r rune) bool {
		return !unicode.In(r, unicode.L, unicode.Nd, unicode.M)
	})
	return strings.Map(plainQuote, inner)
}

func plainQuote(r rune) rune {
	switch {
	case strings.ContainsRune("’‘‚‛`´ʼ‹›", r):
		return '\''
	case strings.ContainsRune("“”„‟«»″", r):
		return '"'
	}
	return r
}

func hasUmlaut(word string) bool { return strings.ContainsAny(word, "äöüÄÖÜß") }

// count is how many tokens take part in a reading.
func (t *text) count(read reading) int {
	n := 0
	for _, tok := range t.tokens {
		if read(tok) != "" {
			n++
		}
	}
	return n
}
