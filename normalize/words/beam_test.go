package words

import (
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"

	"github.com/agnivade/levenshtein"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// beamed are the words that a beam search finds for observed within limit nats.
func beamed(f *finder, observed string, limit float32) []candidate {
	s := newSearch(f.dict, f.index(tinyProfiles.profiles), observed)
	s.damaged(limit)
	return s.found.best()
}

// ample is a limit that four plain edits stay within.
const ample = 30

func TestBeamFindsDamagedWords(t *testing.T) {
	tests := []struct {
		name, observed, want string
		edits                uint8
		through              []string
		cost                 float32
		compound, recased    bool
	}{
		{name: "one letter changed", observed: "Verwaltumg", want: "Verwaltung", edits: 1, cost: damagedCost},
		{name: "two letters changed", observed: "Verxaltvng", want: "Verwaltung", edits: 2, cost: 2 * damagedCost},
		{name: "two that are neighbours", observed: "Verwaxxung", want: "Verwaltung", edits: 2, cost: 2 * damagedCost},
		{name: "three letters changed", observed: "Vqrxaltvng", want: "Verwaltung", edits: 3, cost: 3 * damagedCost},
		{name: "two letters lost", observed: "Verwatun", want: "Verwaltung", edits: 2, cost: 2 * lostCost},
		{name: "two letters added", observed: "Verkwaltumng", want: "Verwaltung", edits: 2, cost: 2 * addedCost},
		{name: "one of each", observed: "Vxrwatuqng", want: "Verwaltung", edits: 3, cost: damagedCost + lostCost + addedCost},
		{name: "a confusion beside edits", observed: "Vcrwxltvng", want: "Verwaltung", edits: 2, through: []string{"e→c"}, cost: 2*damagedCost + 4.605},
		{name: "an umlaut regained by an edit", observed: "lxndlxch", want: "ländlich", edits: 2, cost: 2 * damagedCost},
		{name: "a confusion alone", observed: "kénnen", want: "können", through: []string{"ö→é"}, cost: 0.916},
		{name: "the last letter lost", observed: "Verwaltun", want: "Verwaltung", edits: 1, cost: lostCost},
		{name: "the first of a small word", observed: "xandlich", want: "handlich", edits: 1, cost: damagedCost},
		{name: "a capital for the sentence's sake", observed: "Kxnnyn", want: "Kennen", edits: 2, cost: 2 * damagedCost, recased: true},
		{name: "in a modifier", observed: "Verxalvungshaus", want: "Verwaltungshaus", edits: 2, cost: 2 * damagedCost, compound: true},
		{name: "in a head", observed: "Verwaltungshxusqr", want: "Verwaltungshäuser", edits: 2, cost: 2 * damagedCost, compound: true},
		{name: "in both parts", observed: "Bürqerhxus", want: "Bürgerhaus", edits: 2, cost: 2 * damagedCost, compound: true},
		{name: "in three parts", observed: "Hauqtverwxltungssystom", want: "Hauptverwaltungssystem", edits: 3, cost: 3 * damagedCost, compound: true},
		{name: "a confusion in a part", observed: "Biirgersystxm", want: "Bürgersystem", edits: 1, through: []string{"ü→ii"}, cost: damagedCost + 0.916, compound: true},
	}
	f := tinyFinder(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := find(t, beamed(f, tt.observed, ample), tt.want)
			assert.Equal(t, tt.edits, c.edits, "edits")
			assert.Equal(t, tt.through, through(f, c))
			assert.InDelta(t, tt.cost, c.cost, 1e-2)
			assert.Equal(t, tt.compound, c.compound, "compound")
			assert.Equal(t, tt.recased, c.recased, "recased")
			assert.Equal(t, tt.want, spell(c.codes))
			w, known := f.dict.Lookup(tt.want)
			if known {
				assert.Equal(t, w.ID, c.word.ID)
			}
		})
	}
}

func TestBeamKeepsItsLimits(t *testing.T) {
	tests := []struct {
		name, observed, not string
		limit               float32
	}{
		{"too dear by a hair", "Verxaltvng", "Verwaltung", 2*damagedCost - 0.01},
		{"nothing to spend", "Verwaltumg", "Verwaltung", 0},
		{"less than nothing", "Verwaltumg", "Verwaltung", -5},
		{"more edits than a third of the letters", "Sxxne", "Sonne", ample},
		{"more than four edits", "Vxrxxlxung", "Verwaltung", 10 * ample},
		{"a small letter where a capital belongs", "verwaltxng", "Verwaltung", ample},
		{"another capital", "Xerwaltung", "Verwaltung", ample},
		{"capitals inside", "NAXA", "NASA", ample},
	}
	f := tinyFinder(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found := beamed(f, tt.observed, tt.limit)
			assert.NotContains(t, texts(found), tt.not)
			for i := range found {
				assert.LessOrEqual(t, found[i].cost, tt.limit)
			}
		})
	}
	assert.NotEmpty(t, beamed(f, "Verxaltvng", 2*damagedCost), "the limit itself is within")
}

// TestBeamNeverFindsWhatWasObserved, which is the cheapest way through it.
func TestBeamNeverFindsWhatWasObserved(t *testing.T) {
	f := tinyFinder(t)
	for _, observed := range []string{"kennen", "Haus", "Kennen", "Bürgerhaus", "Verwaltungssystem", "ländlich", "NASA", "daſ"} {
		assert.NotContains(t, texts(beamed(f, observed, ample)), string(foldLongS(observed)))
	}
}

// mangle changes, drops or adds n letters of word, no two of them neighbours, and
// drops none with which a part of a compound, from heads on, begins: the beam does
// not look for those.
func mangle(r *rand.Rand, word string, heads []int, n int) string {
	letters := []rune(word)
	for at := len(letters) - 2 - r.IntN(2); at > 1 && n > 0; at -= 2 + r.IntN(3) {
		stray := []rune("qxyvk")[r.IntN(5)]
		switch kind := r.IntN(3); {
		case kind == 0 || kind == 1 && slices.Contains(heads, at):
			letters[at] = stray
		case kind == 1:
			letters = slices.Delete(letters, at, at+1)
		default:
			letters = slices.Insert(letters, at, stray)
		}
		n--
	}
	return string(letters)
}

// TestBeamFindsWhatWasMangled, and for no more than was done to it.
func TestBeamFindsWhatWasMangled(t *testing.T) {
	f := tinyFinder(t)
	r := rand.New(rand.NewPCG(3, 14))
	words := []struct {
		text  string
		heads []int
	}{
		{"Verwaltung", nil}, {"ländlich", nil}, {"Übermut", nil}, {"System", nil}, {"Häuser", nil},
		{"Verwaltungshäuser", []int{11}}, {"Bürgersystem", []int{6}}, {"Hauptverwaltungsufer", []int{5, 16}},
	}
	for range 300 {
		w := words[r.IntN(len(words))]
		word, observed := w.text, mangle(r, w.text, w.heads, 1+r.IntN(3))
		if observed == word {
			continue
		}
		n := levenshtein.ComputeDistance(word, observed)
		if n > min(mostEdits, len([]rune(observed))/lettersAnEdit) {
			continue
		}
		c := find(t, beamed(f, observed, ample), word)
		require.LessOrEqual(t, c.cost, float32(n)*lostCost, "%s from %s", word, observed)
		require.LessOrEqual(t, int(c.edits)+len(c.rules), n+1, "%s from %s", word, observed)
	}
}

// TestBeamCandidatesAddUp: what a word costs is the sum of its confusions and
// edits, and no confusion costs more than damage does.
func TestBeamCandidatesAddUp(t *testing.T) {
	f := shippedFixer(t).finder
	x := f.index(f.channel.all())
	n := 0
	for _, observed := range []string{"Verxaltvng", "Gesellfchqft", "Wassertxrmwärtcr", "kénnxn", "Schulmoistor", "Kxrtoffelfeld"} {
		s := newSearch(f.dict, x, observed)
		s.damaged(20)
		found := s.found.best()
		n += len(found)
		for i := range found {
			c := &found[i]
			least := float32(c.edits) * damagedCost
			most := float32(c.edits) * lostCost
			for _, id := range c.rules {
				r := &f.channel.rules[id]
				size := max(0, len(r.observed)-1) + max(0, len(r.intended)-1)
				cost := min(x.cost[id], damagedCost+0.5*float32(size))
				least, most = least+cost, most+cost
			}
			assert.LessOrEqual(t, c.cost, most+1e-3, "%s from %s", c.text, observed)
			assert.GreaterOrEqual(t, c.cost, least-1e-3, "%s from %s", c.text, observed)
			assert.LessOrEqual(t, c.cost, float32(20))
			assert.Equal(t, c.text, spell(c.codes))
			first := []rune(c.text)[0]
			assert.False(t, unicode.IsUpper(first) && !unicode.IsUpper([]rune(observed)[0]) && len(c.rules) == 0, "%s from %s: capitals come by confusions alone", c.text, observed)
		}
	}
	assert.Greater(t, n, 20)
}

// TestBeamForgets: one beam serves many words; none finds what is left of another.
func TestBeamForgets(t *testing.T) {
	f := tinyFinder(t)
	words := []string{"Verxaltvng", "Hauqtverwxltungssystom", "Sonme", "xandlich", strings.Repeat("x", longestWord)}
	want := make([][]string, len(words))
	for i, w := range words {
		want[i] = texts(beamed(tinyFinder(t), w, ample))
	}
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for k := range 20 {
				i := k * 7 % len(words)
				assert.Equal(t, want[i], texts(beamed(f, words[i], ample)), words[i])
			}
		})
	}
	wg.Wait()
}

// TestBeamIsBounded: the longest words, of which anything may be made, end soon.
func TestBeamIsBounded(t *testing.T) {
	f := shippedFixer(t).finder
	x := f.index(f.channel.all())
	for _, observed := range []string{
		strings.Repeat("i", longestWord), strings.Repeat("en", longestWord/2), "H" + strings.Repeat("aus", longestWord/3-1),
		strings.Repeat("ſ&", longestWord/2), "Q" + strings.Repeat("xqzv", longestWord/4),
	} {
		start := time.Now()
		s := newSearch(f.dict, x, observed)
		s.damaged(1000)
		assert.Less(t, time.Since(start), 15*time.Second, observed)
	}
}

func TestTextSet(t *testing.T) {
	s := &textSet{}
	s.clear()
	const high = uint64(1023) << 54 // the last place, from where it goes round
	for i := range uint64(5) {
		assert.True(t, s.add(high+i))
	}
	for i := range uint64(5) {
		assert.False(t, s.add(high+i))
	}
	assert.True(t, s.add(0))
	s.clear()
	assert.True(t, s.add(high), "empty again")
	assert.False(t, s.add(high))
}

// TestTextSetHasRoom for what a place may hold: words and compounds.
func TestTextSetHasRoom(t *testing.T) {
	assert.Less(t, 2*3*wideBeam, len(textSet{}.keys))
}
