package evaluate

// Fate is what became of one token of the truth.
type Fate int

const (
	// Kept tokens were right in the OCR text and are right in the output.
	Kept Fate = iota
	// Fixed tokens were wrong and are right.
	Fixed
	// Broken tokens were right and are wrong.
	Broken
	// Missed tokens were wrong and stand as they stood.
	Missed
	// Miscorrected tokens were wrong and were changed, but not to the truth.
	Miscorrected
)

// tokenFate is the fate of one token, with what stood for it.
type tokenFate struct {
	fate                 Fate
	truth, before, after string
}

// history holds the three alignments that fates are read from. The third, of
// the OCR text to the output, is sure since the two are nearly alike: it keeps
// a token that was never touched from counting as fixed or broken only because
// it was aligned to the truth in two ways.
type history struct {
	before, after *counterpart // of the truth in the OCR text, in the output
	change        *counterpart // of the OCR text in the output
}

func newHistory(truth, ocr, output *text) *history {
	return &history{
		before: newCounterpart(truth, ocr),
		after:  newCounterpart(truth, output),
		change: newCounterpart(ocr, output),
	}
}

// fates follows each token of the truth that takes part in the reading.
func (h *history) fates(read reading) []tokenFate {
	for _, c := range []*counterpart{h.before, h.after, h.change} {
		c.compare(read)
	}
	fromOCR := make([]bool, len(h.change.other.tokens))
	for _, k := range h.change.whole {
		if k >= 0 {
			fromOCR[k] = true
		}
	}
	var all []tokenFate
	for i, t := range h.before.ref.tokens {
		key := read(t)
		if key == "" {
			continue
		}
		f := tokenFate{truth: key, fate: h.fate(i, read, fromOCR)}
		if f.fate != Kept {
			f.before, f.after = h.before.shown(i), h.after.shown(i)
		}
		all = append(all, f)
	}
	return all
}

// fate decides on token i; fromOCR says which tokens of the output stood in the
// OCR text already.
func (h *history) fate(i int, read reading, fromOCR []bool) Fate {
	was, is := h.before.whole[i] >= 0, h.after.whole[i] >= 0
	if was && !is && h.change.whole[h.before.whole[i]] >= 0 {
		is = true
	}
	if !was && is && fromOCR[h.after.whole[i]] {
		was = true
	}
	switch {
	case was && is:
		return Kept
	case is:
		return Fixed
	case was:
		return Broken
	case h.touched(i) && h.before.standsAs(i, read) != h.after.standsAs(i, read):
		return Miscorrected
	}
	return Missed
}

// touched says whether any token that stood for token i is not in the output.
func (h *history) touched(i int) bool {
	first, last := h.before.overlapping(i)
	for k := first; k < last; k++ {
		if h.change.whole[k] < 0 {
			return true
		}
	}
	return false
}
