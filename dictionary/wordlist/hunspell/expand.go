package hunspell

import (
	"fmt"
)

// expander derives the forms of words and keeps count of them.
type expander struct {
	*affixes
	forbidden map[string]bool
	most      limits
	used      limits // of them, so far
	yield     func(Form)
	stems     []stem // used again for each word
}

// stem is a word with up to two suffixes on it.
type stem struct {
	text string
	// more are the classes that may go on it; cross tells that prefixes may, too.
	more  [2][]flag
	cross bool
	// unfinished is a stem that is no word by itself.
	unfinished, circumfix bool
}

func newExpander(a *affixes, words []word, most limits, yield func(Form)) *expander {
	x := &expander{affixes: a, forbidden: make(map[string]bool), most: most, yield: yield}
	for _, w := range words {
		if a.propertiesOf(w.flags).forbidden {
			x.forbidden[w.text] = true
		}
	}
	return x
}

// expand yields all forms of w.
func (x *expander) expand(w word) error {
	p := x.propertiesOf(w.flags)
	if p.forbidden || p.onlyInCompound {
		return nil
	}
	x.used.wordForms, x.used.wordTries = 0, len(w.flags)
	base := stem{text: w.text, cross: true, unfinished: p.needAffix}
	x.stems = append(x.stems[:0], base)
	if err := x.suffix(w.text, w.flags); err != nil {
		return err
	}
	stems := len(x.stems)
	for i := range stems {
		if s := x.stems[i]; !s.unfinished && !s.circumfix {
			if err := x.emit(s.text, w); err != nil {
				return err
			}
		}
		for _, classes := range [][]flag{w.flags, x.stems[i].more[0], x.stems[i].more[1]} {
			if err := x.prefix(w, x.stems[i], i == 0, classes); err != nil {
				return err
			}
		}
	}
	return nil
}

// suffix appends to stems what the suffixes of the classes make of text, with a
// second suffix where the first allows one.
func (x *expander) suffix(text string, classes []flag) error {
	from := len(x.stems)
	if err := x.suffixOnce(stem{text: text, cross: true}, classes); err != nil {
		return err
	}
	first := len(x.stems)
	for i := from; i < first; i++ {
		if err := x.suffixOnce(x.stems[i], x.stems[i].more[0]); err != nil {
			return err
		}
	}
	return nil
}

// suffixOnce appends what one suffix more makes of s.
func (x *expander) suffixOnce(s stem, classes []flag) error {
	for _, class := range classes {
		for i := range x.suffixes[class] {
			a := &x.suffixes[class][i]
			if err := x.try(); err != nil {
				return err
			}
			form, ok := a.suffixed(s.text, x.fullStrip)
			if !ok || a.properties.onlyInCompound || a.properties.forbidden {
				continue
			}
			if len(x.stems) > x.most.wordForms {
				return x.tooManyForms()
			}
			x.stems = append(x.stems, stem{
				text: form, more: [2][]flag{a.more, s.more[0]}, cross: a.cross && s.cross,
				// Of two suffixes one that can stand alone is enough.
				unfinished: a.properties.needAffix && (s.unfinished || len(s.more[0]) == 0),
				circumfix:  a.properties.circumfix || s.circumfix,
			})
		}
	}
	return nil
}

// prefix yields what prefixes of the classes make of s; bare tells that s has no
// suffix.
func (x *expander) prefix(w word, s stem, bare bool, classes []flag) error {
	for _, class := range classes {
		if err := x.try(); err != nil {
			return err
		}
		for i := range x.prefixes[class] {
			a := &x.prefixes[class][i]
			if err := x.try(); err != nil {
				return err
			}
			if !bare && !(a.cross && s.cross) || a.properties.onlyInCompound || a.properties.forbidden {
				continue
			}
			if err := x.prefixOne(w, s, bare, a); err != nil {
				return err
			}
		}
	}
	return nil
}

// prefixOne yields s with the prefix, and with the suffixes that the prefix allows.
func (x *expander) prefixOne(w word, s stem, bare bool, a *affix) error {
	form, ok := a.prefixed(s.text, x.fullStrip)
	needsMore := a.properties.needAffix && (bare || s.unfinished)
	if ok && !needsMore && a.properties.circumfix == s.circumfix {
		if err := x.emit(form, w); err != nil {
			return err
		}
	}
	if !bare || len(a.more) == 0 || !a.cross {
		return nil
	}
	from := len(x.stems)
	if err := x.suffix(w.text, a.more); err != nil {
		return err
	}
	for _, t := range x.stems[from:] {
		form, ok := a.prefixed(t.text, x.fullStrip)
		if ok && t.cross && !(a.properties.needAffix && t.unfinished) && a.properties.circumfix == t.circumfix {
			if err := x.emit(form, w); err != nil {
				return err
			}
		}
	}
	x.stems = x.stems[:from]
	return nil
}

// try counts an affix tried on a word.
func (x *expander) try() error {
	x.used.tries++
	x.used.wordTries++
	if x.used.wordTries > x.most.wordTries {
		return fmt.Errorf("more than %d affixes to try on one word", x.most.wordTries)
	}
	if x.used.tries > x.most.tries {
		return fmt.Errorf("more than %d affixes to try in all", x.most.tries)
	}
	return nil
}

// emit yields a form unless it is forbidden.
func (x *expander) emit(form string, w word) error {
	x.used.forms++
	x.used.wordForms++
	x.used.bytes += len(form)
	switch {
	case x.used.wordForms > x.most.wordForms:
		return x.tooManyForms()
	case x.used.forms > x.most.forms:
		return fmt.Errorf("more than %d word forms in all", x.most.forms)
	case x.used.bytes > x.most.bytes:
		return fmt.Errorf("word forms of more than %d bytes in all", x.most.bytes)
	}
	if form != "" && !x.forbidden[form] {
		x.yield(Form{form, w.line})
	}
	return nil
}

func (x *expander) tooManyForms() error {
	return fmt.Errorf("more than %d forms of one word", x.most.wordForms)
}
