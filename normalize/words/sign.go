package words

import (
	"unicode"
	"unicode/utf8"

	"klartext/dictionary/token"
)

// sign is what is known of a character that stands in no word.
type sign struct {
	size int // in bytes
	// punctuation is context for the words around, and word what it is for the language
	// model.
	punctuation bool
	word        lmWord
	// A word behind a sign that opens may begin a sentence; behind one that stays it
	// may if it might have before.
	opens, stays bool
	// operators stand between the terms of a formula; a section sign begins a reference.
	operator, section bool
}

// sign returns the one that stands at a place.
func (d *document) sign(at int) *sign {
	c := d.text[at]
	if c >= utf8.RuneSelf {
		return d.finder.signAt(d.text[at:])
	}
	if d.signs[c] == nil {
		d.signs[c] = d.finder.signAt(d.text[at:])
	}
	return d.signs[c]
}

// signAt is the sign that text begins with.
func (f *finder) signAt(text string) *sign {
	r, size := utf8.DecodeRuneInString(text)
	text = text[:size]
	s := &sign{
		size: size, opens: opensSentence(r), stays: !unicode.IsLetter(r),
		operator: isOperator(text), section: r == '§',
	}
	t, ok := token.Next(text, 0)
	if s.punctuation = ok && t.Kind == token.Punctuation; !s.punctuation {
		return s
	}
	if w, ok := f.find(text); ok {
		s.word = lmWord{id: w.ID, uni: w.Unigram}
	} else {
		s.word = f.opaque
	}
	return s
}

// opensSentence tells whether a word after the sign r may begin a sentence.
func opensSentence(r rune) bool {
	switch r {
	case '.', '!', '?', ':', '…', '–', '—', '"', '„', '“', '”', '»', '«', '‚', '‘', '(', '[', '§', '*', '•':
		return true
	}
	return false
}
