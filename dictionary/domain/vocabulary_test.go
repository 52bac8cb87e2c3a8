package domain

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary/ngram"
	"klartext/dictionary/token"
)

// TestNewWords says which strings of texts become words.
func TestNewWords(t *testing.T) {
	tests := []struct {
		name  string
		files []string
		want  []string
	}{
		{"three times", []string{"Zwackelbauer Zwackelbauer Zwackelbauer"}, []string{"Zwackelbauer"}},
		{"twice", []string{"Zwackelbauer Zwackelbauer"}, nil},
		{"twice, in two files", []string{"Zwackelbauer", "Zwackelbauer"}, []string{"Zwackelbauer"}},
		{"with long s", []string{"Zwackelſonne Zwackelsonne Zwackelſonne"}, []string{"Zwackelsonne"}},
		{"known", []string{"Haus Haus Haus Haus"}, nil},
		{"known in small letters", []string{"Gehen Gehen Gehen HAUS HAUS HAUS"}, nil},
		{"too short", []string{"Zq Zq Zq Äx Äx Äx"}, nil},
		{"no vowel", []string{"Zwckl Zwckl Zwckl"}, nil},
		{"digits inside", []string{"Zwack3l Zwack3l Zwack3l"}, nil},
		{"capitals inside", []string{"ZwackelBauer ZwackelBauer ZwackelBauer"}, nil},
		{"letters of no dictionary", []string{"Zwackeł Zwackeł Zwackeł Москва Москва Москва"}, []string{"Zwackeł"}},
		{"hyphens", []string{"Zwackel-Bauern Zwackel-Bauern Zwackel-Bauern"}, []string{"Zwackel-Bauern"}},
		{"errors of OCR", []string{"Verwaltnng fiir iiber die Verwaltung für über", strings.Repeat("für über Verwaltung ", 40) + "Verwaltnng fiir iiber"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := newBuilder(t)
			for _, text := range tt.files {
				b.NextFile()
				require.NoError(t, b.Add(text))
			}
			var got []string
			for _, n := range slices.Sorted(maps.Keys(b.newWords(func(s *sighting) *spread { return &s.all }))) {
				got = append(got, b.seen[n].text)
			}
			assert.Equal(t, tt.want, got)
		})
	}
}

// TestRead says by which text the dictionary knows tokens.
func TestRead(t *testing.T) {
	b := newBuilder(t)
	tests := []struct {
		text, want string
		reading    reading
	}{
		{"Haus", "Haus", known},
		{"HAUS", "Haus", known},
		{"Vergesslich", "vergesslich", known},
		{"zwackelt’s", "zwackelt's", unknown},
		{"1848", "<num>", known},
		{",", ",", known},
		{"zwackelig", "zwackelig", unknown},
		{"Zwackelbauer", "Zwackelbauer", unknownUpper},
		{"Waſſer", "Wasser", known},
	}
	for _, tt := range tests {
		at, ok := token.Next(tt.text, 0)
		require.True(t, ok)
		got, r := read(b.dict, tt.text, at)
		assert.Equal(t, tt.want, got)
		assert.Equal(t, tt.reading, r, tt.text)
	}
}

// TestLinesAreHeldBack one in ten, the same ones each time and wherever they stand.
func TestLinesAreHeldBack(t *testing.T) {
	b := newBuilder(t)
	held := 0
	for i := range 3000 {
		line := "Zeile " + strings.Repeat("i", i%70) + strings.Repeat("v", i/70)
		if isHeldBack(line) {
			held++
		}
		assert.Equal(t, isHeldBack(line), isHeldBack("  "+line+"\n"))
	}
	assert.InDelta(t, 300, held, 60)
	require.NoError(t, b.Add(minutes()))
	assert.InDelta(t, 0.1, float64(b.trial.Len())/float64(b.trial.Len()+b.training.Len()), 0.09)
}

// TestPartsJoinUp: a text added in parts, cut between paragraphs, counts as a whole one.
func TestPartsJoinUp(t *testing.T) {
	whole, parts := newBuilder(t), newBuilder(t)
	text := minutes()
	require.NoError(t, whole.Add(text))
	for part := range strings.SplitAfterSeq(text, "\n\n") {
		require.NoError(t, parts.Add(part))
	}
	a, err := whole.Build("", "")
	require.NoError(t, err)
	b, err := parts.Build("", "")
	require.NoError(t, err)
	assert.Equal(t, a, b)
}

func TestIdentitiesOfWords(t *testing.T) {
	b := newBuilder(t)
	require.NoError(t, b.Add("Zwackel zwackel Haus 7"))
	zwackel := b.numbers["Zwackel"]
	assert.Equal(t, []ngram.Word{ngram.Start, ngram.UnknownUpper, ngram.Unknown, ngram.WordOf("Haus"), ngram.Number}, b.identities(nil))
	assert.Equal(t, ngram.WordOf("Zwackel"), b.identities(map[uint32]bool{zwackel: true})[zwackel])
}
