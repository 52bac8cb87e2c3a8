package normalize

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"
)

// checkLaws cleans text and checks what holds for every text: the changes replay,
// the result is valid UTF-8 in form C, and cleaning it again changes nothing.
func checkLaws(t testing.TB, p *Pipeline, text string) Result {
	t.Helper()
	result, err := p.Clean(text)
	require.NoError(t, err)
	replayed, err := Apply(text, result.Changes)
	require.NoError(t, err)
	require.Equal(t, result.Text, replayed, "the changes do not replay")
	require.True(t, utf8.ValidString(result.Text), "not UTF-8: %q", result.Text)
	require.True(t, norm.NFC.IsNormalString(result.Text), "not in form C: %q", result.Text)
	again, err := p.Clean(result.Text)
	require.NoError(t, err)
	require.Empty(t, again.Changes, "cleaning the clean text changes it")
	require.Equal(t, result.Text, again.Text)
	for _, c := range result.Changes {
		require.NotEqual(t, c.Before, c.After, "a change that changes nothing")
		require.NotEmpty(t, c.Rule)
		require.True(t, c.Confidence > 0 && c.Confidence <= 1, "confidence %g of %q → %q", c.Confidence, c.Before, c.After)
		require.True(t, c.Applied)
	}
	checkSuggestions(t, text, result)
	return result
}

// checkSuggestions checks that what is suggested fits the input and does no harm
// to the replay.
func checkSuggestions(t testing.TB, text string, result Result) {
	t.Helper()
	last := 0
	for _, c := range result.Suggestions {
		require.False(t, c.Applied)
		require.Equal(t, text[c.Start:c.End], c.Before)
		require.NotEqual(t, c.Before, c.After)
		require.True(t, c.Confidence >= 0.2 && c.Confidence <= 1, "confidence %g of %q → %q", c.Confidence, c.Before, c.After)
		require.GreaterOrEqual(t, c.Start, last)
		last = c.Start
		require.NotEqual(t, result.Text, takenUp(t, text, result, c), "suggests what is done: %+v", c)
	}
	replayed, err := Apply(text, result.All())
	require.NoError(t, err)
	require.Equal(t, result.Text, replayed, "suggestions are replayed")
}

// takenUp is what text becomes if the suggestion is made instead of the changes
// that it overlaps.
func takenUp(t testing.TB, text string, result Result, suggestion Change) string {
	t.Helper()
	suggestion.Applied = true
	changes := []Change{suggestion}
	for _, c := range result.Changes {
		if c.End <= suggestion.Start || c.Start >= suggestion.End {
			changes = append(changes, c)
		} else {
			require.True(t, suggestion.Start <= c.Start && c.End <= suggestion.End, "%+v is half covered by %+v", c, suggestion)
		}
	}
	slices.SortStableFunc(changes, func(a, b Change) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	out, err := Apply(text, changes)
	require.NoError(t, err)
	return out
}

func TestLawsHoldForEveryFixture(t *testing.T) {
	for _, f := range inputs(t) {
		t.Run(f.name(), func(t *testing.T) {
			result := checkLaws(t, wholePipeline(t), f.text(t))
			if f.article != "" {
				assert.NotEmpty(t, result.Changes, "an OCR text without errors is no test")
			}
		})
	}
}

// TestEncodings checks that a page comes out the same whatever its encoding was.
func TestEncodings(t *testing.T) {
	expected := map[string]string{"latin-1.txt": "truth-plain.txt", "cp850.txt": "truth-plain.txt"}
	for _, f := range inputs(t) {
		if f.article != "" {
			continue
		}
		t.Run(f.name(), func(t *testing.T) {
			want := "truth.txt"
			if other, ok := expected[f.name()]; ok {
				want = other
			}
			if f.name() == "truth-plain.txt" {
				want = f.name()
			}
			truth, err := os.ReadFile(filepath.Join(encodingsFolder, want))
			require.NoError(t, err)
			data, err := os.ReadFile(f.path)
			require.NoError(t, err)
			var options []Option
			if f.name() == "macroman.txt" {
				options = append(options, Encoding("macroman"))
			}
			p, err := New(options...)
			require.NoError(t, err)
			text, err := p.Decode(data)
			require.NoError(t, err)
			result, err := p.Clean(text)
			require.NoError(t, err)
			assert.Equal(t, string(truth), result.Text)
		})
	}
}

// TestNewRefusesUnknownNames of fixers and encodings, once and for all inputs.
func TestNewRefusesUnknownNames(t *testing.T) {
	for message, option := range map[string]Option{
		"there is no fixer \"speling\"; there are decode, characters, line-ends, words, typography": Only("speling"),
		"there is no fixer \"Words\"":         Skip("Words"),
		"unknown encoding \"klingon\"; known": Encoding("klingon"),
	} {
		_, err := New(option)
		assert.ErrorContains(t, err, message)
	}
	_, err := New(Encoding("ISO_8859-1"))
	assert.NoError(t, err, "an alias is a name")
}

func TestFixersRunAsChosen(t *testing.T) {
	names := func(options ...Option) (names []string) {
		p, err := New(options...)
		require.NoError(t, err)
		for _, f := range p.Fixers() {
			names = append(names, f.Name())
		}
		return names
	}
	assert.Equal(t, []string{"decode", "characters", "line-ends", "words", "typography"}, names())
	assert.Equal(t, []string{"characters", "words"}, names(Only("words", "characters")))
	assert.Equal(t, []string{"decode", "characters", "line-ends", "words"}, names(Skip("typography")))
	assert.Equal(t, []string{"words"}, names(Only("words", "typography"), Skip("typography")))
}

// TestExamplesAreTrue runs the whole pipeline on what each fixer shows for its
// example.
func TestExamplesAreTrue(t *testing.T) {
	for _, f := range wholePipeline(t).Fixers() {
		t.Run(f.Name(), func(t *testing.T) {
			before, after := f.Example()
			assert.NotEqual(t, before, after)
			assert.Equal(t, after, checkLaws(t, wholePipeline(t), before).Text)
		})
	}
}

// TestGoroutinesShareAPipeline is best run with -race.
func TestGoroutinesShareAPipeline(t *testing.T) {
	const goroutines = 8
	p, err := New()
	require.NoError(t, err)
	fixtures := ocrTexts(t)
	texts, alone := make([]string, len(fixtures)), make([]Result, len(fixtures))
	for i, f := range fixtures {
		texts[i] = f.text(t)
		alone[i], err = wholePipeline(t).Clean(texts[i])
		require.NoError(t, err)
	}
	var wg sync.WaitGroup
	results := make([][]Result, goroutines)
	for g := range goroutines {
		wg.Go(func() {
			results[g] = make([]Result, len(fixtures))
			for n := range fixtures {
				i := (n + g) % len(fixtures) // all at different texts
				var err error
				results[g][i], err = p.Clean(texts[i])
				assert.NoError(t, err)
			}
		})
	}
	wg.Wait()
	for g := range goroutines {
		assert.Equal(t, alone, results[g])
	}
}
