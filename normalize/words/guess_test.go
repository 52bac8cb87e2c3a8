package words

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// invented is German full of lost umlauts about a man of a name that nobody has,
// in two misread forms.
const invented = damagedLead + `Herr Zwöltner kénnte das wissen, sagten die Biirger, denn fir alle Hauser war Zwéltner da.
Danach schrieb Zwoltner iiber die Miihle, und Zwéltner ging nach Hause. Die Bécke kénnen nicht schén singen.
`

// guessesOf are the guesses for a word once the document is decoded.
func guessesOf(t testing.TB, text, word string) (guesses []candidate, votes map[string]int) {
	t.Helper()
	d := shippedFixer(t).finder.read(text)
	d.resolve()
	for i := range d.paragraphs {
		for _, s := range d.paragraphs[i].slots {
			if text[s.start:s.end] == word {
				return s.guesses, d.votes
			}
		}
	}
	require.Fail(t, "no such word: "+word)
	return nil, nil
}

// TestFormsOfANameVoteTogether: what stands in several forms in the document was
// one name, more likely than what stands in one.
func TestFormsOfANameVoteTogether(t *testing.T) {
	guesses, votes := guessesOf(t, invented, "Zwéltner")
	g := find(t, guesses, "Zwöltner")
	assert.True(t, g.guessed)
	assert.Len(t, g.rules, 1)
	assert.Equal(t, "Zwöltner", spell(g.codes))
	assert.GreaterOrEqual(t, votes["Zwöltner"], 3, "read right once, misread in two forms")

	const alone = damagedLead + "Danach ging Zwéltner nach Hause.\n"
	_, lonely := guessesOf(t, alone, "Zwéltner")
	assert.Less(t, lonely["Zwöltner"], votes["Zwöltner"])
}

func TestGuessesAreMade(t *testing.T) {
	guess := func(text, word string) float64 {
		for _, p := range shippedFixer(t).Proposals(text) {
			if text[p.Start:p.End] == word && p.After == "Zwöltner" {
				return p.Confidence
			}
		}
		return 0
	}
	both := guess(invented, "Zwéltner")
	assert.Positive(t, both, "a guess is proposed")
	assert.GreaterOrEqual(t, both, guess(damagedLead+"Danach ging Zwéltner nach Hause.\n", "Zwéltner"))
}

func TestWhatIsNotGuessedAt(t *testing.T) {
	for name, word := range map[string]string{
		"known words": "Hause", "short words": "Xuq", "words without what engines make of umlauts": "Wrkstp",
	} {
		guesses, _ := guessesOf(t, damagedLead+"Danach kam "+word+" vorbei.\n", word)
		assert.Empty(t, guesses, name)
	}
	guesses, _ := guessesOf(t, longProse+"\nDanach kam Zwoltner vorbei.\n", "Zwoltner")
	assert.Empty(t, guesses, "in a clean text")
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
			assert.LessOrEqual(t, len(s.guesses), maxGuesses)
			for _, g := range s.guesses {
				n++
				assert.False(t, f.lookup(g.text).known, g.text)
				assert.Greater(t, countUmlauts(g.text), countUmlauts(text[s.start:s.end]), g.text)
			}
		}
	}
	assert.Greater(t, n, 5)
}
