package words

import (
	"unicode"

	"klartext/dictionary/automaton"
)

// edits finds the words that differ from the observed one by a plain edit: one
// letter changed, lost or added in a way that no profile knows. It follows the
// observed letters through the automaton and, at each place, every other letter.
func (s *search) edits() {
	forms := s.dict.Forms()
	s.editsFrom(forms, false)
	if unicode.IsUpper(s.observed[0]) {
		s.editsFrom(forms, true)
	}
	delete(s.found, string(s.observed))
}

func (s *search) editsFrom(forms *automaton.Automaton, recased bool) {
	state := forms.Root()
	for at, code := range s.codes {
		if at > 0 {
			s.editAt(forms, state, at, recased)
		}
		label := code
		if at == 0 && recased {
			label = s.lowered
		}
		arc, ok := forms.Step(state, label)
		if !ok || code == 0 {
			break
		}
		state = arc.Target
		s.text = append(s.text, code)
	}
	s.text = s.text[:0]
}

// editAt tries the edits of the letter at at, behind what stands in s.text.
func (s *search) editAt(forms *automaton.Automaton, state automaton.State, at int, recased bool) {
	s.edited(forms, state, at+1, recased)
	for arc, ok := forms.First(state); ok; arc, ok = forms.Next(arc) {
		if r := automaton.Rune(arc.Label); !unicode.IsLetter(r) || unicode.IsUpper(r) {
			continue
		}
		s.text = append(s.text, arc.Label)
		s.edited(forms, arc.Target, at, recased)
		if arc.Label != s.codes[at] {
			s.edited(forms, arc.Target, at+1, recased)
		}
		s.text = s.text[:len(s.text)-1]
	}
}

// edited accepts the word that the letters from at on complete.
func (s *search) edited(forms *automaton.Automaton, state automaton.State, at int, recased bool) {
	p := place{a: forms, state: state, at: at, cost: editCost, recased: recased, edited: true}
	s.finish(&p)
}
