package words

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// tinyProfiles is how the tiny finder searches: with its one profile, in a bad document.
var tinyProfiles = scope{profiles: 1}

func TestSearchFindsThroughConfusions(t *testing.T) {
	tests := []struct {
		name, observed, want string
		through              []string
		compound             bool
	}{
		{name: "one letter for one", observed: "kénnen", want: "können", through: []string{"ö→é"}},
		{name: "two letters for one", observed: "fiir", want: "für", through: []string{"ü→ii"}},
		{name: "a letter and a digit for one", observed: "Gréßc", want: "Größe", through: []string{"ö→é", "e→c"}},
		{name: "two letters for two", observed: "kermen", want: "kennen", through: []string{"nn→rm"}},
		{name: "three signs for one", observed: "l-laus", want: "Haus", through: []string{"H→l-l"}},
		{name: "a letter lost", observed: "net", want: "nett", through: []string{"t→"}},
		{name: "at the beginning", observed: "iiber", want: "über", through: []string{"ü→ii"}},
		{name: "at the end", observed: "Größc", want: "Größe", through: []string{"e→c"}},
		{name: "two confusions", observed: "muBte", want: "müßte", through: []string{"ü→u", "ß→B"}},
		{name: "two of n to m", observed: "miil3te", want: "müßte", through: []string{"ü→ii", "ß→l3"}},
		{name: "three confusions", observed: "miil3tc", want: "müßte", through: []string{"ü→ii", "ß→l3", "e→c"}},
		{name: "a capital of the word", observed: "Uberrnut", want: "Übermut", through: []string{"Ü→U", "m→rn"}},
		{name: "a capital at a sentence's beginning", observed: "Kénnen", want: "Können", through: []string{"ö→é"}},
		{name: "the confused letter is the capital", observed: "Uber", want: "Über", through: []string{"Ü→U"}},
		{name: "in the head", observed: "Verwaltungshauser", want: "Verwaltungshäuser", through: []string{"ä→a"}, compound: true},
		{name: "in a modifier", observed: "Biirgerhaus", want: "Bürgerhaus", through: []string{"ü→ii"}, compound: true},
		{name: "in both", observed: "Biirgerhauser", want: "Bürgerhäuser", through: []string{"ü→ii", "ä→a"}, compound: true},
		{name: "behind two modifiers", observed: "Haupthaustiir", want: "Haupthaustür", through: []string{"ü→ii"}, compound: true},
		{name: "in the last of three parts", observed: "Hauptverwaltungsflusse", want: "Hauptverwaltungsflüsse", through: []string{"ü→u"}, compound: true},
	}
	f := tinyFinder(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found := f.candidates(tt.observed, tinyProfiles, thorough)
			if tt.want == "" {
				assert.Empty(t, texts(found))
				return
			}
			c := find(t, found, tt.want)
			assert.Equal(t, tt.through, through(f, c))
			assert.InDelta(t, costs(tt.through), c.cost, 1e-3)
			assert.Equal(t, tt.compound, c.compound)
			assert.Equal(t, tt.want, spell(c.codes))
			assert.Equal(t, tt.want, found[0].text, "none is likelier")
		})
	}
}

// TestSearchNeedsTheTable: what no rule leads to is found by a plain edit alone.
func TestSearchNeedsTheTable(t *testing.T) {
	f := tinyFinder(t)
	for _, observed := range []string{"dys", "Sqnnx", "Yxq"} {
		assert.Empty(t, texts(f.candidates(observed, tinyProfiles, thorough)), observed)
	}
	for observed, want := range map[string]string{"schqn": "schon", "Meyer": "Meier"} { // rules too rare, too seldom seen
		assert.EqualValues(t, 1, find(t, f.candidates(observed, tinyProfiles, thorough), want).edits, observed)
	}
	c := find(t, f.candidates("Sonme", tinyProfiles, thorough), "Sonne")
	assert.EqualValues(t, 1, c.edits)
	assert.Empty(t, c.rules)
	assert.InDelta(t, damagedCost, c.cost, 1e-6)
}

func TestSearchKeepsItsBounds(t *testing.T) {
	f := tinyFinder(t)
	x := f.index(tinyProfiles.profiles)
	tests := []struct {
		name, observed string
		bounds         bounds
		compounds      bool
		want           []string
	}{
		{"within", "kénnen", bounds{cost: 2, each: 2, rules: 1}, false, []string{"können"}},
		{"too dear in all", "kénnen", bounds{cost: 0.5, each: 2, rules: 1}, false, nil},
		{"too dear by itself", "kénnen", bounds{cost: 9, each: 0.5, rules: 1}, false, nil},
		{"too many", "muBte", bounds{cost: 9, each: 9, rules: 1}, false, nil},
		{"as many as may be", "muBte", bounds{cost: 9, each: 9, rules: 2}, false, []string{"müßte"}},
		{"two within each, not in all", "muBte", bounds{cost: 2, each: 2, rules: 2}, false, nil},
		{"no rules at all", "kennen", bounds{cost: 9, each: 9}, false, nil},
		{"a dear one", "geben", bounds{cost: 9, each: 9, rules: 1}, false, []string{"gehen"}},
		{"a dear one, bounded", "geben", bounds{cost: 9, each: 8, rules: 1}, false, nil},
		{"a compound, not asked for", "Biirgerhaus", bounds{cost: 9, each: 9, rules: 1}, false, nil},
		{"a compound, too many", "Biirgerhauser", bounds{cost: 9, each: 9, rules: 1}, true, nil},
		{"a compound", "Biirgerhaus", bounds{cost: 9, each: 9, rules: 1}, true, []string{"Bürgerhaus"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newSearch(f.dict, x, tt.observed)
			s.run(tt.bounds, tt.compounds)
			found := s.found.best()
			assert.Equal(t, tt.want, texts(found))
			for i := range found {
				assert.LessOrEqual(t, found[i].cost, tt.bounds.cost)
				assert.LessOrEqual(t, len(found[i].rules), tt.bounds.rules)
			}
		})
	}
}

// TestSearchIsBounded: what fits everywhere ends all the same.
func TestSearchIsBounded(t *testing.T) {
	f := tinyFinder(t)
	s := newSearch(f.dict, f.index(tinyProfiles.profiles), "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii")
	s.run(bounds{cost: 100, each: 100, rules: 100}, true)
	assert.LessOrEqual(t, s.steps, 3*maxSteps)
}

func TestSearchNeverFindsWhatWasObserved(t *testing.T) {
	f := tinyFinder(t)
	for _, depth := range []int{probing, realWord, realCompound, joining, thorough} {
		for _, observed := range []string{"kennen", "schon", "Haus", "Bürgerhaus", "kénnen", "Schon", "Flusshäuser"} {
			assert.NotContains(t, texts(f.candidates(observed, tinyProfiles, depth)), observed)
		}
	}
}

func TestSearchOrdersByLikelihood(t *testing.T) {
	f := tinyFinder(t)
	for _, observed := range []string{"schon", "landlich", "Biirgerhauser", "fur", "Flusse"} {
		found := f.candidates(observed, tinyProfiles, thorough)
		require.NotEmpty(t, found, observed)
		assert.True(t, slices.IsSortedFunc(found, func(a, b candidate) int {
			if a.total() > b.total() {
				return -1
			}
			return 1
		}), observed)
	}
	assert.Equal(t, "ländlich", f.candidates("landlich", tinyProfiles, thorough)[0].text, "not handlich, which is a plain edit away")
}

func TestSearchReadsLongS(t *testing.T) {
	f := tinyFinder(t)
	assert.Equal(t, []rune("lass das"), foldLongS("laſs daſ"))
	find(t, f.candidates("Fliiſſe", tinyProfiles, thorough), "Flüsse")
	assert.True(t, f.lookup("daſ").known)
}

// TestSearchRecases: a capital may stand where a sentence begins, a small letter
// for no capital.
func TestSearchRecases(t *testing.T) {
	f := tinyFinder(t)
	c := find(t, f.candidates("Fiir", tinyProfiles, thorough), "Für")
	assert.True(t, c.recased)
	w, ok := f.dict.Lookup("für")
	require.True(t, ok)
	assert.Equal(t, w.ID, c.word.ID)
	assert.InDelta(t, w.Unigram.LogProb-recaseCost, c.prior, 1e-6)
	assert.Empty(t, f.candidates("biirger", tinyProfiles, thorough))
	assert.False(t, find(t, f.candidates("Biirger", tinyProfiles, thorough), "Bürger").recased)
}
