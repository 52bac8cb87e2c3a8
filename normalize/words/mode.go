package words

import (
	"fmt"
	"strings"
)

// Mode says how sure the fixer must be of a change to make it: it trades the
// errors found for the harm done.
type Mode uint8

// The modes; docs/evaluation.md has what each reaches.
const (
	// Balanced is for texts that people read. It is the zero value.
	Balanced Mode = iota
	// Conservative is for texts that nobody checks again.
	Conservative
	// Aggressive is for texts that are searched or checked again.
	Aggressive
)

// modes names the modes, from the most careful to the boldest, with the
// confidence from which a change is made.
var modes = []struct {
	mode  Mode
	name  string
	least float64
}{
	{Conservative, "conservative", 0.98},
	{Balanced, "balanced", 0.78},
	{Aggressive, "aggressive", 0.4},
}

// leastSuggested is the confidence from which a change that is not made is
// suggested.
const leastSuggested = 0.2

// ModeNames lists the names of the modes, from the most careful to the boldest.
func ModeNames() []string {
	names := make([]string, len(modes))
	for i, m := range modes {
		names[i] = m.name
	}
	return names
}

// ParseMode returns the mode of that name. The error lists the names there are.
func ParseMode(name string) (Mode, error) {
	for _, m := range modes {
		if m.name == name {
			return m.mode, nil
		}
	}
	return Balanced, fmt.Errorf("there is no mode %q; there are %s", name, strings.Join(ModeNames(), ", "))
}

// String is the name of the mode.
func (m Mode) String() string {
	for _, x := range modes {
		if x.mode == m {
			return x.name
		}
	}
	return fmt.Sprintf("Mode(%d)", uint8(m))
}

// least is the confidence, 0 to 1, from which m makes a change. Of a mode that
// there is not it is that of Balanced.
func (m Mode) least() float64 {
	least := modes[1].least
	for _, x := range modes {
		if x.mode == m {
			least = x.least
		}
	}
	return least
}

// Accepts tells whether a change of that confidence, 0 to 1, is made.
func (m Mode) Accepts(confidence float64) bool { return confidence >= m.least() }

// accepts tells whether p is made.
func (m Mode) accepts(p *Proposal) bool { return m.Accepts(p.Confidence) }
