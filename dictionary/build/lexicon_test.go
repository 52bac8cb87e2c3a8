package main

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary"
)

// pack writes text, packed, to a file in dir.
func pack(t testing.TB, dir, name, text string) {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	require.NoError(t, err)
	packed := w.EncodeAll([]byte(text), nil)
	require.NoError(t, w.Close())
	require.NoError(t, os.MkdirAll(dir, 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(dir, name+".zst"), packed, 0o644))
}

// rows joins fields by tabs: a line for each string, with commas for tabs.
func rows(lines ...string) string {
	return strings.ReplaceAll(strings.Join(lines, "\n"), ",", "\t") + "\n"
}

// writeLists writes small lists to dir.
func writeLists(t testing.TB, dir string) {
	t.Helper()
	pack(t, dir, "posdict_forms.tsv", rows("form,lemma,pos", "Hauses,Haus,NOUN", "Haus,Haus,NOUN", "Garten,Garten,NOUN", "Gärten,Garten,NOUN",
		"Hausgarten,Hausgarten,NOUN", "Gartenhaus,Gartenhaus,NOUN", "schön,schön,ADJ", "gehen,gehen,VERB", "a1,a1,NOUN", "-x,-x,NOUN"))
	pack(t, dir, "names_firstnames.tsv", rows("name,rank,count", "Anna Maria,1,2", "Jo,1,2", "von,1,2"))
	for _, name := range []string{"names_lastnames.tsv", "names_speakers.tsv", "names_places.tsv"} {
		pack(t, dir, name, rows("name,rank,count", "Köln,1,2"))
	}
	pack(t, dir, "unigrams_by_source.tsv", rows("token,total,wikipedia,eltec",
		"für,5000,4000,1000", "fur,10,10,", "das,6000,5000,1000", "Das,100,90,10", "Haus,300,200,100", "Theil,50,,50", ".,9,9,9", "im,900,500,400", "und,9000,5000,4000"))
	pack(t, dir, "wordfreq_large_de.tsv", rows("das,7", "zeitung,5", "zwackel,2", "köln,4", "haus,5"))
}

func TestReadLexicon(t *testing.T) {
	dir := t.TempDir()
	writeLists(t, dir)
	l, err := readLexicon(dir)
	require.NoError(t, err)

	assert.True(t, l.forms["Haus"].lexical)
	assert.True(t, l.forms["Haus"].noun)
	assert.True(t, l.forms["schön"].adjective)
	assert.True(t, l.forms["gehen"].verb)
	assert.Equal(t, 200.0, l.forms["Haus"].rawModern)
	assert.Equal(t, 100.0, l.forms["Haus"].rawHistoric)
	assert.Equal(t, 50.0, l.forms["Theil"].rawHistoric)
	assert.Zero(t, l.forms["Theil"].modern)

	assert.True(t, l.forms["Maria"].name, "each part of a name")
	for _, word := range []string{"Jo", "von", "a1", "-x", "."} {
		assert.NotContains(t, l.forms, word)
	}

	das, Das := l.forms["das"], l.forms["Das"]
	assert.InDelta(t, 1e7, das.web+Das.web, 1, "shared out among the spellings")
	assert.Greater(t, das.web, Das.web)
	assert.Contains(t, l.forms, "Zeitung", "nothing tells that it is no noun")
	assert.NotContains(t, l.forms, "zwackel")
	assert.NotContains(t, l.forms, "Zwackel", "the tail of the list proves nothing")
	assert.InDelta(t, 1e4, l.forms["Köln"].web, 1)
}

func TestReadLexiconReports(t *testing.T) {
	dir := t.TempDir()
	_, err := readLexicon(dir)
	assert.ErrorIs(t, err, os.ErrNotExist)
	writeLists(t, dir)
	pack(t, dir, "unigrams_by_source.tsv", rows("token,total,wikipedia", "für,1,viel"))
	_, err = readLexicon(dir)
	assert.ErrorContains(t, err, "line 2")
	assert.ErrorContains(t, err, "für")
	require.NoError(t, os.WriteFile(filepath.Join(dir, "unigrams_by_source.tsv.zst"), []byte("not packed"), 0o644))
	_, err = readLexicon(dir)
	assert.Error(t, err)
}

func TestIsWord(t *testing.T) {
	for _, word := range []string{"Haus", "ist's", "E-Mail", "Größe", "é", "Straße", "Éclair"} {
		assert.True(t, isWord(word), word)
	}
	for _, word := range []string{"", "-", "3", "A4", "-Mail", "Mail-", "a b", "a.b", "Москва", strings.Repeat("a", 61), "«a»"} {
		assert.False(t, isWord(word), word)
	}
	assert.True(t, isWebWord("Haus"))
	for _, word := range []string{"der", "E-Mail", "ist's"} {
		assert.False(t, isWebWord(word), word)
	}
}

func TestFrequencies(t *testing.T) {
	f := &form{}
	assert.Equal(t, 0.5, f.perBillion(), "a form that no text has is no impossible one")
	f.count("wikipedia", 1488)
	assert.InDelta(t, modernWeights["wikipedia"]*1e5, f.modern, 1e-6, "1,488 in 14.88 million are 100,000 in a billion")
	assert.Equal(t, 1488.0, f.rawModern)
	f.count("eltec", 11.09)
	assert.InDelta(t, historicWeights["eltec"]*1e3, f.historic, 1e-6)
	assert.Equal(t, 11.09, f.rawHistoric)
	both := f.perBillion()
	f.web = 1000
	assert.Greater(t, f.perBillion(), both)
}

// TestWeightsAreShares: each mixture of sources is one whole, of sources whose
// size is known.
func TestWeightsAreShares(t *testing.T) {
	for _, mixture := range []map[string]float64{modernWeights, historicWeights} {
		sum := 0.0
		for source, w := range mixture {
			sum += w
			assert.Positive(t, tokensOf[source], source)
		}
		assert.InDelta(t, 1, sum, 1e-9)
	}
	for _, s := range sources {
		assert.Positive(t, tokensOf[s.name], s.name)
		assert.Greater(t, s.weight, 0.0)
		assert.LessOrEqual(t, s.weight, 1.0)
	}
	assert.Len(t, sources, len(modernWeights)+len(historicWeights))
}

func TestFlags(t *testing.T) {
	tests := []struct {
		name string
		form form
		want dictionary.Flags
	}{
		{"of a dictionary", form{lexical: true}, dictionary.Lexical | dictionary.Modern},
		{"modern", form{rawModern: 20}, dictionary.Modern},
		{"historic", form{rawHistoric: 20}, dictionary.Historic},
		{"both", form{rawModern: 20, rawHistoric: 20}, dictionary.Modern | dictionary.Historic},
		{"a name", form{name: true}, dictionary.Name},
		{"hardly attested", form{rawModern: 3}, dictionary.Modern | dictionary.Weak},
		{"once", form{rawModern: 1}, dictionary.Weak},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, flagsOf(&tt.form), tt.name)
	}
}

// writeCorpus writes lists and a few lines of each source.
func writeCorpus(t testing.TB, dir string) {
	t.Helper()
	writeLists(t, filepath.Join(dir, "lexicon"))
	for _, s := range sources {
		pack(t, dir, s.name+".txt", strings.Repeat("Das Haus und der Garten.\nFür das Haus, im Jahr 1900.\n", 30))
		pack(t, dir, s.name+".valid.txt", "Das Haus im Garten.\n")
	}
}

// TestBuildIsDeterministic: the same sources give the same files, which open.
func TestBuildIsDeterministic(t *testing.T) {
	corpus := t.TempDir()
	writeCorpus(t, corpus)
	var before map[string][]byte
	for range 3 {
		out := t.TempDir()
		b := builder{corpus: corpus, out: out, removed: filepath.Join(out, "removed")}
		b.size.Bigrams, b.size.Trigrams = 100, 100
		require.NoError(t, b.run())
		files := make(map[string][]byte)
		entries, err := os.ReadDir(out)
		require.NoError(t, err)
		for _, e := range entries {
			files[e.Name()], err = os.ReadFile(filepath.Join(out, e.Name()))
			require.NoError(t, err)
		}
		if before != nil {
			assert.Equal(t, before, files)
		}
		before = files
	}
	assert.Equal(t, "fur\tfür", strings.Join(strings.Split(string(before["removed"]), "\t")[:2], "\t"))
	checkBuilt(t, before)
}

func checkBuilt(t *testing.T, files map[string][]byte) {
	t.Helper()
	d, err := dictionary.Open(dictionary.Files{
		Words: files["words.bin"], Forms: files["forms.bin"], Parts: files["parts.bin"], Modifiers: files["modifiers.bin"],
		Heads: files["heads.bin"], Model: files["model.bin"], Letters: files["letters.bin"],
		Bilinear: files["bilinear.bin"],
	})
	require.NoError(t, err)
	haus, ok := d.Lookup("Haus")
	require.True(t, ok)
	assert.NotZero(t, haus.Flags&dictionary.Lexical)
	und, ok := d.Lookup("und")
	require.True(t, ok)
	_, ok = d.Lookup("fur")
	assert.False(t, ok)
	assert.True(t, d.Forms().Contains("Gärten"))
	for _, sign := range punctuation {
		_, ok := d.Lookup(sign)
		assert.True(t, ok, sign)
		assert.False(t, d.Forms().Contains(sign), "a sign is no candidate")
	}
	das, ok := d.Lookup("Das")
	require.True(t, ok)
	assert.Greater(t, d.Model().LogProb(0, das.ID, haus.ID, haus.Unigram, das.Unigram.Backoff), d.Model().LogProb(0, das.ID, und.ID, und.Unigram, das.Unigram.Backoff),
		"Das Haus stands in the texts, Das und does not")
	assert.False(t, math.IsNaN(float64(d.Letters().LogProb("Hausgarten"))))
}

func TestBuildReportsWhatIsMissing(t *testing.T) {
	b := builder{corpus: t.TempDir(), out: t.TempDir()}
	assert.ErrorIs(t, b.run(), os.ErrNotExist)
	corpus := t.TempDir()
	writeLists(t, filepath.Join(corpus, "lexicon"))
	b.corpus = corpus
	assert.ErrorIs(t, b.run(), os.ErrNotExist, "texts are missing")
}

func TestVocabularyNumbers(t *testing.T) {
	v := &vocabulary{ids: map[string]uint32{"das": 10, "ist's": 11, ".": 12}}
	assert.Equal(t, []uint32{10, 11, 1, 2, 0, 12}, v.numbers("das ist’s „Xyz“ 3,5 xyz."))
	assert.Empty(t, v.numbers(""))
}
