package main

import "math/bits"

// Costs of the alignment: a word on one side only, and two different words, less
// what their letters have in common.
const (
	gapCost    = 7
	differCost = 10
	likeness   = 7
)

// band is how far, in words, the alignment may leave the straight line.
const band = 300

// alignWords aligns two texts at the least cost and returns the
// partner in b of each word of a, -1 where it has none.
func alignWords(a, b []chunk) []int {
	partner := make([]int, len(a))
	moves := make([][]byte, len(a)+1)
	var row, above []int
	low := func(i int) int { return max(0, i*len(b)/max(1, len(a))-band) }
	for i := range moves {
		lo, hi := low(i), min(len(b), i*len(b)/max(1, len(a))+band)
		row, above = make([]int, hi-lo+1), row
		moves[i] = make([]byte, hi-lo+1)
		for j := lo; j <= hi; j++ {
			row[j-lo], moves[i][j-lo] = cheapest(a, b, i, j, row, lo, above, low(i-1))
		}
	}
	for i, j := len(a), len(b); i > 0; {
		switch moves[i][j-low(i)] {
		case 'b':
			i, j = i-1, j-1
			partner[i] = j
		case 'j':
			j--
		default:
			i--
			partner[i] = -1
		}
	}
	return partner
}

func cheapest(a, b []chunk, i, j int, row []int, lo int, above []int, aboveLo int) (int, byte) {
	if i == 0 {
		return j * gapCost, 'j'
	}
	cost, move := 1<<30, byte('i')
	if k := j - aboveLo; k >= 0 && k < len(above) {
		cost = above[k] + gapCost
	}
	if j > lo && row[j-1-lo]+gapCost < cost {
		cost, move = row[j-1-lo]+gapCost, 'j'
	}
	if k := j - 1 - aboveLo; j > 0 && k >= 0 && k < len(above) {
		d := above[k]
		if a[i-1].word != b[j-1].word {
			d += differCost - likeness*bits.OnesCount64(a[i-1].letters&b[j-1].letters)/max(1, bits.OnesCount64(a[i-1].letters|b[j-1].letters))
		}
		if d <= cost {
			cost, move = d, 'b'
		}
	}
	return cost, move
}

// pairsOf is a set of the letter pairs of word, by their hashes.
func pairsOf(word string) (set uint64) {
	previous := '^'
	for _, r := range word + "$" {
		set |= 1 << (uint32(previous*31+r) * 2654435769 >> 26)
		previous = r
	}
	return set
}
