package evaluate

// Report is all that is measured over a set of documents. The zero value is
// ready for use.
type Report struct {
	Documents int `json:"documents"`
	// Characters and Tokens are the truth's.
	Characters int `json:"characters"`
	Tokens     int `json:"tokens"`

	// After are the error rates of the output.
	After Rates `json:"after"`
	// Change is what the cleaning did; nil if no OCR text was given.
	Change *Change `json:"change,omitempty"`
}

// Change compares the output with the OCR text it was made from.
type Change struct {
	// Before are the error rates of the OCR text, BeforeDehyphenated those
	// after [Dehyphenate].
	Before             Rates `json:"before"`
	BeforeDehyphenated Rates `json:"before_dehyphenated"`
	// FromDehyphenated says that fates begin at the dehyphenated OCR text.
	FromDehyphenated bool `json:"fates_from_dehyphenated"`
	// TokenFates are of tokens as they stand, with punctuation and quotes;
	// WordFates of words alone.
	TokenFates Tally `json:"token_fates"`
	WordFates  Tally `json:"word_fates"`
}

// Add measures one document.
func (r *Report) Add(output, truth string) {
	t, out := newText(truth), newText(output)
	r.addSize(t)
	r.After.add(t, out, edits(t.runes, out.runes, align(t.runes, out.runes)))
}

// AddWithOCR measures one document and what became of each of its words. With
// dehyphenate, words start as [Dehyphenate] leaves them, so that merely joining
// divided words earns nothing; this is the way to compare cleaners. It must be
// the same for all documents of a report.
func (r *Report) AddWithOCR(ocr, output, truth string, dehyphenate bool) {
	if r.Change == nil {
		r.Change = &Change{FromDehyphenated: dehyphenate}
	}
	t, out := newText(truth), newText(output)
	raw, joined := newText(ocr), newText(Dehyphenate(ocr))
	start, rest := raw, joined
	if dehyphenate {
		start, rest = joined, raw
	}
	h := newHistory(t, start, out)
	startEdits := h.before.charEdits()
	restEdits := edits(t.runes, rest.runes, align(t.runes, rest.runes))

	r.addSize(t)
	r.After.add(t, out, h.after.charEdits())
	if dehyphenate {
		startEdits, restEdits = restEdits, startEdits
	}
	r.Change.Before.add(t, raw, startEdits)
	r.Change.BeforeDehyphenated.add(t, joined, restEdits)
	r.Change.TokenFates.add(h.fates(asForm))
	r.Change.WordFates.add(h.fates(asWord))
}

func (r *Report) addSize(truth *text) {
	r.Documents++
	r.Characters += len(truth.runes)
	r.Tokens += len(truth.tokens)
}
