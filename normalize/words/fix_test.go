package words

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/normalize/edit"
)

// TestCleanParagraphsStay in the boldest mode, each by itself and all together.
func TestCleanParagraphsStay(t *testing.T) {
	f := shippedFixer(t)
	for _, p := range cleanParagraphs {
		t.Run(p.name, func(t *testing.T) { assert.Empty(t, f.Fix(p.text)) })
	}
	t.Run("together", func(t *testing.T) { assert.Empty(t, f.Fix(allParagraphs())) })
}

func allParagraphs() string {
	var b strings.Builder
	for _, p := range cleanParagraphs {
		b.WriteString(p.text + "\n")
	}
	return b.String()
}

const (
	// leastRepaired is the share of damaged words that must be repaired.
	leastRepaired = 0.6
	// mostBroken is the most right words broken for each word repaired, in a text
	// that is damaged throughout.
	mostBroken = 0.05
)

// TestDamagedParagraphsAreRepaired and nothing that was right is changed.
func TestDamagedParagraphsAreRepaired(t *testing.T) {
	f := balancedFixer(t)
	total := verdict{}
	for _, p := range cleanParagraphs {
		damaged := damage(p.text)
		v := judge(p.text, damaged, f.Fix(damaged))
		assert.Empty(t, v.broken, p.name)
		total.damaged += v.damaged
		total.repaired += v.repaired
		total.missed = append(total.missed, v.missed...)
	}
	check := func(v verdict) {
		assert.Greater(t, v.damaged, 80, "the damage is too small to tell")
		assert.GreaterOrEqual(t, float64(v.repaired), leastRepaired*float64(v.damaged), "missed: %q", v.missed)
	}
	check(total)

	text := allParagraphs()
	together := judge(text, damage(text), f.Fix(damage(text)))
	// Where hardly an umlaut is left, a word that stands for two is taken for the
	// wrong one now and then.
	assert.LessOrEqual(t, float64(len(together.broken)), mostBroken*float64(together.repaired), "broken: %q", together.broken)
	check(together)
}

// TestRepairsComeToRest: what the second run finds, thanks to the first, is all.
func TestRepairsComeToRest(t *testing.T) {
	f := balancedFixer(t)
	for _, p := range cleanParagraphs {
		once := fix(t, f, damage(p.text))
		twice := fix(t, f, once)
		assert.Equal(t, twice, fix(t, f, twice), "%s does not come to rest", p.name)
	}
}

func TestDamageIsSeen(t *testing.T) {
	const truth = "schöne Häuser für alle"
	damaged := damage(truth)
	require.Equal(t, "schéne Hauser fiir alle", damaged)
	v := judge(truth, damaged, nil)
	assert.Equal(t, verdict{damaged: 3, missed: []string{"schéne → schéne", "Hauser → Hauser", "fiir → fiir"}}, v)
	v = judge(truth, damaged, []edit.Edit{
		{Start: 0, End: 7, Before: "schéne", After: "schöne"},
		{Start: 20, End: 24, Before: "alle", After: "allen"},
	})
	assert.Equal(t, 1, v.repaired)
	assert.Equal(t, []string{"alle → allen"}, v.broken)
}

// TestEditsOfFixer: each names what it replaces, its rule, and how sure it is.
func TestEditsOfFixer(t *testing.T) {
	const text = "Die Biirger kénnen das fir sich entschei den, und derGemeinde hilft das."
	edits := balancedFixer(t).Fix(text)
	require.NotEmpty(t, edits)
	for _, e := range edits {
		assert.Equal(t, text[e.Start:e.End], e.Before)
		assert.NotEqual(t, e.Before, e.After)
		assert.Contains(t, []string{"words/confusion", "words/context", "words/join", "words/split"}, e.Rule)
		assert.Greater(t, e.Confidence, leastSuggested)
		assert.LessOrEqual(t, e.Confidence, 1.0)
	}
}

// TestSuggestionsAreNotEdits: what is only suggested is less sure, and elsewhere.
func TestSuggestionsAreNotEdits(t *testing.T) {
	f := balancedFixer(t)
	text := damage(allParagraphs())
	edits, suggestions := f.Suggest(text)
	assert.Equal(t, edits, f.Fix(text))
	require.NotEmpty(t, suggestions)
	taken := make(map[int]bool)
	for _, e := range edits {
		taken[e.Start] = true
	}
	for _, s := range suggestions {
		assert.False(t, taken[s.Start], s.Before)
		assert.GreaterOrEqual(t, s.Confidence, leastSuggested)
		assert.Equal(t, text[s.Start:s.End], s.Before)
	}
}

// TestModesAreOrdered: a bolder mode makes all the changes of a more careful one.
func TestModesAreOrdered(t *testing.T) {
	text := damage(allParagraphs())
	var before []edit.Edit
	for _, name := range ModeNames() {
		m, err := ParseMode(name)
		require.NoError(t, err)
		f := &Fixer{finder: shippedFixer(t).finder, mode: m}
		edits := f.Fix(text)
		assert.Subset(t, edits, before, name)
		assert.Greater(t, len(edits), 10, name)
		before = edits
	}
}

func TestFixIsRepeatable(t *testing.T) {
	text := damage(allParagraphs())
	f := balancedFixer(t)
	first := f.Fix(text)
	fresh, err := New(f.finder.dict, shippedTables(t))
	require.NoError(t, err)
	assert.Equal(t, first, f.Fix(text), "the caches change nothing")
	assert.Equal(t, first, fresh.Fix(text), "nor does a fixer that has seen other texts")
}

// TestFixInParallel by one fixer gives what it gives in turn.
func TestFixInParallel(t *testing.T) {
	f := balancedFixer(t)
	fresh, err := New(f.finder.dict, shippedTables(t))
	require.NoError(t, err)
	results := make([]chan []edit.Edit, len(cleanParagraphs))
	for i, p := range cleanParagraphs {
		results[i] = make(chan []edit.Edit, 1)
		go func() { results[i] <- fresh.Fix(damage(p.text)) }()
	}
	for i, p := range cleanParagraphs {
		assert.Equal(t, f.Fix(damage(p.text)), <-results[i], p.name)
	}
}

func TestNewWantsConfusions(t *testing.T) {
	_, err := New(shippedFixer(t).finder.dict, nil)
	assert.Error(t, err)
}

func TestExampleOfFixer(t *testing.T) {
	f := balancedFixer(t)
	before, after := f.Example()
	assert.Equal(t, after, fix(t, f, before))
	assert.Equal(t, "words", f.Name())
	assert.NotEmpty(t, f.Doc())
}

// TestFixInLinearTime on what has no end of a word, a line or a paragraph.
func TestFixInLinearTime(t *testing.T) {
	const size = 100_000
	for name, text := range map[string]string{
		"a word without end":   strings.Repeat("kénnenfir", size/10),
		"signs without end":    strings.Repeat("&®", size/3),
		"hyphens":              strings.Repeat("kénnen-", size/8),
		"points":               strings.Repeat("fir.", size/4),
		"one line":             strings.Repeat("kénnen fir iiber ", size/54),
		"single letters":       strings.Repeat("f i r ", size/6),
		"lines":                strings.Repeat("fir\n", size/12),
		"operators":            strings.Repeat("a=", size/2),
		"umlauts":              strings.Repeat("ü", size/2),
		"quotes":               strings.Repeat("„", size/3),
		"words by apostrophes": strings.Repeat("fir'", size/4),
	} {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			checkEdits(t, balancedFixer(t), text)
			assert.Less(t, time.Since(began), 30*time.Second)
		})
	}
}

// checkEdits tells that the edits of text stand in order, do not overlap, fit it
// and leave valid text.
func checkEdits(t *testing.T, f *Fixer, text string) {
	t.Helper()
	edits, suggestions := f.Suggest(text)
	for _, list := range [][]edit.Edit{edits, suggestions} {
		at := 0
		for _, e := range list {
			require.GreaterOrEqual(t, e.Start, at)
			require.Greater(t, e.End, e.Start)
			require.NotEqual(t, e.Before, e.After)
			require.Equal(t, strings.Count(e.Before, "\n"), strings.Count(e.After, "\n"), "%q: lines", e.Before)
			at = e.End
		}
		after, err := edit.Apply(text, list)
		require.NoError(t, err)
		if utf8.ValidString(text) {
			require.True(t, utf8.ValidString(after))
		}
	}
}

func FuzzFix(f *testing.F) {
	for _, seed := range []string{
		"", " ", "\n\n\f", "kénnen fir Gber", "Aul3en&®§", "ver walt-ung. der:Stadt", "a\xffb\xc3", "f\u0308ir u\u0308ber", "ſeyn daſs",
		"§ 12", "8 12 Abs. 3", "x = y + fir", "l'homme d’Arc hab' kénnen", "𝔉𝔯 fir", "ＫＡ fir", "ﬁr", "Biirger- und Hauserfliisse",
		damage(cleanParagraphs[0].text), damage(cleanParagraphs[4].text),
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			t.Skip("long texts only take time")
		}
		checkEdits(t, shippedFixer(t), text)
	})
}
