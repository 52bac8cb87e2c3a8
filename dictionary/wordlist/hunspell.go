package wordlist

import "klartext/dictionary/wordlist/hunspell"

// AddHunspell adds all forms of the words of a Hunspell dictionary: path names
// FILE.dic, and FILE.aff stands beside it (see [hunspell.Read]). The forms have no
// counts. Words that the dictionary forbids are left out of its own forms only: a
// plain list may still have them.
func (b *Builder) AddHunspell(path string) error {
	file := b.file(path)
	return hunspell.Read(path, func(f hunspell.Form) {
		if isToken(f.Text) && checkWord(f.Text) == nil {
			b.entries = append(b.entries, entry{word: f.Text, file: file, line: uint32(f.Line)})
		}
	})
}

// isToken tells whether a form can stand in a text as one word. Dictionaries have
// pieces of compounds, too, with a hyphen where the rest is to come.
func isToken(form string) bool {
	return form[0] != '-' && form[len(form)-1] != '-'
}
