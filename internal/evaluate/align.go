package evaluate

// Alignment by furthest-reaching wavefronts (E. Ukkonen, Information and
// Control 64, 1985; split in two after E. Myers, Algorithmica 1, 1986). With
// unit costs, front s holds for each diagonal k = i-j of the edit matrix how
// far into a one gets with s edits. Time is about length + edits², memory is
// linear: right for texts that are alike, as OCR text and its truth are.

const (
	// tracedEdits bounds the fronts that are kept for walking back: memory is
	// their square, 4 MB. More edits are split in two first.
	tracedEdits = 1024
	// searchedEdits bounds the search for the middle of an optimal alignment.
	// Texts further apart are split where the search got furthest: the time
	// stays bounded, the alignment is no longer the best one.
	searchedEdits = 40_000

	unreached = -1 << 30
)

// align pairs a and b with the fewest insertions, deletions and substitutions.
// partner[i] is the index in b that a[i] is matched with or substituted by, or
// -1 where a[i] is deleted. Elements of b that are nobody's partner are
// inserted.
func align(a, b []rune) (partner []int) {
	partner = make([]int, len(a))
	for i := range partner {
		partner[i] = -1
	}
	alignInto(partner, a, b, 0)
	return partner
}

// alignInto fills partner for a and b, where b begins at index base.
func alignInto(partner []int, a, b []rune, base int) {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		partner[0] = base
		partner, a, b, base = partner[1:], a[1:], b[1:], base+1
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		partner[len(a)-1] = base + len(b) - 1
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) == 0 || len(b) == 0 || trace(partner, a, b, base) {
		return
	}
	i, j := middle(a, b)
	alignInto(partner[:i], a[:i], b[:j], base)
	alignInto(partner[i:], a[i:], b[j:], base+j)
}

// front is one wavefront: reach of diagonal k is at index k+edits.
type front struct {
	edits int
	reach []int32
}

func (f front) at(k int) int {
	if k < -f.edits || k > f.edits {
		return unreached
	}
	return int(f.reach[k+f.edits])
}

// firstFront is what is reached without an edit.
func firstFront(a, b []rune) front {
	return front{reach: []int32{int32(slide(a, b, 0, 0))}}
}

// slide follows matches down diagonal k from i.
func slide(a, b []rune, i, k int) int {
	for i < len(a) && i-k < len(b) && a[i] == b[i-k] {
		i++
	}
	return i
}

// enter is how far one edit more than f leads on diagonal k, before matches.
// Since distances never fall along a diagonal, every point up to it is reached
// as well, so the value may be cut at the matrix's edge.
func (f front) enter(a, b []rune, k int) int {
	if k < -len(b) || k > len(a) {
		return unreached
	}
	i := max(f.at(k)+1, f.at(k-1)+1, f.at(k+1)) // substitution, deletion, insertion
	return min(i, len(a), len(b)+k)
}

// next is the front with one edit more, written to space, which is made if it is
// too small.
func (f front) next(a, b []rune, space []int32) front {
	g := front{edits: f.edits + 1}
	if size := 2*g.edits + 1; cap(space) >= size {
		g.reach = space[:size]
	} else {
		g.reach = make([]int32, size, 2*size)
	}
	// The values of f on the diagonals k-1, k and k+1, as in enter but without
	// looking each up three times: this loop is where the time goes.
	var below, here, above int32 = unreached, unreached, f.reach[0]
	for at := range g.reach {
		k := at - g.edits
		if k < -len(b) || k > len(a) {
			g.reach[at] = unreached
		} else {
			i := min(int(max(here+1, below+1, above)), len(a), len(b)+k)
			g.reach[at] = int32(slide(a, b, i, k))
		}
		below, here, above = here, above, unreached
		if at+1 < len(f.reach) {
			above = f.reach[at+1]
		}
	}
	return g
}

// trace aligns a and b if tracedEdits are enough, and says whether they were.
func trace(partner []int, a, b []rune, base int) bool {
	last := len(a) - len(b)
	fronts := []front{firstFront(a, b)}
	for fronts[len(fronts)-1].at(last) < len(a) {
		if len(fronts) > tracedEdits {
			return false
		}
		fronts = append(fronts, fronts[len(fronts)-1].next(a, b, nil))
	}
	i, k := len(a), last
	match := func(to int) {
		for i > to {
			i--
			partner[i] = base + i - k
		}
	}
	for s := len(fronts) - 1; s > 0; s-- {
		previous := fronts[s-1]
		match(previous.enter(a, b, k))
		switch j := i - k; {
		case i > 0 && j > 0 && i-1 <= previous.at(k):
			match(i - 1)
		case i > 0 && i-1 <= previous.at(k-1):
			i, k = i-1, k-1
		default:
			k++
		}
	}
	match(0)
	return true
}

// middle is a point (i, j) of an optimal alignment with about half the edits on
// either side: where a front from the beginning meets one from the end.
func middle(a, b []rune) (i, j int) {
	ra, rb := reversed(a), reversed(b)
	head, tail := firstFront(a, b), firstFront(ra, rb)
	var spare [2][]int32
	for head.edits+tail.edits < searchedEdits {
		if head.edits <= tail.edits {
			old := head.reach
			head = head.next(a, b, spare[0])
			spare[0] = old
		} else {
			old := tail.reach
			tail = tail.next(ra, rb, spare[1])
			spare[1] = old
		}
		if k, met := meeting(head, tail, len(a), len(b)); met {
			return head.at(k), head.at(k) - k
		}
	}
	best := 0
	for k := -head.edits; k <= head.edits; k++ {
		if 2*head.at(k)-k > 2*head.at(best)-best {
			best = k
		}
	}
	return head.at(best), head.at(best) - best
}

// meeting finds a diagonal on which the two fronts meet or cross.
func meeting(head, tail front, n, m int) (k int, met bool) {
	for k := max(-head.edits, n-m-tail.edits); k <= min(head.edits, n-m+tail.edits); k++ {
		if head.at(k)+tail.at(n-m-k) >= n {
			return k, true
		}
	}
	return 0, false
}

func reversed(s []rune) []rune {
	r := make([]rune, len(s))
	for i, v := range s {
		r[len(s)-1-i] = v
	}
	return r
}

// edits counts the insertions, deletions and substitutions of an alignment.
func edits(a, b []rune, partner []int) int {
	n, paired := 0, 0
	for i, j := range partner {
		if j < 0 {
			n++
			continue
		}
		paired++
		if a[i] != b[j] {
			n++
		}
	}
	return n + len(b) - paired
}
