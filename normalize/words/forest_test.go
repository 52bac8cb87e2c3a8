package words

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// stump asks whether feature 3 is above 1.5, and then whether feature 5 is above
// -2; a second tree is a leaf alone.
var stump = &Forest{
	Base:  0.5,
	Roots: []int32{0, 5},
	Nodes: []Node{
		{Feature: 3, Bound: 1.5, Right: 2, Value: 0.1},
		{Feature: Leaf, Value: -1},
		{Feature: 5, Bound: -2, Right: 4, Value: 0.4},
		{Feature: Leaf, Value: 0.3},
		{Feature: Leaf, Value: 2},
		{Feature: Leaf, Value: 0.25},
	},
}

func TestForest(t *testing.T) {
	tests := []struct {
		name         string
		third, fifth float64
		want         float64
		by3, by5     float64
	}{
		{"left", 0, 9, 0.5 - 1 + 0.25, -1.1, 0},
		{"the bound goes left", 1.5, 9, 0.5 - 1 + 0.25, -1.1, 0},
		{"above it goes right", 1.6, -1.9, 0.5 + 2 + 0.25, 0.3, 1.6},
		{"the second bound, too", 1.6, -2, 0.5 + 0.3 + 0.25, 0.3, -0.1},
		{"what float32 cannot tell from the bound", 1.5 + 1e-12, 0, 0.5 - 1 + 0.25, -1.1, 0},
		{"infinite", math.Inf(1), math.Inf(1), 0.5 + 2 + 0.25, 0.3, 1.6},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var x Features
			x[3], x[5] = tt.third, tt.fifth
			assert.InDelta(t, tt.want, stump.LogOdds(&x), 1e-6)
			by, rest := stump.Contributions(&x)
			assert.InDelta(t, tt.by3, by[3], 1e-6)
			assert.InDelta(t, tt.by5, by[5], 1e-6)
			assert.InDelta(t, 0.5+0.1+0.25, rest, 1e-6, "what the trees begin with")
		})
	}
}

func TestForestOfLittle(t *testing.T) {
	var x Features
	assert.Equal(t, -1.5, (&Forest{Base: -1.5}).LogOdds(&x), "no trees")
	leaf := &Forest{Base: 1, Roots: []int32{0}, Nodes: []Node{{Feature: Leaf, Value: 0.5}}}
	assert.Equal(t, 1.5, leaf.LogOdds(&x))
	by, rest := leaf.Contributions(&x)
	assert.Equal(t, Features{}, by, "no feature was asked")
	assert.Equal(t, 1.5, rest)
}

// TestContributionsSumToTheLogOdds of the shipped forest, wherever its trees lead.
func TestContributionsSumToTheLogOdds(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 2))
	for range 500 {
		var x Features
		for k := range x {
			x[k] = 6 * r.NormFloat64()
		}
		by, rest := forest.Contributions(&x)
		sum := rest
		for _, c := range by {
			sum += c
		}
		require.InDelta(t, forest.LogOdds(&x), sum, 1e-4)
		c := confidence(&x)
		require.GreaterOrEqual(t, c, 0.0)
		require.LessOrEqual(t, c, 1.0)
		require.InDelta(t, math.Round(1000*c), 1000*c, 1e-6, "three digits")
	}
}

// TestShippedForestIsWellFormed: each node belongs to one tree, whose features
// there are and whose ways end.
func TestShippedForestIsWellFormed(t *testing.T) {
	require.NotEmpty(t, forest.Roots)
	visited := make([]bool, len(forest.Nodes))
	var visit func(at int32) (end int32)
	visit = func(at int32) int32 {
		require.Less(t, int(at), len(forest.Nodes))
		require.False(t, visited[at], "node %d twice", at)
		visited[at] = true
		n := &forest.Nodes[at]
		require.False(t, math.IsNaN(float64(n.Value)) || math.IsInf(float64(n.Value), 0))
		if n.Feature == Leaf {
			return at + 1
		}
		require.GreaterOrEqual(t, n.Feature, int16(0))
		require.Less(t, int(n.Feature), NumFeatures)
		require.Equal(t, n.Right, visit(at+1), "the right subtree follows the left one")
		return visit(n.Right)
	}
	end := int32(0)
	for _, root := range forest.Roots {
		require.Equal(t, end, root, "the trees follow one another")
		end = visit(root)
	}
	assert.Len(t, forest.Nodes, int(end))
}
