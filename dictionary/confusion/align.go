package confusion

// place is a place in two texts, a[i] and b[j].
type place struct{ i, j int }

// bandSlack is how far, in characters, the alignment of two texts may leave the
// straight line between their ends: some lost or invented lines.
const bandSlack = 600

// matchingBlanks aligns a with b at the least edit distance (Levenshtein) within
// a band and returns the places where both have a blank.
func matchingBlanks(a, b []rune) []place {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	moves, from := alignBand(a, b)
	var blanks []place
	for i, j := len(a), len(b); i > 0 && j > 0; {
		switch moves[i][j-from[i]] {
		case moveBoth:
			i, j = i-1, j-1
			if a[i] == ' ' && b[j] == ' ' {
				blanks = append(blanks, place{i, j})
			}
		case moveA:
			i--
		default:
			j--
		}
	}
	for l, r := 0, len(blanks)-1; l < r; l, r = l+1, r-1 {
		blanks[l], blanks[r] = blanks[r], blanks[l]
	}
	return blanks
}

const (
	moveBoth = iota
	moveA
	moveB
)

// far is a distance beyond any that occurs.
const far = 1 << 30

// alignBand fills the table of moves; row i holds columns from[i] on.
func alignBand(a, b []rune) (moves [][]uint8, from []int) {
	moves, from = make([][]uint8, len(a)+1), make([]int, len(a)+1)
	var previous []int
	for i := range moves {
		centre := i * len(b) / len(a)
		lo, hi := max(0, centre-bandSlack), min(len(b), centre+bandSlack)
		from[i] = lo
		moves[i] = make([]uint8, hi-lo+1)
		row := make([]int, hi-lo+1)
		above := func(j int) int {
			if i == 0 || j < from[i-1] || j-from[i-1] >= len(previous) {
				return far
			}
			return previous[j-from[i-1]]
		}
		for j := lo; j <= hi; j++ {
			row[j-lo], moves[i][j-lo] = bestMove(a, b, i, j, lo, row, above)
		}
		previous = row
	}
	return moves, from
}

func bestMove(a, b []rune, i, j, lo int, row []int, above func(int) int) (cost int, move uint8) {
	if i == 0 && j == 0 {
		return 0, moveBoth
	}
	cost = far
	if j > 0 {
		if d := above(j - 1); d < far {
			cost, move = d+unequal(a[i-1], b[j-1]), moveBoth
		}
	}
	if d := above(j); d+1 < cost {
		cost, move = d+1, moveA
	}
	if j > lo && row[j-1-lo]+1 < cost {
		cost, move = row[j-1-lo]+1, moveB
	}
	return cost, move
}

// unequal is the cost of reading x as y; a blank and a letter are kept apart, so
// that blanks align with blanks.
func unequal(x, y rune) int {
	switch {
	case x == y:
		return 0
	case x == ' ' || y == ' ':
		return 2
	}
	return 1
}

// distance is the Levenshtein distance of a and b.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			d := diagonal
			if a[i] != b[j] {
				d = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], d
		}
	}
	return row[len(b)]
}
