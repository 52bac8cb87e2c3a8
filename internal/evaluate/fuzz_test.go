package evaluate

import "testing"

// FuzzReport checks that the figures of any three texts add up.
func FuzzReport(f *testing.F) {
	f.Add("die Verwal-\ntung fir alle", "die Verwaltung\nfür alle", "die Verwaltung für alle", true)
	f.Add("\xff\x00 a", "", "\u0308 ä", false)
	f.Add("a b c d", "d c b a", "a a b b", false)
	f.Fuzz(func(t *testing.T, ocr, output, truth string, dehyphenate bool) {
		if len(ocr)+len(output)+len(truth) > 2000 {
			t.Skip() // time is quadratic in the edits, and longer texts show nothing more
		}
		var r Report
		r.AddWithOCR(ocr, output, truth, dehyphenate)
		if r.After.CER.Edits == 0 && string(newText(output).runes) != string(newText(truth).runes) {
			t.Error("different texts without an edit")
		}
		for name, tally := range map[string]Tally{"tokens": r.Change.TokenFates, "words": r.Change.WordFates} {
			all := tally.Kept + tally.Fixed + tally.Broken + tally.Missed + tally.Miscorrected
			want := r.Tokens
			if name == "words" {
				want = r.After.WERWords.Length
			}
			if all != want {
				t.Errorf("%s: %d fates of %d", name, all, want)
			}
		}
		var same Report
		same.AddWithOCR(truth, truth, truth, false)
		if fates := same.Change.TokenFates; fates.Kept != same.Tokens || same.After.CER.Edits != 0 {
			t.Errorf("a text differs from itself: %+v", fates)
		}
	})
}
