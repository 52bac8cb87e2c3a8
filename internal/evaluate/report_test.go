package evaluate

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// reference is one entry of testdata/score.json.
type reference struct {
	Report
	Cases map[string][]CaseCount `json:"cases"`
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(t, err)
	return string(data)
}

// TestFiguresAgreeWithReference holds all figures against those of a program
// written independently to the same definitions.
func TestFiguresAgreeWithReference(t *testing.T) {
	var references map[string]reference
	require.NoError(t, json.Unmarshal([]byte(readFile(t, "score.json")), &references))
	require.Len(t, references, 8)
	for name, want := range references {
		t.Run(name, func(t *testing.T) {
			which, from, _ := strings.Cut(name, " ")
			texts := []string{which}
			if which == "all" {
				texts = []string{"bibliothek", "reisebrief", "sternwarte"}
			}
			var got Report
			for _, text := range texts {
				got.AddWithOCR(readFile(t, text+".ocr.txt"), readFile(t, text+".out.txt"),
					readFile(t, text+".gt.txt"), from == "dehyphenated")
			}
			assert.Equal(t, figures(t, want.Report), figures(t, got))
			for fate, cases := range want.Cases {
				assert.Equal(t, cases, got.Change.TokenFates.Most(fateNames[fate], -1), fate)
			}
		})
	}
}

var fateNames = map[string]Fate{"fixed": Fixed, "broken": Broken, "missed": Missed, "miscorrected": Miscorrected}

// figures is a report as its users read it, without the counters inside.
func figures(t *testing.T, r Report) string {
	t.Helper()
	out, err := json.MarshalIndent(r, "", " ")
	require.NoError(t, err)
	return string(out)
}

func TestWithoutOCRThereAreOnlyRates(t *testing.T) {
	var r Report
	r.Add("schoner Tag\n", "schöner\nTag")
	assert.Nil(t, r.Change)
	assert.Equal(t, 1, r.After.CER.Edits)
	assert.Equal(t, 11, r.After.CER.Length)
	assert.InDelta(t, 0.5, r.After.WER.Rate, 1e-12)
}

func TestRatesOfEmptyTruth(t *testing.T) {
	var r Report
	r.Add("", "")
	assert.Zero(t, r.After.CER.Mean)
	r.Add("Rauschen", "")
	assert.InDelta(t, 0.5, r.After.CER.Mean, 1e-12, "a document of noise counts as wholly wrong")
	assert.Zero(t, r.After.CER.Rate)
}

func TestFates(t *testing.T) {
	for _, c := range []struct {
		name, truth, ocr, output string
		want                     Tally
	}{
		{"all right", "die Verwaltung", "die Verwaltung", "die Verwaltung", Tally{Kept: 2}},
		{"fixed", "die Tür", "die Tur", "die Tür", Tally{Kept: 1, Fixed: 1, UmlautWrong: 1, UmlautFixed: 1}},
		{"broken", "die Tür", "die Tür", "die Tor", Tally{Kept: 1, Broken: 1, UmlautBroken: 1}},
		{"missed", "die Tür", "die Tur", "die Tur", Tally{Kept: 1, Missed: 1, UmlautWrong: 1}},
		{"miscorrected", "die Tür", "die Tur", "die Tor", Tally{Kept: 1, Miscorrected: 1, UmlautWrong: 1}},
		{"merged words are both wrong", "in der Gemeinde", "in derGe meinde", "in der Gemeinde", Tally{Kept: 1, Fixed: 2}},
		{"a missing word is wrong", "eine alte Frau", "eine Frau", "eine Frau", Tally{Kept: 2, Missed: 1}},
		{"noise is no word of the truth", "eine Frau", "eine | ~ Frau", "eine Frau", Tally{Kept: 2}},
		{"punctuation and quotes do not count", "„Geht’s?“ — ja", ",Geht's ja.", "Geht's ja", Tally{Kept: 2}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := Tally{}
			got.add(newHistory(newText(c.truth), newText(c.ocr), newText(c.output)).fates(asWord))
			got.Recall, got.Harm, got.Precision, got.UmlautRecall, got.cases = 0, 0, 0, 0, nil
			assert.Equal(t, c.want, got)
		})
	}
}

func TestMostListsTheFrequentFirst(t *testing.T) {
	var r Report
	r.AddWithOCR("fir fir Tur", "fir fir Tur", "für für Tür", false)
	assert.Equal(t, []CaseCount{{Case{"für", "fir", "fir"}, 2}, {Case{"Tür", "Tur", "Tur"}, 1}},
		r.Change.WordFates.Most(Missed, -1))
	assert.Len(t, r.Change.WordFates.Most(Missed, 1), 1)
	assert.Empty(t, r.Change.WordFates.Most(Broken, -1))
}
