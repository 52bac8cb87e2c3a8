package main

import (
	"math"
	"slices"

	"klartext/normalize/words"
)

// Gradient boosting of regression trees for the logistic loss with second-order
// leaf values (Friedman, "Greedy Function Approximation: A Gradient Boosting
// Machine", 2001; Chen and Guestrin, "XGBoost", 2016). Features are cut into
// bins, so that a split is found in one pass over the rows.
const (
	boostRounds = 500
	learnRate   = 0.05
	maxDepth    = 4
	// leastRows is the weight of rows in a leaf, ridge what holds its value small.
	leastRows = 25
	ridge     = 6
	maxBins   = 64
)

// booster grows trees on rows.
type booster struct {
	rows   []row
	weight []float64
	bins   [words.NumFeatures][]float64 // upper bounds
	binned [][words.NumFeatures]uint8
	sum    []float64 // log odds so far
	g, h   []float64
}

// boost fits a forest to the outcomes of rows. Each set counts alike up to a
// bound.
func boost(rows []row) *words.Forest {
	b := booster{rows: rows, weight: weigh(rows)}
	if len(rows) == 0 {
		return &words.Forest{Base: b.base()}
	}
	b.cut()
	b.sum = make([]float64, len(rows))
	b.g, b.h = make([]float64, len(rows)), make([]float64, len(rows))
	forest := &words.Forest{Base: b.base()}
	for i := range b.sum {
		b.sum[i] = forest.Base
	}
	all := make([]int32, len(rows))
	for i := range all {
		all[i] = int32(i)
	}
	for range boostRounds {
		b.gradients()
		root := len(forest.Nodes)
		b.grow(forest, slices.Clone(all), 0)
		forest.Roots = append(forest.Roots, int32(root))
	}
	return forest
}

// weigh lets each set count alike up to a bound.
func weigh(rows []row) []float64 {
	bySet := make(map[string]float64)
	for i := range rows {
		bySet[rows[i].set]++
	}
	weight := make([]float64, len(rows))
	for i := range rows {
		weight[i] = min(3, 6000/bySet[rows[i].set])
	}
	return weight
}

// base is the log odds of all rows together.
func (b *booster) base() float64 {
	right, total := 1.0, 2.0
	for i := range b.rows {
		total += b.weight[i]
		if b.rows[i].outcome == fixed {
			right += b.weight[i]
		}
	}
	return math.Log(right / (total - right))
}

// cut sets the bins at the quantiles of each feature.
func (b *booster) cut() {
	b.binned = make([][words.NumFeatures]uint8, len(b.rows))
	values := make([]float64, len(b.rows))
	for f := range words.NumFeatures {
		for i := range b.rows {
			values[i] = single(b.rows[i].Features[f])
		}
		slices.Sort(values)
		for k := 1; k < maxBins; k++ {
			v := values[k*len(values)/maxBins]
			if n := len(b.bins[f]); (n == 0 || b.bins[f][n-1] < v) && v < values[len(values)-1] {
				b.bins[f] = append(b.bins[f], v)
			}
		}
		for i := range b.rows {
			at, _ := slices.BinarySearch(b.bins[f], single(b.rows[i].Features[f]))
			b.binned[i][f] = uint8(at)
		}
	}
}

// single is x as precise as the bounds of the trees.
func single(x float64) float64 { return float64(float32(x)) }

func (b *booster) gradients() {
	for i := range b.rows {
		p := 1 / (1 + math.Exp(-b.sum[i]))
		right := 0.0
		if b.rows[i].outcome == fixed {
			right = 1
		}
		b.g[i] = b.weight[i] * (right - p)
		b.h[i] = b.weight[i] * p * (1 - p)
	}
}

// grow adds the node for rows ids and those below it.
func (b *booster) grow(forest *words.Forest, ids []int32, depth int) {
	g, h := 0.0, 0.0
	for _, i := range ids {
		g += b.g[i]
		h += b.h[i]
	}
	at := len(forest.Nodes)
	value := learnRate * g / (h + ridge)
	forest.Nodes = append(forest.Nodes, words.Node{Feature: words.Leaf, Value: float32(value)})
	feature, bin, ok := 0, 0, false
	if depth < maxDepth {
		feature, bin, ok = b.best(ids, g, h)
	}
	if !ok {
		for _, i := range ids {
			b.sum[i] += value
		}
		return
	}
	left, right := b.split(ids, feature, bin)
	b.grow(forest, left, depth+1)
	forest.Nodes[at] = words.Node{
		Feature: int16(feature), Bound: float32(b.bins[feature][bin]), Right: int32(len(forest.Nodes)), Value: float32(value),
	}
	b.grow(forest, right, depth+1)
}

func (b *booster) split(ids []int32, feature, bin int) (left, right []int32) {
	for _, i := range ids {
		if int(b.binned[i][feature]) <= bin {
			left = append(left, i)
		} else {
			right = append(right, i)
		}
	}
	return left, right
}

// best returns the split that explains most.
func (b *booster) best(ids []int32, g, h float64) (feature, bin int, ok bool) {
	var hist [words.NumFeatures][maxBins][3]float64
	for _, i := range ids {
		gi, hi, w := b.g[i], b.h[i], b.weight[i]
		for f, k := range b.binned[i] {
			c := &hist[f][k]
			c[0] += gi
			c[1] += hi
			c[2] += w
		}
	}
	total := 0.0
	for _, i := range ids {
		total += b.weight[i]
	}
	const leastGain = 1
	most := leastGain + g*g/(h+ridge)
	for f := range hist {
		lg, lh, lw := 0.0, 0.0, 0.0
		for k := range b.bins[f] {
			lg, lh, lw = lg+hist[f][k][0], lh+hist[f][k][1], lw+hist[f][k][2]
			if lw < leastRows || total-lw < leastRows {
				continue
			}
			if gain := lg*lg/(lh+ridge) + (g-lg)*(g-lg)/(h-lh+ridge); gain > most {
				most, feature, bin, ok = gain, f, k, true
			}
		}
	}
	return feature, bin, ok
}
