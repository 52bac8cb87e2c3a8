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
// the word alone, not on the document, so results are kept for the next time.
type finder struct {
	dict    *dictionary.Dictionary
	channel *channel
	mu      sync.Mutex
	cache   map[string]*entry
}

// cacheSize bounds the cache; a full cache is emptied.
const cacheSize = 1 << 17

// entry is what is known of an observed word.
type entry struct {
	// known tells that the word is right German as it stands, by itself, as a
	// compound, or with another case.
	known    bool
	word     lmWord
	compound bool
	recased  bool
	// candidates are what may be intended instead.
	candidates []candidate
}

// lmWord is a word as the language model sees it.
type lmWord struct {
	id  ngram.Word
	uni ngram.Unigram
	// spelling is ln P of the letters, given the class, for words that the
	// model knows only by their class.
	spelling float32
}

// lookup returns what is known of the observed word.
func (f *finder) lookup(observed string) *entry {
	f.mu.Lock()
	e, ok := f.cache[observed]
	f.mu.Unlock()
	if ok {
		return e
	}
	e = f.find(observed)
	f.mu.Lock()
	if len(f.cache) >= cacheSize {
		clear(f.cache)
	}
	f.cache[strings.Clone(observed)] = e
	f.mu.Unlock()
	return e
}

func (f *finder) find(observed string) *entry {
	e := f.classify(observed)
	if !searchable(observed) {
		return e
	}
	if e.known && !e.compound {
		e.candidates = f.candidates(observed, bounds{cost: realWordCost, rules: 2}, false)
		return e
	}
	for _, b := range deepening {
		if b.edits > 0 && utf8.RuneCountInString(observed) < shortestEdited {
			b.edits = 0
		}
		e.candidates = f.candidates(observed, b, true)
		if len(e.candidates) > 0 && e.candidates[0].prior-e.candidates[0].cost > -b.cost-bestPrior {
			break
		}
	}
	return e
}

// deepening widens the search until what it would find beyond cannot be better.
var deepening = []bounds{{cost: 7, rules: 2}, {cost: 12, rules: 3}, {cost: 17, rules: 3, edits: 1}}

const (
	// realWordCost is the most that the channel may cost between two words.
	realWordCost = 6.5
	// bestPrior is -ln P of the most frequent words.
	bestPrior = 4
	// shortestEdited is the length from which plain edits are tried.
	shortestEdited = 5
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
	return letters >= 2 && letters > digits && n <= longestWord && !(upper == letters && n <= shortCapitals)
}

const (
	longestWord   = 45
	shortCapitals = 5
)

// classify looks observed up as it stands.
func (f *finder) classify(observed string) *entry {
	plain := string(foldLongS(observed))
	if w, ok := f.dict.Lookup(plain); ok {
		return &entry{known: true, word: lmWord{id: w.ID, uni: w.Unigram}}
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
