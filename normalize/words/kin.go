package words

// kin are shipped profiles of one kind of print. A text read with the one model looks
// as if it had been read with the other once it is mended, and it is mended in several
// passes: searching with both from the start, each word is searched for once, and more
// is found.
var kin = [][]string{{"tesseract-eng", "tesseract-deu"}}

// kinOf returns, for each of the profiles named, the set of it and its kin.
func kinOf(profiles []string) []uint64 {
	sets := make([]uint64, len(profiles))
	for k, name := range profiles {
		sets[k] = 1 << k
		for _, group := range kin {
			sets[k] |= among(group, name, profiles)
		}
	}
	return sets
}

// among is the set of the profiles that are in group, if name is one of them.
func among(group []string, name string, profiles []string) (set uint64) {
	belongs := false
	for _, other := range group {
		belongs = belongs || other == name
		for k := range profiles {
			if profiles[k] == other {
				set |= 1 << k
			}
		}
	}
	if !belongs {
		return 0
	}
	return set
}
