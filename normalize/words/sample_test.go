package words

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sourcePages are pages of one source, which has lost its umlauts.
var sourcePages = []string{
	`Die Bucherei hat seit dem Fruhjahr wieder geoffnet, aber die Turen schliefen schon um funf.
Fur die Schuler ist das zu fruh, denn sie konnen erst nach der Schule kommen.`,
	`Im nachsten Jahr wird die alte Brucke uber den Flufs gesperrt. Die Pfeiler sind murbe, und
grofere Fahrzeuge durfen sie schon heute nicht mehr uberqueren.

Die Handler furchten, dafs ihre Kunden wegbleiben, und fordern den Gemeinderat auf, die
Arbeiten auf die Nachte zu legen.`,
	`Wahrend der Bauzeit fuhrt der Weg uber die Dorfer am anderen Ufer, und die Buss' fahren spater.`,
}

func sampled(f *Fixer, texts ...string) *Sample {
	s := f.NewSample()
	for _, text := range texts {
		s.Add(text)
	}
	return s
}

func TestSampleKnowsNoOrder(t *testing.T) {
	f := tinyFixer(t)
	want := sampled(f, sourcePages...).Source()
	require.NotNil(t, want)
	a, b, c := sourcePages[0], sourcePages[1], sourcePages[2]
	for name, texts := range map[string][]string{
		"turned": {c, b, a}, "one text": {a + "\n\n" + b + "\n\n" + c}, "grouped": {b, a + "\f" + c},
		"paragraphs": append(strings.Split(b, "\n\n"), c, a), "twice": {a, b, c, a, b},
	} {
		assert.Equal(t, want, sampled(f, texts...).Source(), name)
	}
	assert.NotEqual(t, want, sampled(f, a, b).Source())
}

func TestSampleOfMuchKnowsNoOrder(t *testing.T) {
	f := tinyFixer(t)
	texts := make([]string, 5000)
	for i := range texts {
		texts[i] = strings.Repeat(fmt.Sprintf("fir Haus %d\n", i), 10)
	}
	s, turned := f.NewSample(), f.NewSample()
	for i := range texts {
		s.Add(texts[i])
		turned.Add(texts[len(texts)-1-i])
		require.LessOrEqual(t, s.size, 2*sampleSize+pieceSize)
	}
	assert.Equal(t, s.Source(), turned.Source())
	assert.Equal(t, s.pieces, turned.pieces)
	assert.LessOrEqual(t, s.size, sampleSize)
	assert.Greater(t, s.size, sampleSize/2)
}

func TestSampleIsSafe(t *testing.T) {
	f := tinyFixer(t)
	s := f.NewSample()
	var all sync.WaitGroup
	for _, text := range sourcePages {
		all.Add(1)
		go func() {
			defer all.Done()
			s.Add(text)
			s.SourceWithout(text)
		}()
	}
	all.Wait()
	assert.Equal(t, sampled(f, sourcePages...).Source(), s.Source())
}

func TestSourceWithoutOneText(t *testing.T) {
	f := tinyFixer(t)
	a, b := sourcePages[0], sourcePages[1]
	tests := map[string]struct {
		texts   []string
		without string
		want    *Source
	}{
		"the only one":   {[]string{b}, b, nil},
		"given twice":    {[]string{b, b}, b, nil},
		"none of them":   {[]string{a}, b, sampled(f, a).Source()},
		"nothing at all": {nil, a, nil},
		"no words":       {[]string{"1999\n\n--"}, a, nil},
	}
	for name, tt := range tests {
		assert.Equal(t, tt.want, sampled(f, tt.texts...).SourceWithout(tt.without), name)
	}
	got, want := sampled(f, a, b).SourceWithout(b), sampled(f, a).Source()
	assert.InDelta(t, want.words, got.words, 1e-9)
	for code, n := range want.evidence.letters {
		assert.InDelta(t, n, got.evidence.letters[code], 4, "the estimate is that of all texts")
		assert.GreaterOrEqual(t, got.evidence.letters[code], 0.0)
	}
}

func TestPieces(t *testing.T) {
	line := strings.Repeat("und ", 20) + "\n"
	long := strings.Repeat(line, 100)
	tests := map[string]struct {
		text string
		want int
	}{
		"nothing": {" \n\n", 0}, "paragraphs": {"a\n\nb\fc", 3}, "lines": {long, 4},
		"one line": {strings.ReplaceAll(long, "\n", ""), 4}, "one word": {strings.Repeat("a", 3*pieceSize), 1},
	}
	for name, tt := range tests {
		got := pieces(tt.text)
		assert.Len(t, got, tt.want, name)
		assert.Equal(t, strings.Fields(tt.text), strings.Fields(strings.Join(got, "\n")), name)
	}
}

// tinyFixer rests on the tiny dictionary.
func tinyFixer(t testing.TB) *Fixer {
	t.Helper()
	return &Fixer{finder: tinyFinder(t)}
}
