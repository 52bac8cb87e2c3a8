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
	domain  *ngram.Domain // nil if there is none
	channel *channel
	// anyNumber is the model's view of a number, opaque that of what it has no word for.
	anyNumber, opaque lmWord

	mu      sync.Mutex
	entries map[string]*entry
	indexes map[uint64]*index // by the set of profiles
	found   map[request][]candidate
	looks   map[string]look // of guesses

	// ngrams are caches of the language model, kept from one document to the next.
	ngrams sync.Pool
	// memories are those of documents, to be used again.
	memories sync.Pool
	// searches are searches to be used again.
	searches sync.Pool
}

// request is what a search depends on.
type request struct {
	word string
	scope
	depth int
}

// scope is what a document has to do with a search in it.
type scope struct {
	profiles uint64 // a bit for each profile
	// calm is how few errors the document has, from 0 to calmest: the fewer, the
	// less likely are dear ways.
	calm int
}

// calmest is the largest calm.
const calmest = 2

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
	// owned words are the user's: they stay.
	owned bool
	// doubtful words are known, but so rare that they are more likely misread
	// where any other word is near.
	doubtful bool
	// eras are those in which the word is spelled so, and modernity tells how much
	// likelier, in nats, it is in modern texts than in historic ones.
	eras      dictionary.Eras
	modernity float32
	letters   letters
	// splits are the ways to read an unknown word as two.
	splits []halves
}

// lmWord is a word as the language model sees it.
type lmWord struct {
	id  ngram.Word
	uni ngram.Unigram
	// spelling is ln P of the letters, given the class, for words that the
	// model knows only by their class.
	spelling float32
}

// lnProb is ln P of the word without context.
func (w *lmWord) lnProb() float32 { return w.uni.LogProb + w.spelling }

func newFinder(dict *dictionary.Dictionary, c *channel) *finder {
	f := &finder{
		dict: dict, channel: c,
		entries: make(map[string]*entry), indexes: make(map[uint64]*index), found: make(map[request][]candidate),
		looks:    make(map[string]look),
		ngrams:   sync.Pool{New: func() any { return new(ngramCache) }},
		memories: sync.Pool{New: func() any { return newMemory() }},
		searches: sync.Pool{New: func() any { return &search{dict: dict} }},
	}
	f.anyNumber, f.opaque = f.number(), f.class("x", 0)
	return f
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
	e.letters = f.channel.sequences.lettersOf(observed)
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.entries) >= cacheSize {
		clear(f.entries)
	}
	f.entries[strings.Clone(observed)] = e
	return e
}

// look is what a string is like: a word, or letters that are more or less like one.
type look struct {
	isWord   bool
	spelling float32
}

// look tells what a string is like. The same guesses are made again each time that a
// document is read, so this is kept.
func (f *finder) look(text string) look {
	f.mu.Lock()
	l, ok := f.looks[text]
	f.mu.Unlock()
	if ok {
		return l
	}
	if l.isWord = f.isWord(text); !l.isWord {
		l.spelling = f.dict.Letters().LogProb(text)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.looks) >= cacheSize {
		clear(f.looks)
	}
	f.looks[text] = l
	return l
}

// isWord tells whether word is one, as it stands or with a small first letter, or
// a compound.
func (f *finder) isWord(word string) bool {
	if _, ok := f.dict.Lookup(word); ok {
		return true
	}
	if small := lowerInitial(word); small != word {
		if _, ok := f.dict.Lookup(small); ok {
			return true
		}
	}
	return f.dict.Compound(word)
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
func (f *finder) candidates(observed string, searched scope, depth int) []candidate {
	if !searchable(observed) {
		return nil
	}
	key := request{observed, searched, depth}
	f.mu.Lock()
	found, ok := f.found[key]
	f.mu.Unlock()
	if ok {
		return found
	}
	found = f.search(f.index(searched.profiles), observed, searched.calm, depth)
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
func (f *finder) search(x *index, observed string, calm, depth int) []candidate {
	s := f.searches.Get().(*search)
	defer f.searches.Put(s)
	s.domain = f.domain
	s.begin(x, observed)
	switch depth {
	case probing:
		s.run(bounds{cost: 7, each: 7, rules: 1}, false)
	case joining:
		s.run(bounds{cost: 7, each: 7, rules: 1}, true)
	case realWord, realCompound:
		once, twice := realWordCost[calm], twiceMisread[calm]
		s.run(bounds{cost: once, each: once, rules: 1}, depth == realCompound)
		if twice > 0 {
			s.run(bounds{cost: twice, each: twice, rules: 2}, depth == realCompound)
		}
	case thorough:
		if isAllCapitals(observed) && len(s.observed) <= shortCapitals {
			s.run(bounds{cost: 5, each: 5, rules: 1}, false)
		} else {
			s.deepen(calm, f.spelling(observed), f.lookup(observed).known)
		}
	}
	return s.found.best()
}

// spelling is ln P of the letters of an observed word.
func (f *finder) spelling(observed string) float32 {
	if e := f.lookup(observed); !e.known {
		return e.word.spelling
	}
	return f.dict.Letters().LogProb(string(foldLongS(observed)))
}

// deepen is the thorough search for a word whose letters have that ln P. Known words
// are left out by the beam: what is that far away would not replace them.
func (s *search) deepen(calm int, spelling float32, known bool) {
	for _, b := range deepening {
		s.run(b, b.rules == 2)
		if total, ok := s.found.highest(); ok && total > -b.cost-bestPrior {
			return
		}
	}
	if len(s.observed) < shortestDamaged || s.isLikely() {
		return
	}
	if s.edits(); known || s.isLikely() {
		return
	}
	limit := -bestPrior - unknownPrior - spelling - burstLimit
	if total, ok := s.found.highest(); ok {
		limit = min(limit, -bestPrior-total+damagedSlack)
	}
	s.damaged(min(limit-calmDamage*float32(calm), mostDamage[calm], leastDamage+damageALetter*float32(len(s.observed))))
}

// isLikely tells whether what was found is so good that a beam search would hardly
// find better: a likely word, or few errors in a long one.
func (s *search) isLikely() bool {
	for i := range s.found.words {
		c := &s.found.words[i]
		if c.total() > likelyTotal {
			return true
		}
		if c.compound {
			if c.cost < likelyCost && c.total() > likelyCompound {
				return true
			}
		} else if c.cost < likelyCost || len(s.observed) >= longObserved && c.cost < likelyLong {
			return true
		}
	}
	return false
}

const (
	// likelyTotal is the rank, likelyCost the cost from which a word is likely;
	// likelyLong is the cost for words that are longObserved letters long.
	likelyTotal  = -21
	likelyCost   = 4
	likelyLong   = 7.1
	longObserved = 10
	// likelyCompound is the same for compounds, which strings may be made of by
	// chance.
	likelyCompound = -30
)

// deepening are the bounds of a thorough search, one after the other.
var deepening = []bounds{
	{cost: 9, each: 9, rules: 1},
	{cost: 11, each: 8, rules: 2},
}

// realWordCost is the most that the channel may cost between two words, by calm,
// twiceMisread the same through two confusions.
var (
	realWordCost = [calmest + 1]float32{7, 5.8, 4.5}
	twiceMisread = [calmest + 1]float32{5, 3.5, 0}
	mostDamage   = [calmest + 1]float32{26, 20, 13}
)

const (
	// shortestDamaged is the length from which damage is looked for that no
	// profile knows.
	shortestDamaged = 4
	// burstLimit bounds it, in nats.
	burstLimit   = 3
	damagedSlack = 2
	// A word keeps more than half of its letters, or it cannot be told.
	leastDamage   = 7
	damageALetter = 1.25
	calmDamage    = 1.5
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
	if w, ok := f.find(plain); ok {
		return &entry{known: true, word: lmWord{id: w.ID, uni: w.Unigram}, doubtful: isDoubtful(w), eras: w.Eras, modernity: w.Modernity, owned: w.Flags&dictionary.Owned != 0}
	}
	first, _ := utf8.DecodeRuneInString(plain)
	if unicode.IsUpper(first) {
		for _, other := range []string{lowerInitial(plain), titleCase(plain), strings.ToLower(plain)} {
			if w, ok := f.find(other); ok && (other == lowerInitial(plain) || isAllCapitals(plain)) {
				return &entry{known: true, recased: true, word: lmWord{id: w.ID, uni: w.Unigram}, eras: w.Eras, modernity: w.Modernity, owned: w.Flags&dictionary.Owned != 0}
			}
		}
	}
	if lnp := f.dict.CompoundLogProb(plain); lnp > -100 {
		return &entry{known: true, compound: true, word: f.class(plain, lnp+compoundPrior)}
	}
	return &entry{word: f.class(plain, f.dict.Letters().LogProb(plain)), splits: f.splits(observed)}
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
	w, _ := f.find(name)
	return lmWord{id: id, uni: w.Unigram, spelling: spelling}
}

// number is the model's view of a number.
func (f *finder) number() lmWord {
	w, _ := f.find("<num>")
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
