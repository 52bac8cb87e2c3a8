package words

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary/confusion"
	"klartext/dictionary/ngram"
)

func TestLookup(t *testing.T) {
	tests := []struct {
		name, observed                     string
		known, recased, compound, doubtful bool
	}{
		{name: "a word", observed: "Haus", known: true},
		{name: "a small letter that it has not", observed: "haus"},
		{name: "a capital at a sentence's beginning", observed: "Und", known: true, recased: true},
		{name: "in capitals", observed: "BÜRGER", known: true, recased: true},
		{name: "a small word in capitals", observed: "ÜBER", known: true, recased: true},
		{name: "an abbreviation", observed: "SPD", known: true},
		{name: "an abbreviation in small letters", observed: "spd"},
		{name: "capitals inside", observed: "HAus"},
		{name: "a compound", observed: "Bürgerhaus", known: true, compound: true},
		{name: "of three parts", observed: "Hauptverwaltungshaus", known: true, compound: true},
		{name: "a misread compound", observed: "Biirgerhaus"},
		{name: "rare, in no dictionary", observed: "Selten", known: true, doubtful: true},
		{name: "rare, a name", observed: "Seltnam", known: true},
		{name: "the long s", observed: "Hauſ", known: true},
		{name: "no word", observed: "Xyzq"},
		{name: "with signs", observed: "H&us"},
	}
	f := tinyFinder(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := f.lookup(tt.observed)
			assert.Equal(t, tt.known, e.known, "known")
			assert.Equal(t, tt.recased, e.recased, "recased")
			assert.Equal(t, tt.compound, e.compound, "compound")
			assert.Equal(t, tt.doubtful, e.doubtful, "doubtful")
			assert.Same(t, e, f.lookup(tt.observed), "kept")
		})
	}
	assert.Equal(t, ngram.UnknownUpper, f.lookup("Xyzq").word.id)
	assert.Equal(t, ngram.Unknown, f.lookup("xyzq").word.id)
	assert.Equal(t, ngram.UnknownUpper, f.lookup("Bürgerhaus").word.id)
	assert.Less(t, f.lookup("Xyzq").word.spelling, f.lookup("Bürgerhaus").word.spelling)
	assert.Equal(t, ngram.WordOf("und"), f.lookup("Und").word.id)
	assert.Zero(t, f.lookup("Haus").word.spelling)
}

func TestSearchable(t *testing.T) {
	for _, word := range []string{"fir", "im", "Au&en", "M6glich", "ABCD", "EDV", "µm8s", strings.Repeat("ä", longestWord)} {
		assert.True(t, searchable(word), word)
	}
	for _, word := range []string{"", "a", "Ä", "AG", "12", "A4", "a12", "1a2b", "§§", "&", strings.Repeat("ä", longestWord+1)} {
		assert.False(t, searchable(word), word)
	}
}

// TestAbbreviationsAreSearchedLittle: of few capitals one confusion tells all.
func TestAbbreviationsAreSearchedLittle(t *testing.T) {
	f := tinyFinder(t)
	assert.Empty(t, f.candidates("SP", tinyProfiles, thorough))
	c := find(t, f.candidates("SPB", tinyProfiles, thorough), "SPD")
	assert.Equal(t, []string{"D→B"}, through(f, c))
	assert.Empty(t, f.candidates("NASXA", tinyProfiles, thorough), "no plain edits")
}

func TestDepthsOfSearch(t *testing.T) {
	f := tinyFinder(t)
	assert.Empty(t, f.candidates("muBte", tinyProfiles, probing), "two confusions are more than a probe takes")
	assert.Equal(t, []string{"müßte"}, texts(f.candidates("muBte", tinyProfiles, realWord)))
	assert.Empty(t, f.candidates("Hausflusse", tinyProfiles, realWord))
	assert.Empty(t, f.candidates("Flussflusse", tinyProfiles, probing))
	assert.Equal(t, []string{"Flussflüsse"}, texts(f.candidates("Flussflusse", tinyProfiles, realCompound)))
	assert.Equal(t, []string{"Flussflüsse"}, texts(f.candidates("Flussflusse", tinyProfiles, joining)))
}

// TestCacheGivesTheSame results as a search, and bounds its size.
func TestCacheGivesTheSame(t *testing.T) {
	words := []string{"kénnen", "Biirgerhauser", "muBte", "Xyzq", "Haus", "", "Uber"}
	f := tinyFinder(t)
	for range 2 {
		for _, word := range words {
			for _, depth := range []int{probing, realWord, realCompound, joining, thorough} {
				fresh := tinyFinder(t)
				assert.Equal(t, fresh.candidates(word, tinyProfiles, depth), f.candidates(word, tinyProfiles, depth), word)
				assert.Equal(t, fresh.lookup(word), f.lookup(word), word)
			}
		}
	}
	assert.Same(t, &f.candidates("muBte", tinyProfiles, thorough)[0], &f.candidates("muBte", tinyProfiles, thorough)[0], "searched once")
	for i := range cacheSize + 10 {
		f.lookup(fmt.Sprint("a", i))
		f.candidates(fmt.Sprint(i), tinyProfiles, probing)
	}
	assert.LessOrEqual(t, len(f.entries), cacheSize)
	assert.LessOrEqual(t, len(f.found), cacheSize)
	assert.True(t, f.lookup("Haus").known)
}

func TestFinderInParallel(t *testing.T) {
	f, want := tinyFinder(t), tinyFinder(t)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for _, word := range []string{"kénnen", "Biirgerhauser", "muBte", "Haus"} {
				f.lookup(word)
				f.candidates(word, tinyProfiles, thorough)
			}
		})
	}
	wg.Wait()
	for _, word := range []string{"kénnen", "Biirgerhauser", "muBte", "Haus"} {
		assert.Equal(t, want.candidates(word, tinyProfiles, thorough), f.candidates(word, tinyProfiles, thorough))
	}
}

// TestSearchByProfile: a document is searched with the rules of its engine alone.
func TestSearchByProfile(t *testing.T) {
	other := &confusion.Table{Name: "other", Rules: []confusion.Rule{{Intended: "H", Observed: "R", Prob: 0.1, Count: 50}}}
	f := newFinder(tinyDictionary(t), newChannel([]*confusion.Table{tinyTable, other}))
	find(t, f.candidates("Raus", scope{profiles: 2}, thorough), "Haus")
	find(t, f.candidates("Raus", scope{profiles: 3}, thorough), "Haus")
	first := f.candidates("fiir", scope{profiles: 1}, thorough)
	find(t, first, "für")
	assert.Equal(t, []int{0, 1}, members(3))
	assert.Equal(t, []int{1}, members(2))
	assert.Empty(t, members(0))
	x, y := f.index(1), f.index(2)
	at := ruleOf(f.channel, "H", "R")
	require.GreaterOrEqual(t, at, 0)
	assert.Less(t, y.cost[at], x.cost[at], "dear where the engine is not known for it")
	assert.Same(t, x, f.index(1))
}

// ruleOf is the number of a rule, -1 if the channel has it not.
func ruleOf(c *channel, intended, observed string) int {
	for i := range c.rules {
		if spell(c.rules[i].intended) == intended && string(c.rules[i].observed) == observed {
			return i
		}
	}
	return -1
}

func TestChannelOfTables(t *testing.T) {
	shapes := &confusion.Table{Name: confusion.Shapes, Rules: []confusion.Rule{
		{Intended: "u", Observed: "n", Prob: 0.001, Count: 10},
		{Intended: "ü", Observed: "u", Prob: 0.9, Count: 10},
	}}
	other := &confusion.Table{Name: "other", Rules: []confusion.Rule{{Intended: "ü", Observed: "u", Prob: 0.1, Count: 50}}}
	c := newChannel([]*confusion.Table{tinyTable, shapes, other})
	assert.Equal(t, []string{"tiny", "other"}, c.profiles, "shapes are no engine")
	assert.Equal(t, uint64(3), c.all())

	u := c.rules[ruleOf(c, "u", "n")]
	assert.Equal(t, []float32{0.001, 0.001}, u.byTable, "shapes hold for every engine")
	ue := c.rules[ruleOf(c, "ü", "u")]
	assert.Equal(t, []float32{0.9, 0.9}, ue.byTable, "the greater of both")
	for i := range c.rules {
		for _, p := range c.rules[i].byTable {
			assert.Greater(t, p, float32(0), "%s: no engine never does it", string(c.rules[i].observed))
			assert.LessOrEqual(t, p, float32(1))
		}
	}
	assert.Negative(t, ruleOf(c, "o", "q"), "too rare")
	assert.Negative(t, ruleOf(c, "i", "y"), "seen too seldom")
	for i := range c.rules {
		assert.NotContains(t, string(c.rules[i].observed), " ", "blanks are none of the words'")
		assert.False(t, len(c.rules[i].observed) == 0 && len(c.rules[i].intended) == 0)
	}
}

func TestIndexHoldsRulesByCost(t *testing.T) {
	f := shippedFixer(t).finder
	x := f.index(f.channel.all())
	check := func(list []int32, first rune) {
		for i, id := range list {
			r := &f.channel.rules[id]
			if len(r.observed) > 0 {
				assert.Equal(t, first, r.observed[0])
			}
			if i > 0 {
				assert.LessOrEqual(t, x.cost[list[i-1]], x.cost[id])
			}
		}
	}
	for _, r := range "aäu&®6„" {
		check(x.observing(r).ids, r)
	}
	check(x.deletions.ids, 0)
	assert.NotEmpty(t, x.observing('u').ids)
	assert.NotEmpty(t, x.observing('é').ids)
	assert.Nil(t, x.observing('汉'))
}
