package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/normalize/words"
)

// bias and the others are the features that the synthetic rows have.
const (
	bias     = 0
	first    = 1
	second   = 2
	unused   = 3
	featureK = 11 // known word
)

// synthetic makes n rows whose outcomes follow the weights w.
func synthetic(n int, w *weights, known float64, set string) []row {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	rows := make([]row, n)
	for i := range rows {
		x := &rows[i]
		x.set, x.file = set, fmt.Sprintf("page%d", i%50)
		x.Features[bias], x.Features[featureK] = 1, known
		x.Features[first], x.Features[second] = 2*r.Float64()-1, 2*r.Float64()-1
		x.outcome = moved
		if r.Float64() < w.confidence(x) {
			x.outcome = fixed
		}
		x.Confidence = w.confidence(x)
	}
	return rows
}

func TestFitRecoversWeights(t *testing.T) {
	truth := &weights{bias: 0.3, first: 2, second: -1.5}
	// Enough rows, all of one kind, so that neither the ridge nor the cost of
	// what is moved matters much.
	rows := synthetic(8000, truth, 0, "synthetic")
	w := fit(rows)
	assert.InDelta(t, truth[first], w[first], 0.3)
	assert.InDelta(t, truth[second], w[second], 0.3)
	assert.Greater(t, w[bias], truth[bias], "what is moved weighs less than what is fixed")
	for k := range w {
		if k > second {
			assert.InDelta(t, 0, w[k], 1e-9, "%s never varies", words.FeatureNames[k])
		}
	}
}

// TestFitIsCarefulOfHarm: the same rows with words broken in place of moved make a
// lower confidence.
func TestFitIsCarefulOfHarm(t *testing.T) {
	rows := synthetic(2000, &weights{first: 1}, 0, "synthetic")
	gentle := fit(rows)
	for i := range rows {
		if rows[i].outcome == moved {
			rows[i].outcome = broken
		}
	}
	careful := fit(rows)
	assert.Less(t, careful[bias], gentle[bias])
	assert.Equal(t, 2.0, cost(&row{outcome: broken}))
	assert.Greater(t, cost(&row{outcome: broken}), cost(&row{outcome: fixed}))
	assert.Greater(t, cost(&row{outcome: fixed}), cost(&row{outcome: moved}))
}

// TestFitOfNothing, of one outcome alone, and of features that say the same.
func TestFitOfLittle(t *testing.T) {
	assert.Equal(t, weights{}, fit(nil))
	rows := synthetic(50, &weights{}, 0, "synthetic")
	for i := range rows {
		rows[i].outcome = fixed
		rows[i].Features[unused] = rows[i].Features[first]
	}
	w := fit(rows)
	assert.Greater(t, w.confidence(&rows[0]), 0.8)
	assert.InDelta(t, w[first], w[unused], 1e-6, "shared out by the ridge")
	for _, x := range w {
		assert.Less(t, x, 20.0, "the ridge holds")
	}
}

func TestFitBothKeepsThemApart(t *testing.T) {
	unknown := synthetic(2000, &weights{first: 3}, 0, "a")
	known := synthetic(2000, &weights{first: -3}, 1, "a")
	m := fitBoth(append(append([]row(nil), unknown...), known...))
	assert.Positive(t, m.unknown[first])
	assert.Negative(t, m.known[first])
	assert.Equal(t, m.unknown.confidence(&unknown[0]), m.confidence(&unknown[0]))
	assert.Equal(t, m.known.confidence(&known[0]), m.confidence(&known[0]))
	assert.Equal(t, known[0].Confidence, shipped(&known[0]))
}

// TestSplitPartsByDocument: no document is on both sides.
func TestSplitPartsByDocument(t *testing.T) {
	rows := synthetic(500, &weights{}, 0, "a")
	train, test := split(rows)
	assert.Len(t, train, len(rows)-len(test))
	assert.Greater(t, len(train), 100)
	assert.Greater(t, len(test), 100)
	files := make(map[string]bool)
	for _, r := range train {
		files[r.file] = true
	}
	for _, r := range test {
		assert.False(t, files[r.file], r.file)
	}
}

func TestSolve(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 3))
	var h [words.NumFeatures][words.NumFeatures]float64
	var x, g weights
	for i := range h {
		x[i] = r.NormFloat64()
		for j := range h[i] {
			h[i][j] = r.NormFloat64()
		}
	}
	h[0][0] = 0 // a pivot must be sought
	for i := range h {
		for j := range h[i] {
			g[i] += h[i][j] * x[j]
		}
	}
	got := solve(h, g)
	for i := range x {
		require.InDelta(t, x[i], got[i], 1e-6)
	}
}

func TestReliability(t *testing.T) {
	rows := []row{
		{set: "b", outcome: fixed}, {set: "b", outcome: broken}, {set: "a", outcome: moved}, {set: "a", outcome: fixed},
	}
	for i, c := range []float64{0.99, 0.85, 0.1, 0.5} {
		rows[i].Confidence = c
	}
	table := reliability(rows, shipped)
	lines := strings.Split(table, "\n")
	assert.True(t, strings.HasPrefix(lines[1], "b "), "sets in order of the rows")
	assert.Equal(t, []string{"b", "2", "|", "1", "1", "0", "|", "1", "1", "0", "|", "1", "0", "0", "|", "1", "0", "0"}, strings.Fields(lines[1]))
	assert.Equal(t, []string{"a", "2", "|", "1", "0", "0", "|", "0", "0", "0", "|", "0", "0", "0", "|", "0", "0", "0"}, strings.Fields(lines[2]))
	assert.Contains(t, table, "confidence 0.80-0.90:      1 proposals, stated 0.850, right 0.000")
	assert.Contains(t, table, "confidence 0.99-1.00:      1 proposals, stated 0.990, right 1.000")
}

// TestCalibrated: of rows that follow the stated confidence, as many are right.
func TestCalibrated(t *testing.T) {
	w := &weights{first: 3}
	for line := range strings.Lines(bins(synthetic(20000, w, 0, "a"), shipped)) {
		var low, high, stated, right float64
		var n int
		_, err := fmt.Sscanf(line, "confidence %f-%f: %d proposals, stated %f, right %f", &low, &high, &n, &stated, &right)
		require.NoError(t, err, line)
		if n > 500 {
			assert.InDelta(t, stated, right, 0.05, line)
		}
	}
}

// TestWeightsPrintAsTheyStand in the source, by the features' names.
func TestWeightsPrintAsTheyStand(t *testing.T) {
	m := &model{unknown: weights{first: 1.25}}
	assert.Contains(t, m.String(), "\t1.250, // "+words.FeatureNames[first]+"\n")
	assert.Equal(t, 2*int(words.NumFeatures)+2, strings.Count(m.String(), "\n"))
	assert.Equal(t, "known word", words.FeatureNames[featureK])
}

func TestDumpRows(t *testing.T) {
	rows := []row{{set: "a", file: "f", before: "fir", after: "für", outcome: fixed}}
	line := strings.TrimSuffix(dumpRows(rows), "\n")
	fields := strings.Split(line, "\t")
	assert.Equal(t, []string{"a", "f", "0", "0.000", "fir", "für"}, fields[:6])
	assert.Len(t, fields, 6+int(words.NumFeatures))
}
