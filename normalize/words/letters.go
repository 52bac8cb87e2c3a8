package words

import "klartext/dictionary/automaton"

// letters are those of a word as the evidence counts them: their codes, and the
// numbers of the sequences of two and three that rules intend.
type letters struct {
	codes     []byte
	sequences []uint16
}

// lettersOf takes the letters that have codes out of word.
func (s *sequences) lettersOf(word string) (l letters) {
	for _, r := range word {
		if code, ok := automaton.Code(r); ok {
			l.codes = append(l.codes, code)
		}
	}
	for i := 1; i < len(l.codes); i++ {
		for n := 2; n <= min(3, i+1); n++ {
			if number := s.of(l.codes[i+1-n : i+1]); number != 0 {
				l.sequences = append(l.sequences, number)
			}
		}
	}
	return l
}

// keptLetters counts those of a word that was read right.
func (e *evidence) keptLetters(l *letters, n float64) {
	for _, code := range l.codes {
		e.letters[code] += n
	}
	for _, number := range l.sequences {
		e.counts[number] += n
	}
}

// keepCodes is ln P(letters read right) in this document.
func (p *profile) keepCodes(codes []byte) (score float32) {
	for _, code := range codes {
		score += p.keep[code]
	}
	return score
}
