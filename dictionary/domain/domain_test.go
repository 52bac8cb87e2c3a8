package domain

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/cespare/xxhash/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary"
	"klartext/dictionary/confusion"
	"klartext/dictionary/ngram"
)

func newBuilder(t testing.TB) *Builder {
	t.Helper()
	dict, err := dictionary.Embedded()
	require.NoError(t, err)
	tables, err := confusion.Shipped()
	require.NoError(t, err)
	return NewBuilder(dict, tables)
}

// minutes are some 2,000 words of a council that is fond of its own words.
func minutes() string {
	var b strings.Builder
	for i := range 110 {
		fmt.Fprintf(&b, "Der Kreuzwegausschuß beschließt am %d. Mai, die Quellgrabenmeisterei\n", i%30+1)
		fmt.Fprintf(&b, "dem Zwackelbauer %s zu übertragen; der Bürgermeister dankt.\n\n", []string{"Huber", "Meier", "Schmid"}[i%3])
	}
	return b.String()
}

func built(t testing.TB, texts ...string) []byte {
	t.Helper()
	b := newBuilder(t)
	for _, text := range texts {
		b.NextFile()
		require.NoError(t, b.Add(text))
	}
	data, err := b.Build("Minutes", "CC0")
	require.NoError(t, err)
	return data
}

func TestRoundTrip(t *testing.T) {
	m, err := Open(built(t, minutes(), "Und noch ein Satz.\n"))
	require.NoError(t, err)
	info := m.Info()
	assert.Equal(t, "Minutes", info.Name)
	assert.Equal(t, "CC0", info.Licence)
	assert.Equal(t, 2, info.Files)
	assert.Equal(t, 110*15+4, info.Words)
	assert.Equal(t, m.Words().Len(), info.NewWords)
	n, ok := m.Words().Count("Zwackelbauer")
	assert.True(t, ok)
	assert.Equal(t, 110.0, n)
	for _, word := range []string{"Bürgermeister", "zwackelbauer", "Zwackelbauers", "", "日本"} {
		_, ok := m.Words().Count(word)
		assert.False(t, ok, word)
	}
	forms, err := m.Words().Automaton()
	require.NoError(t, err)
	assert.True(t, forms.Contains("Zwackelbauer"))
	assert.NotZero(t, info.Trial.Tokens)
	assert.Less(t, info.Trial.Merged, info.Trial.Shipped/2)
	bigrams, trigrams := m.Grams().Size()
	assert.NotZero(t, bigrams)
	assert.NotZero(t, trigrams)
	assert.NotZero(t, m.Checksum())
}

// TestWordsJoinTheDictionary as a user's own ones do.
func TestWordsJoinTheDictionary(t *testing.T) {
	m, err := Open(built(t, minutes()))
	require.NoError(t, err)
	dict, err := dictionary.Embedded()
	require.NoError(t, err)
	_, ok := dict.Lookup("Zwackelbauer")
	require.False(t, ok)
	w, ok := dict.With(m.Words()).Lookup("Zwackelbauer")
	assert.True(t, ok)
	assert.Zero(t, w.Flags&dictionary.Owned, "it may be misread like any other")
	assert.Greater(t, w.Unigram.LogProb, float32(-12))
}

func TestBuildIsDeterministic(t *testing.T) {
	first := built(t, minutes(), "Zwackelbauer und Nackelbauer.")
	assert.Equal(t, first, built(t, minutes(), "Zwackelbauer und Nackelbauer."))
	assert.NotEqual(t, first, built(t, minutes(), "Zwackelbauer und Nackelbäuerin."))
}

func TestBuildRefuses(t *testing.T) {
	b := newBuilder(t)
	_, err := b.Build("", "")
	assert.ErrorIs(t, err, ErrTooSmall)
	require.NoError(t, b.Add(strings.Repeat("ein Wort ", LeastWords/2-1)+"und"))
	_, err = b.Build("", "")
	assert.ErrorIs(t, err, ErrTooSmall)
	assert.ErrorContains(t, err, "999 words")
	require.NoError(t, b.Add("noch"))
	_, err = b.Build("", "")
	assert.NoError(t, err)
	_, err = b.Build(strings.Repeat("n", LongestText+1), "")
	assert.ErrorContains(t, err, "more than 1000 bytes")
	_, err = b.Build("", strings.Repeat("n", LongestText+1))
	assert.Error(t, err)
}

func TestAddRefusesTooMuch(t *testing.T) {
	b := newBuilder(t)
	b.limit = 5
	require.NoError(t, b.Add("Das sind vier Worte."))
	err := b.Add("Und noch eins.")
	assert.ErrorIs(t, err, ErrTooLarge)
	assert.ErrorContains(t, err, "more than 5 words and signs")
}

// sealed gives changed data the checksum that fits.
func sealed(data []byte, change func(body []byte)) []byte {
	out := bytes.Clone(data)
	change(out[headSize:])
	binary.LittleEndian.PutUint64(out[headSize-8:], xxhash.Sum64(out[headSize:]))
	return out
}

func TestOpenRefuses(t *testing.T) {
	data := built(t, minutes())
	flipped := bytes.Clone(data)
	flipped[len(flipped)/2] ^= 1
	other := append([]byte(kind+"0002"), data[headSize-8:]...)
	tests := []struct {
		name string
		data []byte
		want error
	}{
		{"nothing", nil, ErrNoModel},
		{"a text", []byte("Sehr geehrte Damen und Herren"), ErrNoModel},
		{"the head alone", data[:headSize], ErrCorrupt},
		{"another version", other, ErrVersion},
		{"a flipped bit", flipped, ErrCorrupt},
		{"the end is missing", data[:len(data)-1], ErrCorrupt},
		{"more behind the end", append(bytes.Clone(data), 0), ErrCorrupt},
		{"no numbers", sealed(data[:headSize+8], func([]byte) {}), ErrCorrupt},
		{"no sections", sealed(data[:headSize+8*numbers], func([]byte) {}), ErrCorrupt},
		{"a section longer than all", sealed(data, func(b []byte) { b[8*numbers+7] = 0xff }), ErrCorrupt},
		{"no automaton", sealed(data, func(b []byte) { clear(b[8*numbers:]) }), ErrCorrupt},
		{"no language model", sealed(data, func(b []byte) { copy(b[bytes.Index(b, []byte("ktdn")):], "ktxx") }), ErrCorrupt},
		{"half, sealed again", sealed(data[:len(data)/2], func([]byte) {}), ErrCorrupt},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Open(tt.data)
			assert.ErrorIs(t, err, tt.want)
			_, err = Read(bytes.NewReader(tt.data))
			assert.ErrorIs(t, err, tt.want)
		})
	}
	broken := errors.New("broken")
	_, err := Read(iotest.ErrReader(broken))
	assert.ErrorIs(t, err, broken)
	_, err = Read(io.LimitReader(bytes.NewReader(data), 100))
	assert.ErrorIs(t, err, ErrCorrupt)
}

// tiny is a model of one word and one sentence.
func tiny(t testing.TB) []byte {
	t.Helper()
	forms, counts, err := packWords(map[string]int{"Zwackelbauer": 3})
	require.NoError(t, err)
	var said ngram.Trigrams
	said.Add(0, 0, 1)
	said.Add(0, 1, 2)
	said.Add(1, 2, 1)
	words := []ngram.Word{ngram.Start, ngram.WordOf("der"), ngram.WordOf("Zwackelbauer")}
	return write(Info{Name: "Tiny"}, forms, counts, ngram.EstimateDomain(words, 10, &said))
}

// FuzzOpen checks that damaged data are refused, or can be used without harm if they
// are not.
//
//	go test ./dictionary/domain -run '^$' -fuzz FuzzOpen -fuzztime 20s
func FuzzOpen(f *testing.F) {
	data := tiny(f)
	f.Add(data[headSize:])
	f.Add(data[headSize : len(data)/2])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, body []byte) {
		head := append([]byte(kind+version), make([]byte, 8)...)
		m, err := Open(sealed(append(head, body...), func([]byte) {}))
		if err != nil {
			assert.ErrorIs(t, err, ErrCorrupt)
			return
		}
		m.Words().Count("Zwackelbauer")
		for _, w := range []string{"der", "Zwackelbauer", "<s>"} {
			id := ngram.WordOf(w)
			m.Grams().Unigram(id, ngram.Unigram{LogProb: -9})
			m.Grams().LogProb(ngram.Start, id, id, -9)
		}
	})
}
