package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"klartext/dictionary/confusion"
)

// spacing is what the profiles know of blanks: how often one is lost, read as a
// sign, or put where none is.
type spacing struct {
	// lost is P(observed | blank) by profile, by what is observed ("" for
	// nothing); gained is P(a blank before a letter).
	lost   map[string][]float32
	gained []float32
	// section is P(observed | §) by profile, by the character observed.
	section map[string][]float32
}

// leastSpacing is the probability that any profile gives to any of these.
const leastSpacing = 3e-5

// newSpacing reads the rules with blanks out of the tables.
func newSpacing(engines []*confusion.Table) *spacing {
	s := &spacing{lost: make(map[string][]float32), gained: make([]float32, len(engines)), section: make(map[string][]float32)}
	for _, sign := range []string{"", ".", ":", "-", ",", "'", "’"} {
		s.lost[sign] = make([]float32, len(engines))
		for k := range engines {
			s.lost[sign][k] = leastSpacing
		}
	}
	for k, t := range engines {
		s.gained[k] = leastSpacing
		for _, r := range t.Rules {
			if p, ok := s.lost[r.Observed]; ok && r.Intended == " " {
				p[k] = max(p[k], float32(r.Prob))
			}
			if r.Intended == "§" && utf8.RuneCountInString(r.Observed) == 1 {
				if s.section[r.Observed] == nil {
					s.section[r.Observed] = make([]float32, len(engines))
				}
				s.section[r.Observed][k] = float32(r.Prob)
			}
			if r.Intended == "" && r.Observed == " " {
				s.gained[k] = max(s.gained[k], float32(r.Prob))
			}
		}
	}
	return s
}

// expected is ln of the mean of by in the document's mixture of profiles.
func (p *profile) expected(by []float32) float32 {
	sum := 1e-9
	for k, share := range p.share {
		sum += share * p.noise[k] * float64(by[k])
	}
	return ln(float32(sum))
}

// offerSpacing adds the readings of slot i in which blanks were lost or gained.
func (d *document) offerSpacing(slots []slot, i int, p *profile) {
	s := &slots[i]
	switch {
	case s.opaque && s.entry == nil:
		d.offerBlank(slots, i, p)
		d.offerSection(slots, i, p)
	case s.entry.known:
	case s.opaque:
		d.offerApostrophe(s, p)
	default:
		d.offerSplits(s, p)
	}
	d.offerJoins(slots, i, p)
}

// offerBlank reads a sign between two words as a blank. As it stands, the sign
// has lost the blank behind it, or is a hyphen where no word has one: that must
// be explained, too.
func (d *document) offerBlank(slots []slot, i int, p *profile) {
	if i == 0 || i+1 >= len(slots) {
		return
	}
	s, left, right := &slots[i], &slots[i-1], &slots[i+1]
	spacing := d.finder.channel.spacing
	by, ok := spacing.lost[d.text[s.start:s.end]]
	if !ok || left.entry == nil || right.entry == nil || left.end != s.start || right.start != s.end ||
		!left.entry.known && !right.entry.known || left.end-left.start < 2 || right.end-right.start < 2 {
		return
	}
	if d.text[s.start] != '-' {
		d.offerOwn(s, p)
		s.options[0].score += max(p.expected(spacing.lost[""]), noBlankScore)
	} else if d.isMisplacedHyphen(left, right) {
		d.offerOwn(s, p)
		s.options[0].score += oddHyphenScore
	} else {
		return
	}
	d.offerToo(s, p, option{text: " ", n: 0, span: 1, score: p.expected(by)})
}

// offerSection reads a single sign or digit before a number as a section sign.
func (d *document) offerSection(slots []slot, i int, p *profile) {
	s := &slots[i]
	by, ok := d.finder.channel.spacing.section[d.text[s.start:s.end]]
	if !ok || i+1 >= len(slots) || d.text[s.end:slots[i+1].start] != " " || !isNumeric(d.text[slots[i+1].start:slots[i+1].end]) {
		return
	}
	if w, ok := d.finder.find("§"); ok {
		sign := lmWord{id: w.ID, uni: w.Unigram}
		d.offerToo(s, p, option{text: "§", words: [2]lmWord{sign}, n: 1, span: 1, score: p.expected(by)})
	}
}

const (
	// noBlankScore is ln P of a sign without a blank behind it that was printed so.
	noBlankScore = -6
	// oddHyphenScore is ln P of a hyphen beside a function word.
	oddHyphenScore = -4
)

// isMisplacedHyphen tells whether a hyphen may stand for a blank: in a pair of
// which one is a function word, or of a capital and a small letter, as hardly a
// compound has them; and not in a word of more than two parts (to-do-Liste).
func (d *document) isMisplacedHyphen(left, right *slot) bool {
	before, _ := utf8.DecodeLastRuneInString(d.text[:left.start])
	after, _ := utf8.DecodeRuneInString(d.text[right.end:])
	first, _ := utf8.DecodeRuneInString(d.text[right.start:])
	odd := startsUpper(d.text[left.start:]) && unicode.IsLower(first)
	return before != '-' && after != '-' && (odd || isFunctionWord(left.entry) || isFunctionWord(right.entry))
}

func isFunctionWord(e *entry) bool {
	return e.known && !e.compound && e.word.uni.LogProb > functionWord
}

// functionWord is ln P of the least frequent of them.
const functionWord = -6.3

// shortestHalf is the least length, in characters, of a word split off.
const shortestHalf = 2

// halves are a string read as two words with a lost blank.
type halves struct {
	at    int // where the second begins
	words [2]lmWord
}

// splits finds all ways to read an unknown word as two words.
func (f *finder) splits(word string) (found []halves) {
	if len(word) > 2*longestWord {
		return nil
	}
	n := 0
	for at := range word {
		if n++; n <= shortestHalf || utf8.RuneCountInString(word[at:]) < shortestHalf {
			continue
		}
		left, ok := f.plain(word[:at])
		if !ok {
			continue
		}
		if right, ok := f.plain(word[at:]); ok {
			found = append(found, halves{at, [2]lmWord{left, right}})
		}
	}
	return found
}

// offerSplits reads an unknown word as two words with a lost blank.
func (d *document) offerSplits(s *slot, p *profile) {
	if len(s.entry.splits) == 0 {
		return
	}
	word := d.text[s.start:s.end]
	lost := p.expected(d.finder.channel.spacing.lost[""]) + p.keepCodes(s.entry.letters.codes)
	for _, x := range s.entry.splits {
		d.offerToo(s, p, option{text: word[:x.at] + " " + word[x.at:], words: x.words, n: 2, span: 1, score: lost})
	}
}

// offerApostrophe reads an apostrophe between two words as a blank.
func (d *document) offerApostrophe(s *slot, p *profile) {
	word := d.text[s.start:s.end]
	at := strings.IndexFunc(word, isApostrophe)
	if at < shortestApart {
		return
	}
	_, size := utf8.DecodeRuneInString(word[at:])
	left, right := word[:at], word[at+size:]
	x, ok := d.finder.plain(left)
	y, ok2 := d.finder.plain(right)
	if !ok || !ok2 || len(right) < shortestApart {
		return
	}
	d.offerToo(s, p, option{
		text: left + " " + right, words: [2]lmWord{x, y}, n: 2, span: 1,
		score: p.expected(d.finder.channel.spacing.lost["'"]) + p.keepScore(left) + p.keepScore(right),
	})
}

// shortestApart is the least length of the words on both sides of an apostrophe:
// shorter ones belong to the other (geht's, d'Arc).
const shortestApart = 3

// plain looks up a word that stands in the dictionary as it is.
func (f *finder) plain(word string) (lmWord, bool) {
	w, ok := f.find(word)
	if !ok || w.Unigram.LogProb < rareWord {
		return lmWord{}, false
	}
	return lmWord{id: w.ID, uni: w.Unigram}, true
}

// rareWord is ln P of words too rare to be taken for half of a string.
const rareWord = -13.5

// offerJoins reads slot i and the next word as one word with a gained blank, or
// with a stray sign and a blank.
func (d *document) offerJoins(slots []slot, i int, p *profile) {
	s := &slots[i]
	if s.opaque || i+1 >= len(slots) {
		return
	}
	span := 2
	next := &slots[i+1]
	if next.entry == nil && isStray(d.text[next.start:next.end]) && i+2 < len(slots) {
		next, span = &slots[i+2], 3
	}
	if next.opaque || next.entry == nil || isCommon(next.entry) || s.here.spared || next.here.spared {
		return
	}
	left, right := d.text[s.start:s.end], d.text[next.start:next.end]
	between := d.text[s.end:next.start]
	if between == "-" {
		d.offerUndivided(s, next, p)
		return
	}
	divided := between == "- " // at the end of a line that another was joined to
	if !divided && (isCommon(s.entry) || s.entry.known && next.entry.known) || !isGained(between, span) || !joinable(left, right) {
		return
	}
	score := p.expected(d.finder.channel.spacing.gained)
	if span == 3 {
		score += strayScore
	}
	if divided {
		if s.entry.known && next.entry.known && !d.lookup(left+right).entry.known {
			return
		}
		score = max(score, dividedScore)
	}
	d.offerJoined(s, left+right, span, score, p)
}

// offerUndivided reads two parts with a hyphen between them as one word, where the
// second is none by itself and begins with what may be a small letter misread
// (Geld-Gberweisung): the hyphen stood at the end of a line then.
func (d *document) offerUndivided(s, next *slot, p *profile) {
	left, right := d.text[s.start:s.end], d.text[next.start:next.end]
	last, _ := utf8.DecodeLastRuneInString(left)
	if next.entry.known || !startsUpper(right) || !unicode.IsLower(last) || !joinable(left, lowerInitial(right)) {
		return
	}
	d.offerJoined(s, left+right, 3, dividedScore, p)
}

// isCommon tells of words too frequent to be a part of another by chance.
func isCommon(e *entry) bool { return e.known && !e.compound && e.word.uni.LogProb > commonWord }

// commonWord is ln P of the least frequent of them.
const commonWord = -9

// dividedScore is ln P of a hyphen and a blank in a word that was divided at the
// end of a line.
const dividedScore = -6

// strayScore is ln P of a stray sign beside a gained blank.
const strayScore = -3

func isStray(sign string) bool { return sign == "." || sign == ":" || sign == "-" || sign == "," }

// isGained tells whether what stands between two slots may be noise inside a
// word.
func isGained(between string, span int) bool {
	blank := strings.TrimLeft(between, ".:-,")
	return (blank == " " || blank == "  ") && len(between)-len(blank) == span-2
}

// joinable tells whether two strings may be one word: the second goes on in
// lower case.
func joinable(left, right string) bool {
	r, _ := utf8.DecodeRuneInString(right)
	n := utf8.RuneCountInString(left) + utf8.RuneCountInString(right)
	return unicode.IsLower(r) && n >= 5 && n <= longestWord
}

// offerJoined adds the joined string as it is, if that is a word, and the words
// it may be misread from.
func (d *document) offerJoined(s *slot, word string, span int, score float32, p *profile) {
	e := d.lookup(word).entry
	if e.known {
		d.offerToo(s, p, option{
			text: word, words: [2]lmWord{e.word}, n: 1, span: span, score: score + p.keepScore(word),
		})
		return
	}
	candidates := d.finder.candidates(word, d.searched, joining)
	for i := range candidates[:min(len(candidates), maxJoined)] {
		c := &candidates[i]
		d.offerToo(s, p, option{
			text: c.text, words: [2]lmWord{d.of(c)}, n: 1, span: span, score: score + p.channelScore(c), from: c,
		})
	}
}

// maxJoined is the most readings of a joined string.
const maxJoined = 3
