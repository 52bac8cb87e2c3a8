package words

import "klartext/dictionary/automaton"

// sequences numbers the sequences of two and three letters that rules intend: of
// all others it need not be known how often they were read right.
type sequences struct {
	pairs [automaton.NumCodes][automaton.NumCodes]uint16
	// triples are by the number of their first two letters, which all have one.
	triples map[triple]uint16
	n       int
}

type triple struct {
	pair uint16
	code byte
}

// newSequences gathers the sequences of rules. 0 is the number of none.
func newSequences(rules []rule) *sequences {
	s := &sequences{triples: make(map[triple]uint16), n: 1}
	for i := range rules {
		codes := rules[i].intended
		if len(codes) != 2 && len(codes) != 3 {
			continue
		}
		pair := &s.pairs[codes[0]][codes[1]]
		if *pair == 0 {
			*pair = s.number()
		}
		if len(codes) == 3 && s.triples[triple{*pair, codes[2]}] == 0 {
			s.triples[triple{*pair, codes[2]}] = s.number()
		}
	}
	return s
}

func (s *sequences) number() uint16 {
	s.n++
	return uint16(s.n - 1)
}

// of returns the number of the sequence of two or three letters.
func (s *sequences) of(codes []byte) uint16 {
	pair := s.pairs[codes[0]][codes[1]]
	if pair == 0 || len(codes) == 2 {
		return pair
	}
	return s.triples[triple{pair, codes[2]}]
}
