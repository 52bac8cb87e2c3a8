package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/normalize/words"
)

// The features that the synthetic rows have.
const (
	first  = 1
	second = 2
)

// synthetic makes n rows of 50 documents whose outcomes follow the log odds that
// truth gives to two features.
func synthetic(n int, truth func(x, y float64) float64, set string) []row {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	rows := make([]row, n)
	for i := range rows {
		x := &rows[i]
		x.set, x.file = set, fmt.Sprintf("page%d", i%50)
		x.Features[first], x.Features[second] = 2*r.Float64()-1, 2*r.Float64()-1
		x.Confidence = 1 / (1 + math.Exp(-truth(x.Features[first], x.Features[second])))
		x.outcome = moved
		if r.Float64() < x.Confidence {
			x.outcome = fixed
		}
	}
	return rows
}

// linear are log odds that grow with one feature.
func linear(x, _ float64) float64 { return 3 * x }

func TestPart(t *testing.T) {
	seen := make(map[int]bool)
	for i := range 50 {
		file := fmt.Sprintf("page%d", i)
		k := part(file)
		assert.GreaterOrEqual(t, k, 0)
		assert.Less(t, k, folds)
		assert.Equal(t, k, part(file), "always the same")
		seen[k] = true
	}
	assert.Len(t, seen, folds, "no part is empty")
}

// TestCrossValidationIsBlind: what a document alone tells is of no use for it, be
// it read by one engine or by two.
func TestCrossValidationIsBlind(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var rows []row
	for i := range 40 {
		outcome := []outcome{fixed, moved}[r.IntN(2)]
		for k := range 100 {
			x := row{set: []string{"one", "two"}[k%2], file: fmt.Sprintf("page%d", i), outcome: outcome}
			x.Features[first] = float64(i) // names the document
			rows = append(rows, x)
		}
	}
	accuracy := func(rows []row) float64 {
		right := 0.0
		for i := range rows {
			if (rows[i].Confidence > 0.5) == (rows[i].outcome == fixed) {
				right++
			}
		}
		return right / float64(len(rows))
	}
	forest := boost(rows)
	seen := append([]row(nil), rows...)
	for i := range seen {
		seen[i].Confidence = confidence(forest, &seen[i])
	}
	assert.Greater(t, accuracy(seen), 0.9, "the document is known")
	assert.Less(t, accuracy(crossValidate(rows)), 0.7, "it is not")
}

// TestCrossValidationKeepsTheRows in order, with all but their confidence, and
// leaves those given alone.
func TestCrossValidationKeepsTheRows(t *testing.T) {
	rows := synthetic(1500, linear, "a")
	for i := range rows {
		rows[i].before, rows[i].Confidence = fmt.Sprint(i), 7
	}
	out := crossValidate(rows)
	require.Len(t, out, len(rows))
	for i := range out {
		require.Equal(t, 7.0, rows[i].Confidence)
		require.Greater(t, out[i].Confidence, 0.0)
		require.Less(t, out[i].Confidence, 1.0)
		out[i].Confidence = 7
	}
	assert.Equal(t, rows, out)
	assert.Equal(t, crossValidate(rows), crossValidate(rows), "the parts run side by side")
}

func TestReliability(t *testing.T) {
	rows := []row{
		{set: "b", outcome: fixed}, {set: "b", outcome: broken}, {set: "a", outcome: moved}, {set: "a", outcome: fixed},
	}
	for i, c := range []float64{0.99, 0.85, 0.1, 0.5} {
		rows[i].Confidence = c
	}
	table := reliability(rows)
	lines := strings.Split(table, "\n")
	assert.True(t, strings.HasPrefix(lines[1], "b "), "sets in order of the rows")
	counts := func(line string) []string { return strings.Split(strings.ReplaceAll(line, " ", ""), "|") }
	both, one, none := "1/1/0", "1/0/0", "0/0/0"
	assert.Equal(t, []string{"b2", both, both, both, both, both, both, one, one, one}, counts(lines[1]))
	assert.Equal(t, []string{"a2", one, one, one, none, none, none, none, none, none}, counts(lines[2]))
	assert.Equal(t, len(counts(lines[0])), len(counts(lines[1])), "a column for each threshold")
	assert.Contains(t, table, "confidence 0.80-0.90:      1 proposals, stated 0.850, right 0.000")
	assert.Contains(t, table, "confidence 0.99-1.00:      1 proposals, stated 0.990, right 1.000")
}

// TestCalibrated: of rows that follow the stated confidence, as many are right,
// and the same holds of the confidence that is cross-validated.
func TestCalibrated(t *testing.T) {
	rows := synthetic(6000, linear, "a")
	for name, rows := range map[string][]row{"true": rows, "cross-validated": crossValidate(rows)} {
		for line := range strings.Lines(bins(rows)) {
			var low, high, stated, right float64
			var n int
			_, err := fmt.Sscanf(line, "confidence %f-%f: %d proposals, stated %f, right %f", &low, &high, &n, &stated, &right)
			require.NoError(t, err, line)
			if n > 500 {
				assert.InDelta(t, stated, right, 0.06, "%s: %s", name, line)
			}
		}
	}
}

func TestDumpRows(t *testing.T) {
	rows := []row{{set: "a", file: "f", before: "fir", after: "für", outcome: fixed}}
	line := strings.TrimSuffix(dumpRows(rows), "\n")
	fields := strings.Split(line, "\t")
	assert.Equal(t, []string{"a", "f", "0", "0.000", "fir", "für"}, fields[:6])
	assert.Len(t, fields, 6+int(words.NumFeatures))
}
