package main

import (
	"fmt"
	"hash/fnv"
	"math"
	"strings"

	"klartext/normalize/words"
)

// weights are those of a logistic regression.
type weights [words.NumFeatures]float64

func (w *weights) confidence(r *row) float64 {
	sum := 0.0
	for i, x := range r.Features {
		sum += w[i] * x
	}
	return 1 / (1 + math.Exp(-sum))
}

// model holds the weights for strings that are no words and for words.
type model struct{ unknown, known weights }

func (m *model) confidence(r *row) float64 {
	if r.Known() {
		return m.known.confidence(r)
	}
	return m.unknown.confidence(r)
}

// fitBoth fits both kinds of rows.
func fitBoth(rows []row) *model {
	var unknown, known []row
	for _, r := range rows {
		if r.Known() {
			known = append(known, r)
		} else {
			unknown = append(unknown, r)
		}
	}
	return &model{fit(unknown), fit(known)}
}

// String prints the weights as they stand in normalize/words/weights.go.
func (m *model) String() string {
	return "unknownWeights\n" + m.unknown.String() + "knownWeights\n" + m.known.String()
}

func shipped(r *row) float64 { return r.Confidence }

// String prints a line a weight.
func (w *weights) String() string {
	var b strings.Builder
	for i, x := range w {
		fmt.Fprintf(&b, "\t%.3f, // %s\n", x, words.FeatureNames[i])
	}
	return b.String()
}

// split parts the rows by document, so that no document is on both sides.
func split(rows []row) (train, test []row) {
	for _, r := range rows {
		h := fnv.New32a()
		h.Write([]byte(r.file))
		if h.Sum32()%2 == 0 {
			train = append(train, r)
		} else {
			test = append(test, r)
		}
	}
	return train, test
}

// ridge keeps the weights small where the rows say little.
const ridge = 2.0

// fit maximises the likelihood with a ridge penalty by Newton's method. Each set
// counts alike up to a bound, and right words broken more than others: harm is
// worse than a miss.
func fit(rows []row) weights {
	bySet := make(map[string]float64)
	for _, r := range rows {
		bySet[r.set]++
	}
	var w weights
	for range 30 {
		var gradient weights
		var hessian [words.NumFeatures][words.NumFeatures]float64
		for i := range rows {
			r := &rows[i]
			weight := min(3, 1500/bySet[r.set]) * cost(r)
			p := w.confidence(r)
			right := 0.0
			if r.outcome == fixed {
				right = 1
			}
			for a, x := range r.Features {
				gradient[a] += weight * (right - p) * x
				for b, y := range r.Features {
					hessian[a][b] += weight * p * (1 - p) * x * y
				}
			}
		}
		for a := range w {
			gradient[a] -= ridge * w[a]
			hessian[a][a] += ridge
		}
		step := solve(hessian, gradient)
		for a := range w {
			w[a] += step[a]
		}
	}
	return w
}

// cost is how much an outcome weighs.
func cost(r *row) float64 {
	switch r.outcome {
	case broken:
		return 2
	case moved:
		return 0.7
	}
	return 1
}

// solve solves h x = g by Gaussian elimination.
func solve(h [words.NumFeatures][words.NumFeatures]float64, g weights) weights {
	n := len(g)
	for i := range n {
		pivot := i
		for j := i + 1; j < n; j++ {
			if math.Abs(h[j][i]) > math.Abs(h[pivot][i]) {
				pivot = j
			}
		}
		h[i], h[pivot] = h[pivot], h[i]
		g[i], g[pivot] = g[pivot], g[i]
		for j := i + 1; j < n; j++ {
			f := h[j][i] / h[i][i]
			for k := i; k < n; k++ {
				h[j][k] -= f * h[i][k]
			}
			g[j] -= f * g[i]
		}
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			g[i] -= h[i][k] * g[k]
		}
		g[i] /= h[i][i]
	}
	return g
}

// reliability tabulates by set, at the thresholds that matter, how many
// proposals would be made and what share of them is right, and over all sets the
// share of right changes in each bin of confidence.
func reliability(rows []row, confidence func(*row) float64) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-28s %9s", "set", "proposals")
	thresholds := []float64{0.5, 0.8, 0.9, 0.95}
	for _, t := range thresholds {
		fmt.Fprintf(&b, " | at %.2f: fixed broken moved", t)
	}
	b.WriteByte('\n')
	var order []string
	bySet := make(map[string][]*row)
	for i := range rows {
		s := rows[i].set
		if bySet[s] == nil {
			order = append(order, s)
		}
		bySet[s] = append(bySet[s], &rows[i])
	}
	for _, s := range order {
		fmt.Fprintf(&b, "%-28s %9d", s, len(bySet[s]))
		for _, t := range thresholds {
			var n [3]int
			for _, r := range bySet[s] {
				if confidence(r) >= t {
					n[r.outcome]++
				}
			}
			fmt.Fprintf(&b, " | %14d %6d %5d", n[fixed], n[broken], n[moved])
		}
		b.WriteByte('\n')
	}
	return b.String() + bins(rows, confidence)
}

func bins(rows []row, confidence func(*row) float64) string {
	var b strings.Builder
	edges := []float64{0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.98, 0.99, 1.01}
	for k := range len(edges) - 1 {
		n, right, stated := 0.0, 0.0, 0.0
		for i := range rows {
			if c := confidence(&rows[i]); c >= edges[k] && c < edges[k+1] {
				n++
				stated += c
				if rows[i].outcome == fixed {
					right++
				}
			}
		}
		fmt.Fprintf(&b, "confidence %.2f-%.2f: %6.0f proposals, stated %.3f, right %.3f\n", edges[k], min(1, edges[k+1]), n, stated/max(1, n), right/max(1, n))
	}
	return b.String()
}
