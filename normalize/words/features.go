package words

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"klartext/dictionary"
)

// The features of a proposal, in the order of FeatureNames.
const (
	// Of the decoder.
	featureMargin = iota
	featureRival
	featurePosterior
	featureOptions
	featureContext
	featureSidesMargin
	featureSidesRival
	featureSidesFit
	// Of the document.
	featureNoise
	featureUnknownRate
	featureUnknownAround
	featureNeighbours
	featureEra
	// Of the channel.
	featureChannel
	featureEdited
	featureConfusions
	featureSystematic
	featureDearest
	featureKept
	// Of the kind of change.
	featureKnown
	featureVariant
	featureUmlaut
	featureCase
	featureGrowth
	featureJoin
	featureSplit
	featureSign
	featureSection
	featureGuessed
	featureGain
	// Of the word as it stands.
	featureOwnPrior
	featureOwnFrequency
	featureOwnExpected
	featureOwnSources // four features
	_
	_
	_
	featureSpelling
	featureRepeated
	featureLength
	featureShort
	featureSigns
	featureDigits
	featureName
	featureInitial
	featureHyphen
	featureStop
	// Of the word proposed.
	featurePrior
	featureFrequency
	featureExpected
	featureAttested
	featureSources // four features
	_
	_
	_
	featureCompound
	featureWeak
	// NumFeatures is the number of features.
	NumFeatures
)

// FeatureNames names the features in their order.
var FeatureNames = [NumFeatures]string{
	"margin over the word as it stands", "margin over the next candidate", "posterior", "readings", "context",
	"both sides over the word as it stands", "both sides over the next candidate", "both sides",
	"noise of the document", "unknown words in the document", "unknown words around", "known neighbours", "era",
	"channel", "plain edits", "number of confusions", "confusions seen elsewhere", "dearest confusion",
	"intended letters read right elsewhere",
	"known word", "variant spelling", "umlaut regained", "case alone", "letters gained", "joined", "split",
	"sign for a blank", "section sign", "guessed", "gain of the guess",
	"prior as it stands", "frequency as it stands", "as it stands expected elsewhere",
	"lexical as it stands", "modern as it stands", "historic as it stands", "name as it stands",
	"spelling of the unknown", "repeated unknown", "length", "short", "signs inside", "digits", "may be a name",
	"capitals and sentence", "beside a hyphen", "before a full stop",
	"prior", "frequency", "expected elsewhere", "in the document", "lexical", "modern", "historic", "name",
	"compound", "weak word",
}

// change is a reading that is proposed for a slot, with the next likely one.
type change struct {
	slots []slot
	at    int
	slot  *slot
	word  string // as it stands
	known bool   // it is a word, or a sign
	*option
	from  *candidate
	rival float64 // posterior of the next candidate
}

func (d *document) change(slots []slot, at, best int, rival float64) *change {
	s := &slots[at]
	c := &change{
		slots: slots, at: at, slot: s, word: d.text[s.start:s.end], known: s.entry == nil || s.entry.known,
		option: &s.options[best], from: s.options[best].from, rival: rival,
	}
	if c.from == nil {
		c.from = &candidate{}
	}
	return c
}

// features gathers the evidence for a change.
func (d *document) features(c *change, p *profile) (x Features) {
	d.contextFeatures(&x, c, p)
	d.sidesFeatures(&x, c)
	p.channelFeatures(&x, c)
	c.kindFeatures(&x)
	d.ownFeatures(&x, c)
	d.wordFeatures(&x, c)
	return x
}

func (d *document) contextFeatures(x *Features, c *change, p *profile) {
	own := &c.slot.options[0]
	x[featureMargin] = logRatio(c.posterior, own.posterior, 25)
	x[featureRival] = logRatio(c.posterior, c.rival, 12)
	x[featurePosterior] = logRatio(c.posterior, 1-c.posterior, 20)
	for k := range c.slot.options {
		x[featureOptions] += indicator(c.slot.options[k].posterior > rivalShare*c.posterior)
	}
	// What the words around say, beyond what each of the two words is likely by itself.
	x[featureContext] = d.context(c.slots, c.at, c.option) - d.context(c.slots, c.at, own) -
		modelScale*float64(c.words[0].lnProb()-c.slot.word.lnProb())
	x[featureNoise], x[featureUnknownRate] = math.Log(p.level), d.unknown
	x[featureUnknownAround], x[featureEra] = unknownAround(c.slots, c.at), float64(d.era)
	for _, i := range []int{c.at - 2, c.at - 1, c.at + c.span, c.at + c.span + 1} {
		if i >= 0 && i < len(c.slots) {
			x[featureNeighbours] += indicator(c.slots[i].opaque || c.slots[i].entry.known)
		}
	}
}

// rivalShare is the part of the best posterior from which a reading is counted.
const rivalShare = 0.05

func (p *profile) channelFeatures(x *Features, c *change) {
	x[featureChannel] = float64(c.score)
	x[featureEdited], x[featureConfusions] = float64(c.from.edits), float64(len(c.from.rules))
	x[featureSystematic] = p.seen(c.from)
	for _, id := range c.from.rules {
		x[featureDearest] = max(x[featureDearest], float64(p.cost[id]))
		for _, code := range p.channel.rules[id].intended {
			x[featureKept] = min(x[featureKept], float64(p.keep[code]))
		}
	}
}

func (c *change) kindFeatures(x *Features) {
	x[featureKnown] = indicator(c.slot.entry != nil && c.known && c.n == 1 && c.span == 1 && !c.slot.entry.compound)
	x[featureVariant] = indicator(isVariant(c.word, c.text))
	x[featureUmlaut] = indicator(countUmlauts(c.text) > countUmlauts(c.word))
	x[featureCase] = indicator(strings.EqualFold(c.word, c.text))
	x[featureGrowth] = float64(utf8.RuneCountInString(c.text) - utf8.RuneCountInString(c.word))
	x[featureJoin], x[featureSplit], x[featureSign] = indicator(c.span > 1), indicator(c.n == 2), indicator(c.n == 0)
	x[featureSection] = indicator(c.slot.entry == nil && c.n == 1)
	if x[featureGuessed] = indicator(c.from.guessed); c.from.guessed {
		x[featureGain] = float64(c.score - c.slot.options[0].score)
	}
}

func (d *document) ownFeatures(x *Features, c *change) {
	s := c.slot
	x[featureOwnPrior] = max(-40, float64(s.word.lnProb()))
	x[featureOwnFrequency], x[featureOwnExpected] = float64(s.word.uni.LogProb), d.elsewhere(s, c.word)
	if w, ok := d.finder.dict.Lookup(c.word); ok {
		x.sources(featureOwnSources, w.Flags)
	}
	length := utf8.RuneCountInString(c.word)
	if !c.known {
		x[featureSpelling] = float64(s.entry.word.spelling) / float64(length+1)
		x[featureRepeated] = float64(max(1, d.count(c.word)))
	}
	x[featureLength], x[featureShort] = float64(min(15, length)), indicator(length <= 3)
	x[featureSigns] = indicator(hasOddSigns(c.word))
	x[featureDigits] = indicator(strings.ContainsAny(c.word, "0123456789"))
	x[featureName] = indicator(startsUpper(c.word) && !s.initial && !c.known)
	x[featureInitial] = indicator(s.initial) + 2*indicator(startsUpper(c.word)) + 4*indicator(startsUpper(c.text))
	before, _ := utf8.DecodeLastRuneInString(d.text[:s.start])
	after, _ := utf8.DecodeRuneInString(d.text[c.slots[c.at+c.span-1].end:])
	x[featureHyphen] = indicator(before == '-') + 2*indicator(after == '-')
	x[featureStop] = indicator(after == '.')
}

func (d *document) wordFeatures(x *Features, c *change) {
	x[featurePrior] = max(-40, float64(c.words[0].lnProb()))
	x[featureFrequency], x[featureExpected] = float64(c.words[0].uni.LogProb), d.elsewhere(c.slot, c.text)
	x[featureAttested] = float64(max(float32(d.count(c.text)), c.places))
	x.sources(featureSources, c.from.word.Flags)
	x[featureCompound], x[featureWeak] = indicator(c.from.compound), indicator(c.from.word.Flags&dictionary.Weak != 0)
}

// sources sets four features from first on.
func (x *Features) sources(first int, flags dictionary.Flags) {
	for i, f := range []dictionary.Flags{dictionary.Lexical, dictionary.Modern, dictionary.Historic, dictionary.Name} {
		x[first+i] = indicator(flags&f != 0)
	}
}

// aroundSize is how many slots on each side are looked at.
const aroundSize = 4

// unknownAround is the share of unknown words around a slot: where it is high,
// words are not what they seem.
func unknownAround(slots []slot, at int) float64 {
	unknown, all := 0.0, 1.0
	for i := max(0, at-aroundSize); i < min(len(slots), at+aroundSize+1); i++ {
		if s := &slots[i]; i != at && !s.opaque {
			all++
			if !s.entry.known {
				unknown++
			}
		}
	}
	return unknown / all
}

func countUmlauts(s string) (n int) {
	for _, r := range s {
		switch r {
		case 'ä', 'ö', 'ü', 'ß', 'Ä', 'Ö', 'Ü':
			n++
		}
	}
	return n
}

func logRatio(a, b, most float64) float64 {
	return min(most, max(-most, math.Log(max(a, 1e-300)/max(b, 1e-300))))
}

func indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// hasOddSigns tells of digits, signs or capitals inside a word, which no right
// word has.
func hasOddSigns(word string) bool {
	lower := false
	for _, r := range word {
		if !unicode.IsLetter(r) || lower && unicode.IsUpper(r) {
			return true
		}
		lower = unicode.IsLower(r)
	}
	return false
}
