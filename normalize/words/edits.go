package words

import (
	"unicode"

	"klartext/dictionary/automaton"
)

// edits finds the words that differ from the observed one by a plain edit: one
// letter changed, lost or added in a way that no profile knows. It follows the
// observed letters through the automaton and, at each place, every other letter.
func (s *search) edits() {
	s.editsIn(s.dict.Forms())
	for own := range s.dict.OwnForms() {
		s.editsIn(own)
	}
}

func (s *search) editsIn(forms *automaton.Automaton) {
	s.editsFrom(forms, false)
	if unicode.IsUpper(s.observed[0]) {
		s.editsFrom(forms, true)
	}
}

func (s *search) editsFrom(forms *automaton.Automaton, recased bool) {
	before := automaton.Arc{Target: forms.Root()}
	for at, code := range s.codes {
		if at > 0 {
			s.editAt(forms, before, at, recased)
		}
		label := code
		if at == 0 && recased {
			label = s.lowered
		}
		arc, ok := forms.Step(before.Target, label)
		if !ok || code == 0 {
			s.text = s.text[:0]
			return
		}
		before = arc
		s.text = append(s.text, code)
	}
	s.each(forms, before.Target, func(arc automaton.Arc) { s.edited(forms, arc, len(s.codes), recased, lostCost) })
	s.text = s.text[:0]
}

// editAt tries the edits of the letter at at, behind what stands in s.text and
// ends with before.
func (s *search) editAt(forms *automaton.Automaton, before automaton.Arc, at int, recased bool) {
	s.edited(forms, before, at+1, recased, addedCost)
	s.each(forms, before.Target, func(arc automaton.Arc) {
		s.edited(forms, arc, at, recased, lostCost)
		if arc.Label != s.codes[at] {
			s.edited(forms, arc, at+1, recased, damagedCost)
		}
	})
}

// each tries each small letter behind state.
func (s *search) each(forms *automaton.Automaton, state automaton.State, try func(automaton.Arc)) {
	for arc, ok := forms.First(state); ok; arc, ok = forms.Next(arc) {
		if isSmallCode[arc.Label] {
			s.text = append(s.text, arc.Label)
			try(arc)
			s.text = s.text[:len(s.text)-1]
		}
	}
}

// edited accepts the word that the letters from at on complete, behind arc.
func (s *search) edited(forms *automaton.Automaton, arc automaton.Arc, at int, recased bool, cost float32) {
	p := place{a: forms, state: arc.Target, final: arc.Final, at: at, cost: cost, recased: recased, edits: 1}
	s.finish(&p)
}
