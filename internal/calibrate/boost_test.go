package main

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/normalize/words"
)

// TestBoostLearns the log odds that the outcomes follow.
func TestBoostLearns(t *testing.T) {
	tests := []struct {
		name  string
		truth func(x, y float64) float64
	}{
		{"a slope", linear},
		{"two slopes", func(x, y float64) float64 { return 2*x - 2*y }},
		{"a step", func(x, _ float64) float64 { return 2 * math.Copysign(1, x-0.3) }},
		{"neither feature alone", func(x, y float64) float64 { return 3 * math.Copysign(1, x) * math.Copysign(1, y) }},
		{"a bump", func(x, _ float64) float64 { return 3 - 6*math.Abs(x) }},
		{"nothing", func(x, y float64) float64 { return 0.5 }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			forest := boost(synthetic(4000, tt.truth, "a"))
			require.Len(t, forest.Roots, boostRounds)
			off, n := 0.0, 0.0
			for x := -0.95; x < 1; x += 0.1 {
				for y := -0.95; y < 1; y += 0.1 {
					var r row
					r.Features[first], r.Features[second] = x, y
					off += math.Abs(confidence(forest, &r) - 1/(1+math.Exp(-tt.truth(x, y))))
					n++
				}
			}
			assert.Less(t, off/n, 0.1, "mean error of the confidence")
		})
	}
}

// TestBoostAsksWhatVaries: a feature that is the same in all rows tells nothing.
func TestBoostAsksWhatVaries(t *testing.T) {
	rows := synthetic(2000, linear, "a")
	for i := range rows {
		rows[i].Features[3] = 4.2
	}
	for _, n := range boost(rows).Nodes {
		if n.Feature != words.Leaf {
			assert.Contains(t, []int16{first, second}, n.Feature)
		}
	}
}

func TestBoostIsDeterministic(t *testing.T) {
	rows := synthetic(1000, linear, "a")
	copied := slices.Clone(rows)
	assert.Equal(t, boost(rows), boost(rows))
	assert.Equal(t, copied, rows, "the rows are left alone")
}

// leafOf is the leaf of a tree that a row comes to, and its depth.
func leafOf(f *words.Forest, root int32, x *words.Features) (leaf int32, depth int) {
	at := root
	for f.Nodes[at].Feature != words.Leaf {
		n := &f.Nodes[at]
		if at++; float32(x[n.Feature]) > n.Bound {
			at = n.Right
		}
		depth++
	}
	return at, depth
}

// TestLeavesAreLargeEnough to be believed, and no tree is deeper than allowed.
func TestLeavesAreLargeEnough(t *testing.T) {
	rows := append(synthetic(1500, linear, "a"), synthetic(100, linear, "b")...)
	weight := weigh(rows)
	forest := boost(rows)
	for _, root := range forest.Roots {
		sums := make(map[int32]float64)
		for i := range rows {
			leaf, depth := leafOf(forest, root, &rows[i].Features)
			sums[leaf] += weight[i]
			require.LessOrEqual(t, depth, maxDepth)
		}
		for leaf, sum := range sums {
			require.GreaterOrEqual(t, sum, float64(leastRows), "leaf %d", leaf)
		}
		require.LessOrEqual(t, len(sums), 1<<maxDepth)
	}
	few := boost(synthetic(leastRows/3-1, linear, "a"))
	for _, n := range few.Nodes {
		assert.EqualValues(t, words.Leaf, n.Feature, "too few rows to part")
	}
}

// TestTreesFollowOneAnother, each node followed by its left subtree: that is how
// package words reads them.
func TestTreesFollowOneAnother(t *testing.T) {
	forest := boost(synthetic(1000, linear, "a"))
	var end func(at int32) int32
	end = func(at int32) int32 {
		n := &forest.Nodes[at]
		if n.Feature == words.Leaf {
			return at + 1
		}
		require.Equal(t, n.Right, end(at+1))
		return end(n.Right)
	}
	next := int32(0)
	for _, root := range forest.Roots {
		require.Equal(t, next, root)
		next = end(root)
	}
	assert.Len(t, forest.Nodes, int(next))
}

// TestBoostKnowsItsBounds: rows are parted in training as they are by the forest,
// though the bounds are float32 and the features float64.
func TestBoostKnowsItsBounds(t *testing.T) {
	var rows []row
	for i := range 600 {
		x := row{set: "a", outcome: []outcome{fixed, moved, fixed}[i%3]}
		x.Features[first] = []float64{0.1, 0.2, 0.3}[i%3] // neither is a float32
		rows = append(rows, x)
	}
	forest := boost(rows)
	for i, want := range []float64{1, 0, 1} {
		assert.InDelta(t, want, confidence(forest, &rows[i]), 0.1)
	}
}

// TestBoostOfOneOutcome is sure, but not beyond measure.
func TestBoostOfOneOutcome(t *testing.T) {
	rows := synthetic(300, linear, "a")
	for i := range rows {
		rows[i].outcome = broken
	}
	c := confidence(boost(rows), &rows[0])
	assert.Greater(t, c, 0.0)
	assert.Less(t, c, 0.01)
}

// TestBrokenIsNotFixed: what was right before and what stays wrong are both no
// mended words.
func TestBrokenIsNotFixed(t *testing.T) {
	rows := synthetic(1000, linear, "a")
	harm := slices.Clone(rows)
	for i := range harm {
		if harm[i].outcome == moved {
			harm[i].outcome = broken
		}
	}
	assert.Equal(t, boost(rows), boost(harm))
}

// TestWeigh: large sets count alike, rows of small ones no more than so much.
func TestWeigh(t *testing.T) {
	var rows []row
	for set, n := range map[string]int{"large": 20000, "larger": 40000, "small": 10} {
		rows = append(rows, make([]row, n)...)
		for i := range n {
			rows[len(rows)-1-i].set = set
		}
	}
	sums, most := make(map[string]float64), 0.0
	for i, w := range weigh(rows) {
		require.Positive(t, w)
		sums[rows[i].set] += w
		most = max(most, w)
	}
	assert.InDelta(t, sums["large"], sums["larger"], 1e-6)
	assert.Less(t, sums["small"], sums["large"])
	assert.InDelta(t, most*10, sums["small"], 1e-9, "as much as a row may weigh")
}
