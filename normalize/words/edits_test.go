package words

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPlainEdits(t *testing.T) {
	f := tinyFinder(t)
	tests := []struct {
		name, observed, want string
		cost                 float32
	}{
		{"a letter changed", "Verwaltumg", "Verwaltung", damagedCost},
		{"a letter lost", "Verwltung", "Verwaltung", lostCost},
		{"one of two lost", "Sone", "Sonne", lostCost},
		{"a letter added", "Verwalltung", "Verwaltung", addedCost},
		{"with a capital for the sentence", "Gexen", "Gehen", damagedCost},
		{"an umlaut changed", "Bxrger", "Bürger", damagedCost},
		{"a sign in it", "Verw&ltung", "Verwaltung", damagedCost},
		{"the first letter stays", "Xerwaltung", "", 0},
		{"no capital inside", "NAXA", "", 0},
		{"two letters changed", "Verxaltumg", "", 0},
		{"two letters transposed", "Verwatlung", "", 0},
		{"not in compounds", "Bürgerhxus", "", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newSearch(f.dict, f.index(tinyProfiles.profiles), tt.observed)
			s.edits()
			if tt.want == "" {
				assert.Empty(t, texts(s.found.best()))
				return
			}
			c := find(t, s.found.best(), tt.want)
			assert.EqualValues(t, 1, c.edits)
			assert.Empty(t, c.rules)
			assert.Equal(t, tt.want, spell(c.codes))
			assert.InDelta(t, tt.cost, c.cost, 1e-6)
		})
	}
}

// TestPlainEditsAtTheEnd are found, be it by the edits or by the beam.
func TestPlainEditsAtTheEnd(t *testing.T) {
	f := tinyFinder(t)
	for observed, cost := range map[string]float32{"Verwaltunq": damagedCost, "Verwaltungx": addedCost} {
		c := find(t, f.candidates(observed, tinyProfiles, thorough), "Verwaltung")
		assert.EqualValues(t, 1, c.edits, observed)
		assert.InDelta(t, cost, c.cost, 1e-6, observed)
	}
}

// TestPlainEditsLeaveNoTrace: the walk's own text and rules are empty behind them,
// so that the next search of the word begins anew.
func TestPlainEditsLeaveNoTrace(t *testing.T) {
	f := tinyFinder(t)
	for _, observed := range []string{"Sonme", "Verw&ltung", "&xyz", "Gexen"} {
		s := newSearch(f.dict, f.index(tinyProfiles.profiles), observed)
		s.edits()
		assert.Empty(t, s.text, observed)
		assert.Empty(t, s.rules, observed)
	}
}

// TestPlainEditsNeverFindWhatWasObserved, though a letter added beside its like
// leads back to it.
func TestPlainEditsNeverFindWhatWasObserved(t *testing.T) {
	f := tinyFinder(t)
	for _, observed := range []string{"kennen", "Sonne", "nett", "Gehen"} {
		s := newSearch(f.dict, f.index(tinyProfiles.profiles), observed)
		s.edits()
		assert.NotContains(t, texts(s.found.best()), observed)
	}
}

// TestPlainEditsAreALastResort: they are tried for words that no confusion
// explains well, and are long enough to be known again.
func TestPlainEditsAreALastResort(t *testing.T) {
	f := tinyFinder(t)
	found := f.candidates("landlich", tinyProfiles, thorough)
	assert.NotEmpty(t, found)
	for i := range found {
		assert.Zero(t, found[i].edits, found[i].text)
	}
	assert.Empty(t, f.candidates("Tüx", tinyProfiles, thorough), "too short")
	assert.Empty(t, f.candidates("Sonme", tinyProfiles, realWord), "not for known words")
}
