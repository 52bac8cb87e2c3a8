package words

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// invented is German full of lost umlauts about a man of a name that nobody has,
// in two misread forms.
const invented = damagedLead + `Herr Gröbzwanz kénnte das wissen, sagten die Biirger, denn fir alle Hauser war Grébzwanz da.
Danach schrieb Grobzwanz iiber die Miihle, und Grébzwanz ging nach Hause. Die Bécke kénnen nicht schén singen.
`

// guessesAt are those of a slot.
func guessesAt(s *slot) []guess {
	if s.choice == nil {
		return nil
	}
	return s.guesses
}

// guessesOf are the guesses for a word once the document is decoded.
func guessesOf(t testing.TB, text, word string) []guess {
	t.Helper()
	d := shippedFixer(t).finder.read(text)
	d.resolve()
	for i := range d.paragraphs {
		for _, s := range d.paragraphs[i].slots {
			if text[s.start:s.end] == word {
				return guessesAt(&s)
			}
		}
	}
	require.Fail(t, "no such word: "+word)
	return nil
}

// guessed are the texts of guesses.
func guessed(guesses []guess) (out []string) {
	for i := range guesses {
		out = append(out, guesses[i].text)
	}
	return out
}

// guessOf is the guess that a word is another one.
func guessOf(t testing.TB, text, word, intended string) *guess {
	t.Helper()
	guesses := guessesOf(t, text, word)
	i := slices.IndexFunc(guesses, func(g guess) bool { return g.text == intended })
	require.GreaterOrEqual(t, i, 0, "%q among %q", intended, guessed(guesses))
	return &guesses[i]
}

// TestFormsOfANameVoteTogether: what stands in several forms in the document was
// one name, more likely than what stands in one.
func TestFormsOfANameVoteTogether(t *testing.T) {
	g := guessOf(t, invented, "Grébzwanz", "Gröbzwanz")
	assert.True(t, g.guessed)
	assert.Len(t, g.rules, 1)
	assert.Equal(t, "Gröbzwanz", spell(g.codes))
	assert.GreaterOrEqual(t, g.places, float32(4), "read right once, misread in three places")

	const alone = damagedLead + "Danach ging Grobzwanz nach Hause.\n"
	both, lonely := guessOf(t, invented, "Grobzwanz", "Gröbzwanz"), guessOf(t, alone, "Grobzwanz", "Gröbzwanz")
	assert.Greater(t, both.gain, lonely.gain)
	assert.Greater(t, both.share, lonely.share)
	assert.Positive(t, both.gain)
	assert.LessOrEqual(t, both.gain, float32(mostGained))
}

// formOf is a form that stands in a document count times, with guesses of the same
// spelling that cost as much.
func formOf(prior, count, cost float32, guesses ...string) *form {
	f := &form{count: count, prior: prior}
	for _, g := range guesses {
		f.guesses = append(f.guesses, guess{candidate: candidate{text: g, prior: -30, cost: cost, guessed: true}})
	}
	return f
}

// TestVotes: a name must be spelled out once, and each misreading of it paid for.
func TestVotes(t *testing.T) {
	tests := []struct {
		name  string
		forms map[string]*form
		of    string // the form whose first guess is looked at
		want  float32
	}{
		{"one form alone", map[string]*form{"Grebzwanz": formOf(-30, 1, 3, "Gröbzwanz")}, "Grebzwanz", -3},
		{"one alone, of an odd spelling", map[string]*form{"Gr6bzwanz": formOf(-38, 1, 3, "Gröbzwanz")}, "Gr6bzwanz", 5},
		{"one alone, twice", map[string]*form{"Grebzwanz": formOf(-30, 2, 3, "Gröbzwanz")}, "Grebzwanz", -6},
		{"read right elsewhere", map[string]*form{"Grebzwanz": formOf(-30, 1, 20, "Gröbzwanz"), "Gröbzwanz": formOf(-30, 1, 0)}, "Grebzwanz", 4},
		{"two forms", map[string]*form{
			"Grebzwanz": formOf(-30, 1, 18, "Gröbzwanz"), "Grobzwanz": formOf(-30, 1, 18, "Gröbzwanz"),
		}, "Grebzwanz", 24 - 18 - 24 + (24 - 18)},
		{"three forms pay for it", map[string]*form{
			"Grebzwanz": formOf(-30, 1, 14, "Gröbzwanz"), "Grobzwanz": formOf(-30, 1, 14, "Gröbzwanz"), "Grabzwanz": formOf(-30, 1, 14, "Gröbzwanz"),
		}, "Grebzwanz", 24 - 14 - 24 + 2*(24-14)},
		{"one that gains nothing has no vote", map[string]*form{
			"Grebzwanz": formOf(-30, 1, 3, "Gröbzwanz"), "Grobzwanz": formOf(-30, 1, 90, "Gröbzwanz"),
		}, "Grebzwanz", -3},
		{"another name has its own votes", map[string]*form{
			"Grebzwanz": formOf(-30, 1, 3, "Gröbzwanz"), "Grobzwanz": formOf(-30, 1, 3, "Grabzwanz"),
		}, "Grebzwanz", -3},
		{"no more than is allowed", map[string]*form{"Gr6bzwanz": formOf(-90, 1, 3, "Gröbzwanz")}, "Gr6bzwanz", mostGained},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			names := gather(tt.forms)
			for _, f := range tt.forms {
				f.weigh(names, tt.forms)
			}
			assert.InDelta(t, tt.want, tt.forms[tt.of].guesses[0].gain, 1e-4)
		})
	}
}

// TestVotesKeepTheirDistance: where the best guess gains too much, the others come
// down with it.
func TestVotesKeepTheirDistance(t *testing.T) {
	f := formOf(-90, 1, 3, "Gröbzwanz", "Gräbzwanz")
	f.guesses[1].cost = 8
	forms := map[string]*form{"Gr6bzwanz": f}
	f.weigh(gather(forms), forms)
	assert.InDelta(t, mostGained, f.guesses[0].gain, 1e-4)
	assert.InDelta(t, mostGained-5, f.guesses[1].gain, 1e-4)
}

// TestStrays: what stands once may be a misread form of a name that recurs; what
// recurs is a name of its own.
func TestStrays(t *testing.T) {
	tests := []struct{ name, text, word, want string }{
		{"a stray of a name that recurs", "Somix gehen Somix gehen Somix gehen Sornix", "Sornix", "Somix"},
		{"a name that recurs too seldom", "Somix gehen Somix gehen Sornix", "Sornix", ""},
		{"a form that recurs", "Somix gehen Somix gehen Somix gehen Sornix gehen Sornix", "Sornix", ""},
		{"an umlaut regained needs no recurrence", "gehen Zuxax", "Zuxax", "Züxax"},
		{"a confusion that regains nothing", "gehen Sornix", "Sornix", ""},
		{"too short", "gehen Zux", "Zux", ""},
		{"known words", "Somix Somix Somix gehen", "gehen", ""},
	}
	f := tinyFinder(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := f.read(tt.text)
			d.searched = tinyProfiles
			d.guess(noisy(f.channel, 1))
			for _, s := range d.paragraphs[0].slots {
				switch {
				case tt.text[s.start:s.end] != tt.word:
				case tt.want == "":
					assert.Empty(t, guessed(guessesAt(&s)))
				default:
					assert.Contains(t, guessed(guessesAt(&s)), tt.want)
				}
			}
		})
	}
}

// TestNoGuessIsKnown: a known word is found by the search.
func TestNoGuessIsKnown(t *testing.T) {
	f := tinyFinder(t)
	d := f.read("gehen Burger")
	d.searched = tinyProfiles
	assert.NotContains(t, guessed(d.guessesFor("Burger", noisy(f.channel, 1))), "Bürger")
}

// TestOfferedGuesses: beside the word as it stands a guess is as likely as it
// gains, or less so; none is likelier than the channel makes it.
func TestOfferedGuesses(t *testing.T) {
	tests := []struct {
		name         string
		gains        []float32
		shares       []float32
		behind, most []float32 // what the guess is ahead of the word at least and at most
	}{
		{"one that gains", []float32{5}, []float32{-12}, []float32{5}, []float32{100}},
		{"one that gains though its letters are unlikely", []float32{5}, []float32{-60}, []float32{5}, []float32{5}},
		{"one that loses", []float32{-3}, []float32{-12}, []float32{-100}, []float32{-3}},
		{"two that gain", []float32{5, 1}, []float32{-50, -50}, []float32{5, 1}, []float32{5, 100}},
	}
	f := tinyFinder(t)
	p := noisy(f.channel, 1)
	d := f.read("Grebzwanz")
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			own := option{text: "Grebzwanz", words: [2]lmWord{f.class("Grebzwanz", -30)}, n: 1, span: 1, score: -2}
			s := reads(own)
			for i, gain := range tt.gains {
				s.guesses = append(s.guesses, guess{candidate: candidate{text: []string{"Gröbzwanz", "Gräbzwanz"}[i]}, gain: gain, share: tt.shares[i], places: 3})
			}
			d.offerGuesses(&s, p)
			require.Len(t, s.options, 1+len(tt.gains))
			total := func(i int) float32 { return s.options[i].score + s.options[i].words[0].lnProb() }
			assert.LessOrEqual(t, s.options[0].score, own.score)
			for i := range tt.gains {
				o := &s.options[i+1]
				assert.Same(t, &s.guesses[i].candidate, o.from)
				assert.EqualValues(t, 3, o.places)
				assert.LessOrEqual(t, o.score, p.channelScore(o.from))
				assert.GreaterOrEqual(t, total(i+1)-total(0), tt.behind[i]-1e-4)
				assert.LessOrEqual(t, total(i+1)-total(0), tt.most[i]+1e-4)
			}
		})
	}
	s := reads(option{text: "Grebzwanz", score: -2})
	d.offerGuesses(&s, p)
	assert.Equal(t, float32(-2), s.options[0].score, "nothing to offer")
}

// TestShares: beside the words of the dictionary a name is the likelier the more
// places it stands in.
func TestShares(t *testing.T) {
	share := func(counts ...float32) float32 {
		forms := make(map[string]*form)
		for i, count := range counts {
			forms[string(rune('A'+i))+"rebzwanz"] = formOf(-40, count, 0.5, "Gröbzwanz")
		}
		names := gather(forms)
		for _, f := range forms {
			f.weigh(names, forms)
		}
		return forms["Arebzwanz"].guesses[0].share
	}
	assert.InDelta(t, -30-unknownPrior, share(1), 1e-4, "spelled out once")
	assert.InDelta(t, (-30-unknownPrior+repeatedSpelling)/2.0, share(2), 1e-4, "and then repeated")
	assert.InDelta(t, share(3), share(1, 1, 1), 1e-4, "in three forms or in one")
	assert.Greater(t, share(3), share(2))
	assert.Less(t, share(50), float32(repeatedSpelling)+1)
}

// TestOnePlausibleFormStays: a name that stands once, in a spelling that a name
// may have.
func TestOnePlausibleFormStays(t *testing.T) {
	const text = damagedLead + "Danach kam Herr Hollbruck vorbei und grüßte Frau Wendlohe.\n"
	after := fix(t, balancedFixer(t), text)
	assert.Contains(t, after, "Hollbruck")
	assert.Contains(t, after, "Wendlohe")
}

func TestGuessesAreMade(t *testing.T) {
	guess := func(text, word string) float64 {
		for _, p := range shippedFixer(t).Proposals(text) {
			if text[p.Start:p.End] == word && p.After == "Gröbzwanz" {
				return p.Confidence
			}
		}
		return 0
	}
	both := guess(invented, "Grébzwanz")
	assert.Positive(t, both, "a guess is proposed")
	assert.GreaterOrEqual(t, both, guess(damagedLead+"Danach ging Grébzwanz nach Hause.\n", "Grébzwanz"))
}

func TestWhatIsNotGuessedAt(t *testing.T) {
	for name, word := range map[string]string{"known words": "Hause", "short words": "Xuq"} {
		assert.Empty(t, guessesOf(t, damagedLead+"Danach kam "+word+" vorbei.\n", word), name)
	}
	for _, g := range guessesOf(t, damagedLead+"Danach kam Wrkstp vorbei.\n", "Wrkstp") {
		assert.Negative(t, g.gain, "an umlaut makes it no likelier a name")
	}
	for _, g := range guessesOf(t, longProse+"\nDanach kam Grobzwanz vorbei.\n", "Grobzwanz") {
		assert.Negative(t, g.gain, "in a clean text")
	}
}

// TestGuessesAreUnknown: a word of the dictionary is a candidate, not a guess.
func TestGuessesAreUnknown(t *testing.T) {
	f := shippedFixer(t).finder
	text := invented + damage(allParagraphs())
	d := f.read(text)
	d.resolve()
	n := 0
	for i := range d.paragraphs {
		for _, s := range d.paragraphs[i].slots {
			assert.LessOrEqual(t, len(guessesAt(&s)), maxGuesses)
			for _, g := range guessesAt(&s) {
				n++
				assert.False(t, f.lookup(g.text).known, g.text)
				assert.True(t, countUmlauts(g.text) > countUmlauts(text[s.start:s.end]) || d.count(g.text) >= leastRecurring, g.text)
			}
		}
	}
	assert.Greater(t, n, 5)
}
