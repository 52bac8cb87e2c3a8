package evaluate

// Rate is a number of edits in proportion to the truth's length.
type Rate struct {
	// Edits and Length are summed over all documents, in characters or tokens.
	Edits  int `json:"edits"`
	Length int `json:"length"`
	// Rate is Edits/Length, Mean the mean of the documents' own rates. A
	// document whose truth is empty has rate 0 if the text is empty too, else 1.
	Rate float64 `json:"rate"`
	Mean float64 `json:"mean"`

	documents int
	sum       float64 // of the documents' rates
}

func (r *Rate) add(edits, length int) {
	r.Edits += edits
	r.Length += length
	r.documents++
	if length == 0 {
		r.sum += float64(min(edits, 1))
	}
	r.sum += ratio(edits, length)
	r.Rate = ratio(r.Edits, r.Length)
	r.Mean = r.sum / float64(r.documents)
}

// ratio is part/whole, and 0 of nothing.
func ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// Rates are the error rates of one kind of text against the truth.
type Rates struct {
	// CER counts edits of characters, WER of tokens as they stand.
	CER Rate `json:"cer"`
	WER Rate `json:"wer"`
	// WERWords counts edits of words, without the punctuation around them and
	// with all quotation marks and apostrophes inside taken as alike.
	WERWords Rate `json:"wer_words"`
}

func (r *Rates) add(truth, other *text, charEdits int) {
	r.CER.add(charEdits, len(truth.runes))
	r.WER.add(tokenDistance(truth, other, asForm), truth.count(asForm))
	r.WERWords.add(tokenDistance(truth, other, asWord), truth.count(asWord))
}
