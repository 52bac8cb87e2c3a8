package words

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary/confusion"
)

// prose is German without what the confusions of engines might be seen in.
const prose = `Der Fluss kommt aus den Bergen und fließt in großen Bögen durch das flache Land. Früher standen
an seinem Ufer viele Mühlen, später kamen Fabriken hinzu, die das Wasser für ihre Färbereien brauchten.
Heute führen Wege für Radfahrer über die Dämme, und im Sommer können die Kinder wieder darin schwimmen.
Die Bürger haben sich dafür eingesetzt, dass die Böschungen nicht mehr gemäht werden. Seitdem blühen
dort Kräuter, die man lange für ausgestorben hielt. Über die Brücke fahren täglich tausend Autos,
doch größere Lastwagen müssen einen Umweg wählen, weil die Pfeiler schwächer geworden sind.
`

// longProse is as long as it takes to be sure that nothing is misread.
var longProse = strings.Repeat(prose, 3)

// engine is the profile with the greatest share.
// kept counts the letters of a word that was read right.
func kept(e *evidence, word string, n float64) {
	l := e.sequences.lettersOf(word)
	e.keptLetters(&l, n)
}

func engine(p *profile) string {
	best := 0
	for k := range p.share {
		if p.share[k] > p.share[best] {
			best = k
		}
	}
	return p.channel.profiles[best]
}

func adapted(t testing.TB, text string) *profile {
	t.Helper()
	return shippedFixer(t).finder.read(text).resolve()
}

func TestDocumentShowsItsEngine(t *testing.T) {
	p := adapted(t, damage(prose))
	assert.Equal(t, "tesseract-eng", engine(p))
	assert.Greater(t, slices.Max(p.share), 0.9)
	assert.Greater(t, p.level, 0.4)
	assert.Less(t, p.level, largestNoise*1.0)
}

func TestCleanDocumentIsQuiet(t *testing.T) {
	for name, text := range map[string]string{"prose": prose, "nothing": "", "one word": "Haus", "paragraphs": allParagraphs()} {
		p := adapted(t, text)
		assert.Less(t, p.level, 0.1, name)
		assert.Positive(t, p.level, name)
	}
	assert.Less(t, adapted(t, longProse).level, quiet)
}

// TestNoiseGrowsWithDamage: the more of a text is misread, the greater its noise.
func TestNoiseGrowsWithDamage(t *testing.T) {
	lines := strings.SplitAfter(strings.TrimSuffix(prose, "\n"), "\n")
	previous := 0.0
	for _, n := range []int{0, 2, len(lines)} {
		text := damage(strings.Join(lines[:n], "")) + strings.Join(lines[n:], "")
		level := adapted(t, text).level
		assert.Greater(t, level, previous, "%d lines damaged", n)
		previous = level
	}
}

// TestKnownWordsAreSuspectedByNoise: konnten may be könnten only where umlauts are
// lost, and the sentence wants it.
func TestKnownWordsAreSuspectedByNoise(t *testing.T) {
	f := balancedFixer(t)
	const sentence = "Sie konnten gestern leider nicht kommen.\n"
	assert.NotContains(t, fix(t, f, prose+sentence), "könnten")
	assert.NotContains(t, fix(t, f, damage(prose)+sentence), "könnten")
	options := func(text string) int {
		d := f.finder.read(text)
		d.resolve()
		slots := d.paragraphs[len(d.paragraphs)-1].slots
		for i := range slots {
			if text[slots[i].start:slots[i].end] == "konnten" {
				return len(slots[i].readings())
			}
		}
		return 0
	}
	assert.LessOrEqual(t, options(longProse+sentence), 1, "not suspected in a clean text")
	assert.Greater(t, options(damage(prose)+sentence), 1, "suspected in a bad one")
}

func TestProfileIsAChannel(t *testing.T) {
	for _, text := range []string{"", prose, damage(prose), strings.Repeat("xq zv ", 50)} {
		p := adapted(t, text)
		sum := 0.0
		for k, share := range p.share {
			require.False(t, math.IsNaN(share))
			assert.GreaterOrEqual(t, share, 0.0)
			assert.Positive(t, p.noise[k])
			assert.LessOrEqual(t, p.noise[k], largestNoise*1.0)
			sum += share
		}
		assert.InDelta(t, 1, sum, 1e-9)
		for i, cost := range p.cost {
			require.Positive(t, cost, "rule %d", i)
			require.False(t, math.IsNaN(float64(cost)) || math.IsInf(float64(cost), 0), "rule %d", i)
		}
		for _, keep := range p.keep {
			require.LessOrEqual(t, keep, float32(0))
		}
		assert.Negative(t, p.edit)
		assert.NotZero(t, p.likeliest())
	}
}

// TestSeenConfusionsGetCheaper, and those that do not occur dearer.
func TestSeenConfusionsGetCheaper(t *testing.T) {
	c := newChannel([]*confusion.Table{tinyTable})
	seen, unseen := ruleOf(c, "ö", "é"), ruleOf(c, "ü", "ii")
	before := newProfile(c)
	p := newProfile(c)
	e := newEvidence(c)
	kept(e, "ööüüüüüüüüüüüü", 3)
	e.used[seen] = 20
	p.update(e)
	assert.Less(t, p.cost[seen], before.cost[seen])
	assert.Greater(t, p.cost[unseen]-p.cost[seen], before.cost[unseen]-before.cost[seen])
	assert.Greater(t, p.level, before.level)
}

func TestOccurrences(t *testing.T) {
	codesOf := func(intended string) []byte {
		codes, ok := encode(intended)
		require.True(t, ok)
		return codes
	}
	c := &channel{sequences: newSequences([]rule{{intended: codesOf("nn")}, {intended: codesOf("en")}, {intended: codesOf("enn")}})}
	e := newEvidence(c)
	kept(e, "nennen", 2)
	count := func(intended string) float64 { return e.occurrences(&rule{intended: codesOf(intended)}) }
	assert.Equal(t, 8.0, count("n"))
	assert.Equal(t, 4.0, count("e"))
	assert.Equal(t, 2.0, count("nn"))
	assert.Equal(t, 4.0, count("en"))
	assert.Equal(t, 2.0, count("enn"))
	assert.Equal(t, 0.0, count("x"))
	assert.Equal(t, 12.0, count(""), "an insertion may occur at any letter")
}

// TestScores: a word is likelier read through cheap confusions than dear ones, and
// likeliest as it is.
func TestScores(t *testing.T) {
	f := tinyFinder(t)
	p := newProfile(f.channel)
	c := find(t, f.candidates("kénnen", tinyProfiles, thorough), "können")
	want := float64(-p.cost[c.rules[0]] + p.keepScore("knnen"))
	assert.InDelta(t, want, p.channelScore(c), 1e-4)
	assert.Less(t, p.channelScore(c), p.keepScore("können"))
	assert.InDelta(t, p.keepScore("kö")+p.keepScore("nnen"), p.keepScore("können"), 1e-5)
	assert.Equal(t, p.keepScore("knnen"), p.keepScore("k&nnen"), "signs that no word has count for nothing")

	edited := *c
	edited.rules, edited.edits = nil, 1
	want = float64(max(p.edit, p.burst-damagedCost) + p.keepScore("können"))
	assert.InDelta(t, want, p.channelScore(&edited), 1e-4)
}

func TestSeen(t *testing.T) {
	f := tinyFinder(t)
	p := newProfile(f.channel)
	p.used = make([]float64, len(f.channel.rules))
	c := find(t, f.candidates("muBte", tinyProfiles, thorough), "müßte")
	assert.Zero(t, p.seen(c))
	for _, id := range c.rules {
		p.used[id] = 11
	}
	assert.InDelta(t, math.Log(11), p.seen(c), 1e-9)
	p.used[c.rules[1]] = 3
	assert.InDelta(t, math.Log(3), p.seen(c), 1e-9, "the least frequent counts")
	p.used[c.rules[0]] = 2
	assert.InDelta(t, math.Log(2), p.seen(c), 1e-9)
	assert.Zero(t, p.seen(&candidate{}), "a plain edit is seen nowhere")
}

func TestSoftmax(t *testing.T) {
	scores := []float64{math.Log(1), math.Log(3), math.Inf(-1)}
	softmax(scores)
	assert.InDeltaSlice(t, []float64{0.25, 0.75, 0}, scores, 1e-12)
	far := []float64{-5000, -5001}
	softmax(far)
	assert.InDelta(t, 1, far[0]+far[1], 1e-12)
}
