package markup

import "unicode"

// The costs of aligning two texts: white space and letters do not stand for one
// another, so that words stay in their boxes.
const (
	costStep    = 2 // a character more, less, or another
	costSpace   = 7 // white space against another character
	maxCells    = 1 << 22
	stepMatch   = 0
	stepReplace = 1
	stepDelete  = 2
	stepInsert  = 3
)

// align tells for each character of before which of after's characters stand for it,
// by an alignment of the smallest cost (Wagner & Fischer 1974). What is new at the
// very beginning counts to the first character, all else that is new to the one
// before it. It returns nil if before is empty or both are too long.
func align(before, after []rune) [][]rune {
	width := len(after) + 1
	if len(before) == 0 || (len(before)+1)*width > maxCells {
		return nil
	}
	cost := make([]int32, (len(before)+1)*width)
	step := make([]uint8, len(cost))
	for i := range len(before) + 1 {
		for j := range width {
			if i+j > 0 {
				cost[i*width+j], step[i*width+j] = cheapest(before, after, cost, i, j)
			}
		}
	}
	ends := make([]int, len(before)) // up to where in after each character reaches
	i, j := len(before), len(after)
	reach := j
	for i > 0 {
		switch step[i*width+j] {
		case stepInsert:
			j--
		case stepDelete:
			ends[i-1] = reach
			i, reach = i-1, j
		default:
			ends[i-1] = reach
			i, j = i-1, j-1
			reach = j
		}
	}
	out := make([][]rune, len(before))
	start := 0
	for i, end := range ends {
		out[i] = after[start:end]
		start = end
	}
	return out
}

// cheapest is the least cost of a cell of the table, and the step that leads there.
func cheapest(before, after []rune, cost []int32, i, j int) (int32, uint8) {
	width := len(after) + 1
	best, by := int32(1<<30), uint8(stepInsert)
	if i > 0 && j > 0 {
		best, by = cost[(i-1)*width+j-1], stepMatch
		if a, b := before[i-1], after[j-1]; a != b {
			by = stepReplace
			if unicode.IsSpace(a) != unicode.IsSpace(b) {
				best += costSpace
			} else {
				best += costStep
			}
		}
	}
	if i > 0 {
		if c := cost[(i-1)*width+j] + costStep; c < best {
			best, by = c, stepDelete
		}
	}
	if j > 0 {
		if c := cost[i*width+j-1] + costStep; c < best {
			best, by = c, stepInsert
		}
	}
	return best, by
}
