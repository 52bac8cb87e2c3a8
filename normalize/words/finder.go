package words

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"klartext/dictionary"
	"klartext/dictionary/ngram"
)

// finder looks words up and finds candidates for them. What it finds depends on
// the word and the profiles searched with alone, so results are kept for the
// next time.
type finder struct {
	dict    *dictionary.Dictionary
	channel *channel

	mu      sync.Mutex
	entries map[string]*entry
	indexes map[uint64]*index // by the set of profiles
	found   map[request][]candidate
}

// request is what a search depends on.
type request struct {
	word     string
	profiles uint64 // a bit for each profile
	depth    int
}

// cacheSize bounds the caches; a full cache is emptied.
const cacheSize = 1 << 16

// entry is what is known of an observed word.
type entry struct {
	// known tells that the word is right German as it stands, by itself, as a
	// compound, or with another case.
	known    bool
	word     lmWord
	compound bool
	recased  bool
	// doubtful words are known, but so rare that they are more likely misread
	// where any other word is near.
	doubtful bool
}

// lmWord is a word as the language model sees it.
type lmWord struct {
	id  ngram.Word
	uni ngram.Unigram
	// spelling is ln P of the letters, given the class, for words that the
	// model knows only by their class.
	spelling float32
}

func newFinder(dict *dictionary.Dictionary, c *channel) *finder {
	return &finder{
		dict: dict, channel: c,
		entries: make(map[string]*entry), indexes: make(map[uint64]*index), found: make(map[request][]candidate),
	}
}

// lookup returns what is known of the observed word.
func (f *finder) lookup(observed string) *entry {
	f.mu.Lock()
	e, ok := f.entries[observed]
	f.mu.Unlock()
	if ok {
		return e
	}
	e = f.classify(observed)
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.entries) >= cacheSize {
		clear(f.entries)
	}
	f.entries[strings.Clone(observed)] = e
	return e
}

// Depths of search.
const (
	// probing takes one confusion: enough to tell which engine it was.
	probing = iota
	// realWord looks for the words that a known word may be misread from.
	realWord
	// realCompound does the same for a compound.
	realCompound
	// joining looks for the words that two strings with a blank between may be.
	joining
	// thorough looks as far as it may be worth it.
	thorough
)

// candidates returns the words that may be intended by observed, the likeliest
// first, observed itself never among them.
func (f *finder) candidates(observed string, profiles uint64, depth int) []candidate {
	if !searchable(observed) {
		return nil
	}
	key := request{observed, profiles, depth}
	f.mu.Lock()
	found, ok := f.found[key]
	f.mu.Unlock()
	if ok {
		return found
	}
	found = f.search(f.index(profiles), observed, depth)
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.found) >= cacheSize {
		clear(f.found)
	}
	key.word = strings.Clone(observed)
	f.found[key] = found
	return found
}

// index returns the index of the rules of the given profiles.
func (f *finder) index(profiles uint64) *index {
	f.mu.Lock()
	defer f.mu.Unlock()
	x := f.indexes[profiles]
	if x == nil {
		x = newIndex(f.channel, members(profiles))
		f.indexes[profiles] = x
	}
	return x
}

func members(set uint64) []int {
	var out []int
	for k := range 64 {
		if set>>k&1 == 1 {
			out = append(out, k)
		}
	}
	return out
}

// search widens its bounds until what lies beyond them cannot be better than
// what was found.
func (f *finder) search(x *index, observed string, depth int) []candidate {
	s := newSearch(f.dict, x, observed)
	switch depth {
	case probing:
		s.run(bounds{cost: 7, each: 7, rules: 1}, false)
		return s.best()
	case thorough:
		if isAllCapitals(observed) && len(s.observed) <= shortCapitals {
			s.run(bounds{cost: 5, each: 5, rules: 1}, false)
			return s.best()
		}
	case joining:
		s.run(bounds{cost: 7, each: 7, rules: 1}, true)
		return s.best()
	case realWord, realCompound:
		s.run(bounds{cost: realWordCost, each: realWordCost, rules: 1}, depth == realCompound)
		s.run(bounds{cost: twiceMisread, each: twiceMisread, rules: 2}, depth == realCompound)
		return s.best()
	}
	for _, b := range deepening {
		s.run(b, b.rules == 2)
		if found := s.best(); len(found) > 0 && found[0].total() > -b.cost-bestPrior {
			return found
		}
	}
	if len(s.observed) >= shortestEdited {
		s.edits()
	}
	return s.best()
}

// deepening are the bounds of a thorough search, one after the other.
var deepening = []bounds{
	{cost: 9, each: 9, rules: 1},
	{cost: 11, each: 8, rules: 2},
	{cost: 14, each: 8, rules: 3},
}

const (
	// realWordCost is the most that the channel may cost between two words.
	realWordCost = 7
	// twiceMisread is the same through two confusions.
	twiceMisread = 5
	// shortestEdited is the length from which plain edits are tried.
	shortestEdited = 5
	// bestPrior is -ln P of the most frequent words.
	bestPrior = 7
	// shortCapitals is the length to which a word in capitals may be an
	// abbreviation: one confusion tells all that can be told.
	shortCapitals = 5
)

// searchable tells whether a word may be misread at all: abbreviations, numbers
// and single letters have too little to go by.
func searchable(word string) bool {
	letters, upper, digits := 0, 0, 0
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			upper++
			letters++
		case unicode.IsLetter(r):
			letters++
		case unicode.IsDigit(r):
			digits++
		}
	}
	n := utf8.RuneCountInString(word)
	return letters >= 2 && letters > digits && n <= longestWord && !(upper == letters && n < shortestCapitals)
}

const (
	longestWord      = 45
	shortestCapitals = 3
)

// classify looks observed up as it stands.
func (f *finder) classify(observed string) *entry {
	plain := string(foldLongS(observed))
	if w, ok := f.dict.Lookup(plain); ok {
		return &entry{known: true, word: lmWord{id: w.ID, uni: w.Unigram}, doubtful: isDoubtful(w)}
	}
	first, _ := utf8.DecodeRuneInString(plain)
	if unicode.IsUpper(first) {
		for _, other := range []string{lowerInitial(plain), titleCase(plain), strings.ToLower(plain)} {
			if w, ok := f.dict.Lookup(other); ok && (other == lowerInitial(plain) || isAllCapitals(plain)) {
				return &entry{known: true, recased: true, word: lmWord{id: w.ID, uni: w.Unigram}}
			}
		}
	}
	if lnp := f.dict.CompoundLogProb(plain); lnp > -100 {
		return &entry{known: true, compound: true, word: f.class(plain, lnp+compoundPrior)}
	}
	return &entry{word: f.class(plain, f.dict.Letters().LogProb(plain))}
}

// doubtfulWord is ln P of words that are doubtful if no dictionary has them.
const doubtfulWord = -12

func isDoubtful(w dictionary.Word) bool {
	return w.Unigram.LogProb < doubtfulWord && w.Flags&(dictionary.Lexical|dictionary.Name) == 0
}

// class is the model's view of a word that it knows only by its class.
func (f *finder) class(word string, spelling float32) lmWord {
	id, name := ngram.Unknown, "<unk>"
	if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
		id, name = ngram.UnknownUpper, "<Unk>"
	}
	w, _ := f.dict.Lookup(name)
	return lmWord{id: id, uni: w.Unigram, spelling: spelling}
}

// number is the model's view of a number.
func (f *finder) number() lmWord {
	w, _ := f.dict.Lookup("<num>")
	return lmWord{id: w.ID, uni: w.Unigram}
}

// of is the model's view of a candidate.
func (f *finder) of(c *candidate) lmWord {
	if c.compound {
		return f.class(c.text, c.prior)
	}
	return lmWord{id: c.word.ID, uni: c.word.Unigram}
}

func lowerInitial(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToLower(first)) + word[size:]
}

func titleCase(word string) string {
	_, size := utf8.DecodeRuneInString(word)
	return word[:size] + strings.ToLower(word[size:])
}

func isAllCapitals(word string) bool {
	return len(word) > 1 && strings.ToUpper(word) == word
}
