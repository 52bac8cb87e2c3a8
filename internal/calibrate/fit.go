package main

import (
	"fmt"
	"hash/fnv"
	"math"
	"slices"
	"strings"
	"sync"

	"klartext/normalize/words"
)

// confidence is the probability that forest gives a proposal of being right.
func confidence(forest *words.Forest, r *row) float64 {
	return 1 / (1 + math.Exp(-forest.LogOdds(&r.Features)))
}

// folds is into how many parts the documents are cut for cross-validation.
const folds = 4

// part is the part that a document belongs to.
func part(file string) int {
	h := fnv.New32a()
	h.Write([]byte(file))
	return int(h.Sum32() % folds)
}

// crossValidate returns the rows with the confidence of a forest that was fitted
// without their document: the same page read by two engines is on one side.
func crossValidate(rows []row) []row {
	out := slices.Clone(rows)
	var wg sync.WaitGroup
	for k := range folds {
		wg.Go(func() {
			var train []row
			for _, r := range rows {
				if part(r.file) != k {
					train = append(train, r)
				}
			}
			forest := boost(train)
			for i := range rows {
				if part(rows[i].file) == k {
					out[i].Confidence = confidence(forest, &rows[i])
				}
			}
		})
	}
	wg.Wait()
	return out
}

// reliability tabulates by set, at the thresholds that matter, how many
// proposals would be made and what share of them is right, and over all sets the
// share of right changes in each bin of confidence.
func reliability(rows []row) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-28s %9s", "set", "proposals")
	thresholds := []float64{0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98}
	for _, t := range thresholds {
		fmt.Fprintf(&b, " | at %.2f", t)
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
				if r.Confidence >= t {
					n[r.outcome]++
				}
			}
			fmt.Fprintf(&b, " | %d/%d/%d", n[fixed], n[broken], n[moved])
		}
		b.WriteByte('\n')
	}
	return b.String() + bins(rows)
}

func bins(rows []row) string {
	var b strings.Builder
	edges := []float64{0, 0.2, 0.4, 0.6, 0.8, 0.9, 0.95, 0.98, 0.99, 1.01}
	for k := range len(edges) - 1 {
		n, right, stated := 0.0, 0.0, 0.0
		for i := range rows {
			if c := rows[i].Confidence; c >= edges[k] && c < edges[k+1] {
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
