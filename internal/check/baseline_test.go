package check

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/internal/findings"
	"klartext/normalize"
)

// misread are words and what OCR makes of them.
var misread = [][2]string{
	{"für", "fiir"}, {"über", "iiber"}, {"können", "kénnen"}, {"und", "nnd"}, {"nicht", "nieht"},
	{"werden", "werdcn"}, {"eine", "cine"}, {"auch", "aueh"}, {"durch", "dureh"},
}

// TestBaselineReportsWhatIsNew: 20 errors are planted in real OCR texts, all lines of
// which have moved. Doubts that come and go with them are no new errors.
func TestBaselineReportsWhatIsNew(t *testing.T) {
	p, err := normalize.New()
	require.NoError(t, err)
	texts := articles(t)
	var known findings.Baseline
	for path, text := range texts {
		r, err := Examine(p, path, []byte(text), Options{MinConfidence: DefaultConfidence, Noisy: DefaultNoisy})
		require.NoError(t, err)
		known.Collect(path, slices.Concat(r.Findings, r.Faint))
	}
	r := rand.New(rand.NewPCG(1, 2))
	paths := slices.Sorted(func(yield func(string) bool) {
		for path := range texts {
			if !yield(path) {
				return
			}
		}
	})
	planted := make(map[string][]string)
	for path := range texts {
		texts[path] = "Ein neuer Absatz steht am Anfang.\n\n" + texts[path]
	}
	for n := 0; n < 20; {
		path := paths[r.IntN(len(paths))]
		if word, ok := plant(r, texts, path); ok {
			planted[path] = append(planted[path], word)
			n++
		}
	}
	for _, path := range paths {
		r, err := Examine(p, path, []byte(texts[path]), Options{MinConfidence: FreshConfidence, Noisy: FreshConfidence})
		require.NoError(t, err)
		var fresh []string
		for _, f := range known.New(path, slices.Concat(r.Findings, r.Faint)) {
			if f.Confidence >= FreshConfidence {
				fresh = append(fresh, f.Before)
			}
		}
		assert.ElementsMatch(t, planted[path], fresh, path)
	}
}

// articles are the OCR texts of the project's own articles, by name.
func articles(t *testing.T) map[string]string {
	texts := make(map[string]string)
	for _, kind := range []string{"eng", "deu"} {
		files, err := filepath.Glob("../../testdata/articles/*/" + kind + ".ocr.txt")
		require.NoError(t, err)
		for _, file := range files {
			data, err := os.ReadFile(file)
			require.NoError(t, err)
			texts[filepath.Base(filepath.Dir(file))+"-"+kind] = string(data)
		}
	}
	require.NotEmpty(t, texts)
	return texts
}

// plant misreads one word of a text, away from line ends, where it would be part of
// other findings.
func plant(r *rand.Rand, texts map[string]string, path string) (string, bool) {
	pair := misread[r.IntN(len(misread))]
	places := regexp.MustCompile(` `+pair[0]+` `).FindAllStringIndex(texts[path], -1)
	if len(places) == 0 {
		return "", false
	}
	at := places[r.IntN(len(places))]
	texts[path] = texts[path][:at[0]] + strings.Replace(texts[path][at[0]:at[1]], pair[0], pair[1], 1) + texts[path][at[1]:]
	return pair[1], true
}
