package words

import "math"

// Forest is a sum of regression trees over the features of a proposal: the log
// odds that the change is right (Friedman, "Greedy Function Approximation: A
// Gradient Boosting Machine", 2001).
type Forest struct {
	// Base is the log odds before any feature is looked at.
	Base float64
	// Roots are the places in Nodes where a tree begins.
	Roots []int32
	// Nodes are the trees, each node followed by its left subtree.
	Nodes []Node
}

// Node is a question to a feature, or a leaf.
type Node struct {
	// Feature is the number of the feature asked, or Leaf.
	Feature int16
	// Bound parts the values: up to it they go left, to the next node, above it to
	// the node Right.
	Bound float32
	Right int32
	// Value is what the tree adds to the log odds, were the node a leaf.
	Value float32
}

// Leaf marks a node without a question.
const Leaf = -1

// LogOdds returns the ln of P(right) / P(wrong) of a change with these features.
func (f *Forest) LogOdds(x *Features) float64 {
	sum := f.Base
	for _, at := range f.Roots {
		n := &f.Nodes[at]
		for n.Feature != Leaf {
			at = n.next(at, x)
			n = &f.Nodes[at]
		}
		sum += float64(n.Value)
	}
	return sum
}

func (n *Node) next(at int32, x *Features) int32 {
	if float32(x[n.Feature]) <= n.Bound {
		return at + 1
	}
	return n.Right
}

// Contributions returns what each feature adds to the log odds: each step from a
// node to the next changes the value by what the feature asked about is worth
// there (Saabas, "Interpreting Random Forests", 2014). They sum to LogOdds less
// rest, which no feature has brought.
func (f *Forest) Contributions(x *Features) (by Features, rest float64) {
	rest = f.Base
	for _, at := range f.Roots {
		n := &f.Nodes[at]
		rest += float64(n.Value)
		for n.Feature != Leaf {
			at = n.next(at, x)
			next := &f.Nodes[at]
			by[n.Feature] += float64(next.Value - n.Value)
			n = next
		}
	}
	return by, rest
}

// confidence is the estimated probability that a change with these features is
// right.
func confidence(x *Features) float64 {
	return math.Round(1000/(1+math.Exp(-forest.LogOdds(x)))) / 1000
}
