package words

import (
	"fmt"
	"math"
	"strings"

	"klartext/dictionary"
)

// Era is an age of German spelling. It decides which spellings of a word count as
// words in a document; no spelling is ever brought to another era's.
type Era uint8

// The eras.
const (
	// EraAuto has the document's own words tell. Where they do not, every spelling
	// counts. It is the zero value.
	EraAuto Era = iota
	// EraModern is the spelling of the reform of 1996 (dass, Schifffahrt).
	EraModern
	// Era1901 is that of the conference of 1901 (daß, Schiffahrt).
	Era1901
	// EraHistoric is what was written before (daß, Thür, giebt, Litteratur).
	EraHistoric
)

// eras names the eras, with their mark in the dictionary and the shares of a text's
// running words that spellings of certain eras have in it, as counted in the texts
// that the dictionary is made of.
var eras = []struct {
	era   Era
	name  string
	mark  dictionary.Eras
	share [spellings]float64
}{
	{EraAuto, "auto", dictionary.AllEras, [spellings]float64{}},
	{EraModern, "modern", dictionary.EraModern, [spellings]float64{0.008, 0.0003, 0.0001}},
	{Era1901, "1901", dictionary.Era1901, [spellings]float64{0.0006, 0.012, 0.0004}},
	{EraHistoric, "historic", dictionary.EraHistoric, [spellings]float64{0.0006, 0.012, 0.01}},
}

// Kinds of spellings by what they tell.
const (
	since1996  = iota // of the reform only
	before1996        // of no text in reformed spelling
	before1901        // given up in 1901
	spellings         // the number of kinds
)

// spellingKind is the kind of a spelling that is current in the given eras; ok is
// false if it tells nothing.
func spellingKind(in dictionary.Eras) (kind int, ok bool) {
	switch in {
	case dictionary.EraModern:
		return since1996, true
	case dictionary.Era1901 | dictionary.EraHistoric:
		return before1996, true
	case dictionary.EraHistoric:
		return before1901, true
	}
	return 0, false
}

// EraNames lists the names of the eras, "auto" first, then the latest.
func EraNames() []string {
	names := make([]string, len(eras))
	for i, e := range eras {
		names[i] = e.name
	}
	return names
}

// ParseEra returns the era of that name. The error lists the names there are.
func ParseEra(name string) (Era, error) {
	for _, e := range eras {
		if e.name == name {
			return e.era, nil
		}
	}
	return EraAuto, fmt.Errorf("there is no era %q; there are %s", name, strings.Join(EraNames(), ", "))
}

// String is the name of the era.
func (e Era) String() string {
	for _, x := range eras {
		if x.era == e {
			return x.name
		}
	}
	return fmt.Sprintf("Era(%d)", uint8(e))
}

// allows tells whether a form that is current in the given eras, 0 if none is
// known, counts as a word in a document of e.
func (e Era) allows(in dictionary.Eras) bool {
	for _, x := range eras {
		if x.era == e {
			return in == 0 || in&x.mark != 0
		}
	}
	return true
}

// WithEra says how a document is spelled instead of having its words tell.
func WithEra(e Era) Option {
	return func(f *Fixer) { f.era = e }
}

// read cuts text up and settles which spellings count.
func (f *Fixer) read(text string) *document {
	d := f.finder.read(text)
	d.source = f.source
	if d.era = f.era; d.era == EraAuto {
		d.era = d.estimateEra()
	}
	d.settleEra()
	return d
}

const (
	// otherEra is what a form loses, in nats, that is known only as a spelling of other
	// eras than the document's.
	otherEra = 3
	// leastMarked is the number of words from which their spelling tells of an era:
	// one may be quoted, or misread.
	leastMarked = 2
	// mostForeign is the share of spellings of other eras up to which a document is
	// of one: beyond it writes as it pleases, or quotes, and all spellings count.
	mostForeign = 0.05
	// leastSure is the probability of an era from which it is believed.
	leastSure = 0.98
	// vocabularyWeight is what the words that a document uses count for beside their
	// spelling, and mostVocabulary the most that they come to, in nats: what is
	// written of old things is not old.
	vocabularyWeight = 0.03
	mostVocabulary   = 3
)

// eraEvidence is what a document's words show of its era.
type eraEvidence struct {
	words int
	// kinds counts the spellings of each kind, and vocabulary sums what each other
	// word is more probable in modern texts than in historic ones, in nats.
	kinds      [spellings]int
	vocabulary float64
}

// estimateEra tells the document's era from its known words, EraAuto if they do
// not.
func (d *document) estimateEra() Era {
	var e eraEvidence
	for _, x := range d.present {
		if x.count > 0 && x.entry.known {
			e.add(x.entry, x.count)
		}
	}
	return e.era()
}

// add counts a word that stands in so many places.
func (e *eraEvidence) add(x *entry, places int) {
	e.words += places
	if kind, ok := spellingKind(x.eras); ok {
		e.kinds[kind] += places
	} else {
		e.vocabulary += float64(places) * float64(x.modernity)
	}
}

// era is the likeliest era, if it is sure and hardly a word speaks against it: a
// naive Bayes classifier, in which the spellings of each kind follow a Poisson
// distribution.
func (e *eraEvidence) era() Era {
	vocabulary := max(-mostVocabulary, min(mostVocabulary, vocabularyWeight*e.vocabulary))
	scores := make([]float64, 0, len(eras))
	for _, x := range eras[1:] {
		score := 0.0
		if x.era == EraModern {
			score = vocabulary
		}
		for kind, n := range e.kinds {
			score += float64(n)*math.Log(x.share[kind]) - float64(e.words)*x.share[kind]
		}
		scores = append(scores, score)
	}
	softmax(scores)
	for i, x := range eras[1:] {
		if scores[i] >= leastSure && e.agrees(x.era) {
			return x.era
		}
	}
	return EraAuto
}

// agrees tells whether enough spellings are those of an era and few are not.
func (e *eraEvidence) agrees(era Era) bool {
	own, other := 0, 0
	for kind, in := range [spellings]dictionary.Eras{
		since1996: dictionary.EraModern, before1996: dictionary.Era1901 | dictionary.EraHistoric, before1901: dictionary.EraHistoric,
	} {
		if era.allows(in) {
			own += e.kinds[kind]
		} else {
			other += e.kinds[kind]
		}
	}
	return own >= leastMarked && float64(other) <= mostForeign*float64(own+other)
}

// settleEra makes the words that are spelled as in other eras doubtful, and all
// words as likely as they are in the document's era.
func (d *document) settleEra() {
	doubted := false
	for _, x := range d.present {
		if x.count == 0 || !x.entry.known {
			continue
		}
		if !d.era.allows(x.entry.eras) {
			x.doubted()
			doubted = true
		}
		x.word.spelling += d.era.fit(x.entry.eras, x.entry.modernity)
	}
	if !doubted {
		return
	}
	for i := range d.slots {
		if s := &d.slots[i]; !s.opaque {
			s.entry = s.here.entry
		}
	}
}

// of is the model's view of a candidate in a document of d's era.
func (d *document) of(c *candidate) lmWord {
	w := d.finder.of(c)
	w.spelling += d.era.fit(c.word.Eras, c.word.Modernity)
	return w
}

const (
	// vocabularyTilt is how much of a word's modernity is believed, and mostModernity
	// the most of it, in nats.
	vocabularyTilt = 0.25
	mostModernity  = 3
)

// fit is ln P of a form in a text of e over that in texts of all eras, given the
// eras of its spelling and its modernity. In modern texts old words are less
// likely, but modern ones are not likelier: most texts that the model was made of
// are modern.
func (e Era) fit(in dictionary.Eras, modernity float32) (lnp float32) {
	if !e.allows(in) {
		lnp = -otherEra
	}
	modernity = max(-mostModernity, min(mostModernity, modernity))
	switch e {
	case EraModern:
		lnp += vocabularyTilt * min(0, modernity)
	case Era1901, EraHistoric:
		lnp -= vocabularyTilt * modernity
	}
	return lnp
}

// explainEra names the document's era, if it is of one.
func (d *document) explainEra() string {
	if d.era == EraAuto {
		return ""
	}
	return d.era.String()
}

// eraNamesOf names the eras of a form that is not current in all.
func eraNamesOf(in dictionary.Eras) (names []string) {
	if in == dictionary.AllEras {
		return nil
	}
	for _, x := range eras[1:] {
		if in&x.mark != 0 {
			names = append(names, x.name)
		}
	}
	return names
}
