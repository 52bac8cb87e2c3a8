package words

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// A guess is a word in no dictionary, a name mostly, that may be intended by an
// observed one: what the document's most systematic confusions make of it, turned
// back. The letter model tells which of the two looks more like a word, and all
// the forms in which a name stands in the document vote together.

const (
	// guessCost is the most that a guess's confusion may cost in the document.
	guessCost = 5
	// maxGuesses is the most guesses for one word.
	maxGuesses = 3
	// shortestGuessed is the least length of a word that is guessed at.
	shortestGuessed = 4
	// voteScore is what each further form of a word in the document adds, in nats.
	voteScore = 2.5
	maxVotes  = 3
)

// guess adds the guesses for the unknown words that have no good candidate.
func (d *document) guess(p *profile) {
	guesses := make(map[string][]candidate)
	votes := make(map[string]int)
	for i := range d.paragraphs {
		for j := range d.paragraphs[i].slots {
			s := &d.paragraphs[i].slots[j]
			word := d.text[s.start:s.end]
			if _, done := guesses[word]; done || s.opaque || s.entry.known || !searchable(word) || utf8.RuneCountInString(word) < shortestGuessed {
				continue
			}
			guesses[word] = d.guessesFor(word, p)
			votes[word] += 2 // read right at least once
			for _, g := range guesses[word] {
				votes[g.text]++
			}
		}
	}
	for i := range d.paragraphs {
		for j := range d.paragraphs[i].slots {
			s := &d.paragraphs[i].slots[j]
			if !s.opaque && !s.entry.known {
				s.guesses = guesses[d.text[s.start:s.end]]
			}
		}
	}
	d.votes = votes
}

// guessesFor turns back one confusion that regains an umlaut or ß.
func (d *document) guessesFor(word string, p *profile) []candidate {
	letters := foldLongS(word)
	x := d.finder.index(d.searched)
	var found []candidate
	for at := range letters {
		for _, id := range x.observing(letters[at]) {
			r := &p.channel.rules[id]
			if p.cost[id] > guessCost || !regainsUmlaut(r) || !hasPrefix(letters[at:], r.observed) {
				continue
			}
			text := string(letters[:at]) + spell(r.intended) + string(letters[at+len(r.observed):])
			codes, ok := encode(text)
			if !ok || d.finder.lookup(text).known {
				continue
			}
			spelling := d.finder.dict.Letters().LogProb(text)
			found = append(found, candidate{text: text, codes: codes, rules: []int32{id}, prior: spelling + unknownPrior, cost: p.cost[id], guessed: true})
		}
	}
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.total(), a.total()), cmp.Compare(a.text, b.text))
	})
	found = slices.CompactFunc(found, func(a, b candidate) bool { return a.text == b.text })
	return found[:min(len(found), maxGuesses)]
}

// regainsUmlaut tells whether a rule's intended side is an umlaut or ß that is
// not in its observed side.
func regainsUmlaut(r *rule) bool {
	return countUmlauts(spell(r.intended)) > countUmlauts(string(r.observed))
}

// offerGuesses adds the guesses to the options of a slot.
func (d *document) offerGuesses(s *slot, p *profile) {
	for i := range s.guesses {
		g := &s.guesses[i]
		o := option{text: g.text, words: [2]lmWord{d.finder.class(g.text, g.prior-unknownPrior)}, n: 1, span: 1, from: g}
		o.score = p.channelScore(g) + voteScore*float32(min(maxVotes, d.votes[g.text]-1))
		s.options = append(s.options, o)
	}
}
