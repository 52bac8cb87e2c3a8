package normalize

import (
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Pages of one source, which has lost its umlauts, and a line that could be right.
const (
	pageOne = `Die Bucherei hat seit dem Fruhjahr wieder geoffnet, aber die Turen schliefen schon um funf.
Fur die Schuler ist das zu fruh, denn sie konnen erst nach der Schule kom-
men. Die Mutter fragten den Burgermeister, ob es nicht spater ginge.
`
	pageTwo = `Im nachsten Jahr wird die alte Brucke uber den Flufs gesperrt. Die Pfeiler sind murbe, und
grofere Fahrzeuge durfen sie schon heute nicht mehr uberqueren.

Die Handler furchten, dafs ihre Kunden wegbleiben.
`
	shortLine      = "Das wurde uns sehr freuen.\n"
	shortLineClean = "Das würde uns sehr freuen.\n"
)

func newPipeline(t testing.TB, opts ...Option) *Pipeline {
	t.Helper()
	p, err := New(opts...)
	require.NoError(t, err)
	return p
}

func cleanText(t testing.TB, p *Pipeline, text string) string {
	t.Helper()
	result, err := p.Clean(text)
	require.NoError(t, err)
	return result.Text
}

func TestSourceTellsOfItsTexts(t *testing.T) {
	p := newPipeline(t)
	s := p.NewSource()
	for _, text := range []string{pageOne, shortLine, pageTwo} {
		require.NoError(t, s.Add(text))
	}
	own, err := s.PipelineFor(shortLine)
	require.NoError(t, err)
	assert.Equal(t, shortLine, cleanText(t, p, shortLine))
	assert.Equal(t, shortLineClean, cleanText(t, own, shortLine))
	assert.Equal(t, shortLineClean, cleanText(t, s.Pipeline(), shortLine))
	assert.Equal(t, shortLineClean, cleanText(t, own, shortLineClean))
	assert.Equal(t, shortLine, cleanText(t, p, shortLine), "the pipeline itself stays as it was")
}

func TestSourceOfOneText(t *testing.T) {
	p := newPipeline(t)
	s := p.NewSource()
	require.NoError(t, s.AddFrom(strings.NewReader(pageOne)))
	own, err := s.PipelineFor(pageOne)
	require.NoError(t, err)
	assert.Same(t, p, own)
}

func TestSourceOfManyGoroutines(t *testing.T) {
	s, want := newPipeline(t).NewSource(), newPipeline(t).NewSource()
	var all sync.WaitGroup
	for _, text := range []string{pageOne, shortLine, pageTwo} {
		require.NoError(t, want.Add(text))
		all.Add(1)
		go func() {
			defer all.Done()
			assert.NoError(t, s.AddFrom(strings.NewReader(text)))
			_, err := s.PipelineFor(text)
			assert.NoError(t, err)
		}()
	}
	all.Wait()
	assert.Equal(t, want.sample.Source(), s.sample.Source())
}

func TestSourceWithoutWords(t *testing.T) {
	p := newPipeline(t, Skip("words"))
	s := p.NewSource()
	require.NoError(t, s.Add(pageOne))
	own, err := s.PipelineFor(shortLine)
	require.NoError(t, err)
	assert.Same(t, p, own)
	assert.Same(t, p, s.Pipeline())
}

func TestSourceFailsToRead(t *testing.T) {
	s := newPipeline(t).NewSource()
	assert.ErrorContains(t, s.AddFrom(strings.NewReader("\x01\x00\x02\x00\x00\x00\x03")), "decoding: ")
}

// TestStreamKnowsItsWindows: what the first window shows counts in the second.
func TestStreamKnowsItsWindows(t *testing.T) {
	p := newPipeline(t)
	first := strings.ReplaceAll(pageOne+pageTwo, "\n\n", "\n") + "\n"
	for range 2 { // the second time with nothing left of the first
		var out strings.Builder
		s := stream{pipeline: p, out: &out, at: position{line: 1, column: 1}}
		size := len(first) + 5 // which cuts into shortLine
		require.NoError(t, windows(strings.NewReader(first+shortLine), size, s.window))
		assert.Equal(t, cleanText(t, p, first)+shortLineClean, out.String(), "the first window is cleaned by itself")
	}
	var out strings.Builder
	require.NoError(t, p.Stream(strings.NewReader(shortLine), &out, nil))
	assert.Equal(t, shortLine, out.String())
}

// TestStreamForgets: what windows show fades.
func TestStreamForgets(t *testing.T) {
	s := stream{pipeline: newPipeline(t), out: &strings.Builder{}}
	texts := []string{pageOne, "Das Haus steht am Ufer.\n", "Das Haus steht am Ufer.\n"}
	var words []float64
	for _, text := range texts {
		require.NoError(t, s.window(text))
		words = append(words, s.shown.Words())
	}
	assert.InDeltaSlice(t, []float64{words[0], words[0]/2 + 5, words[0]/4 + 7.5}, words, 1e-9)
}
