package words

import (
	"cmp"
	"maps"
	"slices"
	"unicode/utf8"
)

// A guess is a word in no dictionary, a name mostly, that may be intended by an
// observed one: what the document's most systematic confusions make of it, turned
// back. The letter model tells which of the two looks more like a word, and all
// the forms in which a name stands in the document vote together.

const (
	// guessCost is the most that a guess's confusion may cost in the document.
	guessCost = 7
	// maxGuesses is the most guesses for one word.
	maxGuesses = 6
	// shortestGuessed is the least length of a word that is guessed at.
	shortestGuessed = 4
	// mostGained bounds, in nats, what the forms of a name weigh together.
	mostGained = 12
)

// form is a string in no dictionary that stands in the document.
type form struct {
	guesses []guess
	count   float32 // how often it stands there
	prior   float32 // ln P of its letters
}

// guess is a name that a form may be misread from.
type guess struct {
	candidate
	gain   float32 // ln odds that it is, beside the form as it stands
	places float32 // how often the name stands in the document if it is
	share  float32 // ln P of the name's letters, on average of its places
}

// guess adds the guesses for the unknown words that have no good candidate.
func (d *document) guess(p *profile) {
	forms := d.forms(p)
	names := gather(forms)
	for _, f := range forms {
		f.weigh(names, forms)
	}
	for _, s := range d.granted {
		if f := forms[d.text[s.start:s.end]]; f != nil {
			s.guesses = f.guesses
		}
	}
}

// forms finds the guesses for each unknown word.
func (d *document) forms(p *profile) map[string]*form {
	forms := make(map[string]*form)
	for _, s := range d.granted {
		word := d.text[s.start:s.end]
		if forms[word] != nil || !searchable(word) || utf8.RuneCountInString(word) < shortestGuessed {
			continue
		}
		forms[word] = &form{guesses: d.guessesFor(word, p), count: float32(s.here.count), prior: s.entry.word.spelling + unknownPrior}
	}
	return forms
}

// name is a word that may be intended by several forms.
type name struct {
	prior float32
	// weight is what its forms gain together, in nats, by being one word and not
	// several.
	weight float32
	// places is how often the name stands in the document if they are.
	places float32
}

// gain is what a form gains by being a misread one of a name that is there anyway:
// its letters need not be explained, but each of its misreadings must be.
func (f *form) gain(g *guess) float32 { return repeatedSpelling - f.count*g.cost - f.prior }

// gather sums up what the forms of each guess gain.
func gather(forms map[string]*form) map[string]*name {
	names := make(map[string]*name)
	for _, word := range slices.Sorted(maps.Keys(forms)) { // sums depend on the order
		f := forms[word]
		for i := range f.guesses {
			g := &f.guesses[i]
			n := names[g.text]
			if n == nil {
				n = &name{prior: g.prior}
				if own := forms[g.text]; own != nil {
					n.places = own.count
				}
				names[g.text] = n
			}
			if gain := f.gain(g); gain > 0 {
				n.weight += gain
				n.places += f.count
			}
		}
	}
	return names
}

// weigh sets the ln odds of the guesses: of the name's letters, what its
// other forms do not pay for is left to pay.
func (f *form) weigh(names map[string]*name, forms map[string]*form) {
	most := float32(0)
	for i := range f.guesses {
		g := &f.guesses[i]
		n := names[g.text]
		g.gain, g.places = f.gain(g), n.places
		if g.gain <= 0 {
			g.places += f.count
		}
		if forms[g.text] == nil {
			g.gain += min(0, n.prior-repeatedSpelling+n.weight-max(0, g.gain))
		}
		g.share = (n.prior - unknownPrior + (g.places-1)*repeatedSpelling) / g.places
		most = max(most, g.gain)
	}
	for i := range f.guesses {
		f.guesses[i].gain -= max(0, most-mostGained)
	}
}

// wayBack is a confusion that may be turned back at a place.
type wayBack struct {
	at   int
	rule int32
	cost float32
}

// guessesFor turns back one confusion that regains an umlaut or ß, or that makes
// the word one which recurs in the document.
func (d *document) guessesFor(word string, p *profile) []guess {
	letters := foldLongS(word)
	var found []guess
	for _, w := range d.waysBack(letters, word, p) {
		r := &p.channel.rules[w.rule]
		text := string(letters[:w.at]) + spell(r.intended) + string(letters[w.at+len(r.observed):])
		if !r.regains && d.count(text) < leastRecurring {
			continue
		}
		codes, ok := encode(text)
		if !ok {
			continue
		}
		look := d.finder.look(text)
		if look.isWord {
			continue
		}
		found = append(found, guess{candidate: candidate{
			text: text, codes: codes, rules: []int32{w.rule}, prior: look.spelling + unknownPrior, cost: w.cost, guessed: true,
		}})
	}
	slices.SortFunc(found, func(a, b guess) int {
		return cmp.Or(cmp.Compare(b.total(), a.total()), cmp.Compare(a.text, b.text))
	})
	found = slices.CompactFunc(found, func(a, b guess) bool { return a.text == b.text })
	return found[:min(len(found), maxGuesses)]
}

// waysBack are the cheapest confusions that may lie behind a word; those that
// regain no umlaut count only where a name recurs that it may be a stray of.
func (d *document) waysBack(letters []rune, word string, p *profile) []wayBack {
	x := d.finder.index(d.searched.profiles)
	stray := d.recurring && d.count(word) == 1
	var regaining, others []wayBack
	for at := range letters {
		rules := x.regaining[letters[at]]
		if list := x.observing(letters[at]); stray && list != nil {
			rules = list.ids
		}
		for _, id := range rules {
			r := &p.channel.rules[id]
			if p.cost[id] > guessCost || !hasPrefix(letters[at:], r.observed) {
				continue
			}
			if w := (wayBack{at, id, p.cost[id]}); r.regains {
				regaining = append(regaining, w)
			} else {
				others = append(others, w)
			}
		}
	}
	slices.SortStableFunc(regaining, func(a, b wayBack) int { return cmp.Compare(a.cost, b.cost) })
	return append(regaining[:min(len(regaining), maxWaysBack)], others...)
}

// maxWaysBack is the most confusions that regain umlauts which are turned back.
const maxWaysBack = 10

// leastRecurring is how often a name recurs for other forms to be strays of it.
const leastRecurring = 3

// offerGuesses adds the guesses to the options of a slot. Beside the word as it
// stands each is as likely as its gain says; beside the words of the dictionary
// it is as likely as a name that stands in so many places.
func (d *document) offerGuesses(s *slot, p *profile) {
	if s.choice == nil || len(s.guesses) == 0 {
		return
	}
	d.offerOwn(s, p)
	letters, own := s.options[0].words[0].spelling, s.options[0].score
	for i := range s.guesses {
		if g := &s.guesses[i]; g.gain >= 0 {
			own = min(own, p.channelScore(&g.candidate)+g.share-g.gain-letters)
		}
	}
	s.options[0].score = own
	for i := range s.guesses {
		g := &s.guesses[i]
		o := option{text: g.text, words: [2]lmWord{d.finder.class(g.text, g.share)}, n: 1, span: 1, from: &g.candidate, places: g.places}
		o.score = p.channelScore(&g.candidate)
		if g.gain < 0 {
			o.score = min(o.score, own+letters+g.gain-g.share)
		}
		s.options = append(s.options, o)
	}
}
