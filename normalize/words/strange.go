package words

import (
	"unicode/utf8"

	"klartext/normalize/edit"
)

// RuleUnknown is the rule of strange words.
const RuleUnknown = "words/unknown"

// Survey is what a text shows of its errors beside those that can be mended.
type Survey struct {
	// Words is the number of words in the text that may be changed, Unknown that of
	// those among them in no dictionary.
	Words, Unknown int
	// Noise is the level of errors; 1 is that of pages of which much was misread.
	Noise float64
	// Strange are the words that look misread whatever they may have been.
	Strange []edit.Edit
}

// Survey looks at text without changing it.
func (f *Fixer) Survey(text string) Survey {
	d := f.read(text)
	defer f.finder.release(d)
	if len(d.paragraphs) == 0 {
		return Survey{}
	}
	p := d.resolve()
	shown := d.explainProfile(p)
	return Survey{Words: shown.Words, Unknown: shown.Unknown, Noise: p.level, Strange: d.strange(p.level)}
}

// strange returns the words that are in no dictionary and look misread, as edits with
// an empty After, since they say nothing of what was printed. Their confidence is the
// probability that they are wrong.
func (d *document) strange(noise float64) (strange []edit.Edit) {
	for _, s := range d.unknownSlots {
		word := d.text[s.start:s.end]
		if confidence := d.strangeness(s, noise); confidence > 0 {
			strange = append(strange, edit.Edit{Start: s.start, End: s.end, Before: word, Rule: RuleUnknown, Confidence: confidence})
		}
	}
	return strange
}

// What makes a word strange was counted on the development pages: names begin with a
// capital, and terms recur.
const (
	// strangeNoise is the noise from which a text has so many errors that an unknown
	// word is likely one.
	strangeNoise = 0.1
	// Words whose letters have these mean ln P are wrong with the probability beside.
	oddLetters, oddWrong         = -3.2, 0.85
	unusualLetters, unusualWrong = -2.8, 0.6
	// calmWrong is the same for all of them in a text with little noise.
	calmWrong = 0.05
)

// strangeness is the probability that an unexplained word is wrong; 0 if it is not
// likelier so than right.
func (d *document) strangeness(s *slot, noise float64) float64 {
	word := d.text[s.start:s.end]
	if startsUpper(word) || s.count() > 1 || utf8.RuneCountInString(word) < 2 {
		return 0
	}
	mean := d.finder.dict.Letters().LogProb(word) / float32(utf8.RuneCountInString(word)+1)
	switch {
	case mean >= unusualLetters:
		return 0
	case noise < strangeNoise:
		return calmWrong
	case mean < oddLetters:
		return oddWrong
	}
	return unusualWrong
}
