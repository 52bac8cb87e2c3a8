package words

import (
	"cmp"
	"slices"
	"strings"

	"klartext/dictionary/ngram"
)

// Explanation tells why the words of a passage are changed, or are not.
type Explanation struct {
	// Mode is the fixer's mode.
	Mode string `json:"mode"`
	// Document is what the whole text shows of how it was read.
	Document Profile `json:"document"`
	// Words are the words of the passage, in order.
	Words []ExplainedWord `json:"words"`
}

// Profile is what a text shows of the OCR engine that read it.
type Profile struct {
	// Engines are the known engines that the text resembles, the likeliest first.
	Engines []Engine `json:"engines"`
	// Noise is the level of errors; 1 is that of the pages that the engines'
	// confusions were learned from.
	Noise float64 `json:"noise"`
	// Words is the number of words in the text that may be changed, Unknown that of
	// those among them in no dictionary.
	Words   int `json:"words"`
	Unknown int `json:"unknown"`
	// Era is that of the text's spelling: "modern", "1901" or "historic"; empty if
	// all spellings count.
	Era string `json:"era,omitempty"`
}

// Engine is one of the known engines.
type Engine struct {
	Name string `json:"name"`
	// Share is the probability, 0 to 1, that it read the text, Noise the level of
	// errors if it did.
	Share float64 `json:"share"`
	Noise float64 `json:"noise"`
}

// Decision is what becomes of a word.
type Decision string

// The decisions.
const (
	Changed     Decision = "changed"
	Suggested   Decision = "suggested"
	Kept        Decision = "kept"
	Untouchable Decision = "untouchable"
)

// ExplainedWord is a word with all that is known of it.
type ExplainedWord struct {
	// Start and End are byte offsets in the text, Word what stands there.
	Start int    `json:"start"`
	End   int    `json:"end"`
	Word  string `json:"word"`
	// Entry is what the dictionary knows of it.
	Entry Entry `json:"entry"`
	// Occurrences is how often it stands in the text.
	Occurrences int `json:"occurrences"`
	// Readings are what may have been printed: first the word as it stands, then
	// the others, the likeliest first.
	Readings []Reading `json:"readings,omitempty"`
	// Proposal is the change considered; nil if there is none.
	Proposal *ExplainedProposal `json:"proposal,omitempty"`
	// Decision is what becomes of the word, Reason why.
	Decision Decision `json:"decision"`
	Reason   string   `json:"reason"`
}

// Reading is what may have been printed where a word was read.
type Reading struct {
	Text string `json:"text"`
	// Entry is what the dictionary knows of Text.
	Entry Entry `json:"entry"`
	// Words is the number of words of the text that it takes: two where a blank
	// was gained.
	Words int `json:"words"`
	// Confusions lead from Text to what was read; Edited tells of a letter changed,
	// lost or added beside them in a way that no engine is known for.
	Confusions []Confusion `json:"confusions,omitempty"`
	Edited     bool        `json:"edited,omitempty"`
	// Channel is ln P(what was read | Text) in this document, Context the weighted
	// ln P(Text and the two words behind it | the two words before).
	Channel float64 `json:"channel"`
	Context float64 `json:"context"`
	// Posterior is the probability, 0 to 1, of this reading given the text around,
	// before calibration.
	Posterior float64 `json:"posterior"`
}

// Confusion is a way of misreading.
type Confusion struct {
	Intended string `json:"intended"`
	Observed string `json:"observed"`
	// Cost is -ln P(Observed | Intended) in this document, Seen the expected number
	// of times that it occurs there.
	Cost float64 `json:"cost"`
	Seen float64 `json:"seen"`
}

// ExplainedProposal is a change and the evidence for it.
type ExplainedProposal struct {
	Before string `json:"before"`
	After  string `json:"after"`
	// Confidence is the estimated probability, 0 to 1, that the change is right,
	// Least the one from which the mode makes it.
	Confidence float64 `json:"confidence"`
	Least      float64 `json:"least"`
	// Evidence and Rest, which no feature has brought, sum to the log odds of
	// Confidence.
	Evidence []Evidence `json:"evidence"`
	Rest     float64    `json:"rest"`
}

// Evidence is a feature of a change, with what it adds to the log odds.
type Evidence struct {
	Feature string  `json:"feature"`
	Value   float64 `json:"value"`
	Weight  float64 `json:"weight"`
}

// Explain tells of each word of text[start:end] why Fix changes it or does not.
// The rest of text is the context and the document.
func (f *Fixer) Explain(text string, start, end int) Explanation {
	d := f.read(text)
	x := Explanation{Mode: f.mode.String()}
	if len(d.paragraphs) == 0 {
		return x
	}
	p := d.resolve()
	x.Document = d.explainProfile(p)
	x.Document.Era = d.explainEra()
	proposals := make(map[[2]int]*placed)
	for _, q := range d.proposals(p) {
		proposals[[2]int{q.paragraph, q.slot}] = &q
	}
	for i := range d.paragraphs {
		x.Words = append(x.Words, f.explainSlots(d, i, proposals, p, start, end)...)
	}
	return x
}

func (d *document) explainProfile(p *profile) Profile {
	out := Profile{Noise: p.level}
	for k, share := range p.share {
		if share >= leastShown {
			out.Engines = append(out.Engines, Engine{Name: p.channel.profiles[k], Share: share, Noise: p.noise[k]})
		}
	}
	slices.SortStableFunc(out.Engines, func(a, b Engine) int { return cmp.Compare(b.Share, a.Share) })
	for i := range d.paragraphs {
		for j := range d.paragraphs[i].slots {
			if s := &d.paragraphs[i].slots[j]; !s.opaque {
				out.Words++
				out.Unknown += int(indicator(!s.entry.known))
			}
		}
	}
	return out
}

// leastShown is the share from which an engine is listed.
const leastShown = 0.01

// explainSlots explains the slots of a paragraph that hold words of [start, end).
func (f *Fixer) explainSlots(d *document, paragraph int, proposals map[[2]int]*placed, p *profile, start, end int) (out []ExplainedWord) {
	slots := d.paragraphs[paragraph].slots
	behind := 0 // the last change
	for j := range slots {
		s, q := &slots[j], proposals[[2]int{paragraph, j}]
		if q != nil {
			behind = j + q.span
		}
		if s.end <= start || s.start >= end || !strings.ContainsFunc(d.text[s.start:s.end], isLetter) && j >= behind {
			continue
		}
		w := d.explainWord(slots, j, p)
		switch {
		case q != nil:
			f.decide(&w, &q.Proposal)
		case j < behind:
			w.Decision, w.Reason = Kept, "is part of the change before"
		}
		out = append(out, w)
	}
	return out
}

// decide adds the proposal to a word and says what becomes of it.
func (f *Fixer) decide(w *ExplainedWord, q *Proposal) {
	least := f.mode.least()
	w.Proposal = &ExplainedProposal{Before: w.Word, After: q.After, Confidence: q.Confidence, Least: least}
	by, rest := forest.Contributions(&q.Features)
	for i, value := range q.Features {
		if by[i] != 0 {
			w.Proposal.Evidence = append(w.Proposal.Evidence, Evidence{FeatureNames[i], value, by[i]})
		}
	}
	w.Proposal.Rest = rest
	switch {
	case f.mode.accepts(q):
		w.Decision, w.Reason = Changed, "the change is sure enough"
	case q.Confidence >= leastSuggested:
		w.Decision, w.Reason = Suggested, "the change is not sure enough to be made"
	default:
		w.Decision, w.Reason = Kept, "the change is too unsure to be suggested"
	}
}

// explainWord says all of a word but what is proposed for it.
func (d *document) explainWord(slots []slot, at int, p *profile) ExplainedWord {
	s := &slots[at]
	word := d.text[s.start:s.end]
	w := ExplainedWord{Start: s.start, End: s.end, Word: word, Entry: d.finder.explainEntry(word), Occurrences: max(1, d.count(word))}
	if reason := d.whyOpaque(s); reason != "" {
		w.Decision, w.Reason = Untouchable, reason
		return w
	}
	d.offerOwn(s, p)
	for k := range s.options {
		w.Readings = append(w.Readings, d.explainOption(slots, at, &s.options[k], p))
	}
	slices.SortStableFunc(w.Readings[1:], func(a, b Reading) int { return cmp.Compare(b.Posterior, a.Posterior) })
	w.Decision, w.Reason = Kept, whyKept(s, word)
	return w
}

func (d *document) whyOpaque(s *slot) string {
	word := d.text[s.start:s.end]
	switch {
	case !s.opaque || len(s.readings()) > 1:
		return ""
	case s.entry != nil && s.entry.owned:
		return "is one of your own words"
	case s.entry != nil:
		return "has an apostrophe"
	case isNumeric(word):
		return "is a number"
	case isAddress(word), isCode(word):
		return "is an address, a path or code"
	case !strings.ContainsFunc(word, isLetter):
		return "is a sign"
	}
	return "stands in a passage of another language, a table, a formula or a reference"
}

// whyKept says why there is no proposal for a word.
func whyKept(s *slot, word string) string {
	switch {
	case len(s.options) > 1 && s.options[0].posterior > 1-leastPosterior:
		return "is likelier as it stands"
	case len(s.options) > 1:
		return "no other reading is likely enough"
	case !searchable(word):
		return "has too few letters, or too many, to tell what they were"
	case s.entry != nil && s.entry.known:
		return "is a word, and no other is near enough"
	}
	return "no known word is near"
}

func (d *document) explainOption(slots []slot, at int, o *option, p *profile) Reading {
	r := Reading{
		Text: o.text, Entry: d.finder.explainEntry(o.text), Words: o.span,
		Channel: float64(o.score), Context: d.context(slots, at, o), Posterior: o.posterior,
	}
	if len(slots[at].options) == 1 {
		r.Posterior = 1 // the lattice is not asked where there is no choice
	}
	if o.from == nil {
		return r
	}
	r.Edited = o.from.edits > 0
	for _, id := range o.from.rules {
		rule := &p.channel.rules[id]
		r.Confusions = append(r.Confusions, Confusion{
			Intended: spell(rule.intended), Observed: string(rule.observed), Cost: float64(p.cost[id]), Seen: p.used[id],
		})
	}
	return r
}

// context is the weighted ln P of an option and of the two words behind it, as
// observed, after the two words before it.
func (d *document) context(slots []slot, at int, o *option) float64 {
	return d.contextBy(d.finder.language(), slots, at, o)
}

// contextBy is the same by another model.
func (d *document) contextBy(model language, slots []slot, at int, o *option) float64 {
	var before [2]lmWord
	for k := range before {
		i := at - 2 + k
		switch {
		case i >= 0:
			before[k] = *slots[i].word
		default:
			start, _ := d.finder.find("<s>")
			before[k] = lmWord{id: ngram.Start, uni: start.Unigram}
		}
	}
	words := slices.Clone(o.words[:o.n])
	for i := at + o.span; i < len(slots) && i < at+o.span+2; i++ {
		words = append(words, *slots[i].word)
	}
	sum := float32(0)
	u, v := before[0], before[1]
	for _, w := range words {
		sum += w.spelling + model.logProb(u.id, v.id, &w, v.uni.Backoff)
		u, v = v, w
	}
	return modelScale * float64(sum)
}
