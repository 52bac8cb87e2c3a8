package words

import (
	"math/bits"
	"slices"
	"unicode"

	"klartext/dictionary"
	"klartext/dictionary/automaton"
)

// A badly damaged word is beyond a walk that tries everything within its bounds:
// with three or four errors in it there are too many ways. The beam search goes
// through the observed word from left to right and keeps, at each place, the
// cheapest spellings alone (Lowerre, "The HARPY Speech Recognition System",
// 1976). Beside the confusions it takes plain edits: a letter changed, lost or
// added in a way that no profile knows.

// Costs of the beam search in nats. Damage comes in bursts: where one letter is
// wrong, the next is more likely wrong than elsewhere, so no error costs more
// than damagedCost here. The channel's burstCost comes on top.
const (
	damagedCost = 6
	// lostCost and addedCost are those of a letter that was lost or added.
	lostCost  = 7
	addedCost = 6.5
)

const (
	// beamWidth is the number of spellings kept at a place; behind the first letters
	// there are more ways and less to tell them apart.
	beamWidth = 48
	wideBeam  = 96
	wideUntil = 4
	// lettersAnEdit is the length of a word for each plain edit in it.
	lettersAnEdit = 3
	mostEdits     = 4
)

// hypothesis is the beginning of a word that may be intended.
type hypothesis struct {
	hash  uint64 // of the text
	cost  float32
	prior float32 // of the parts before
	// parent is the hypothesis that this one continues, -1 at the beginning; rule
	// the confusion between them, or one of the steps below, label the letter of
	// such a step.
	parent    int32
	rule      int32
	state     automaton.State
	at        int32 // in the observed word
	label     byte
	part      byte // of the dictionary: the automaton that it stands in
	final     bool
	recased   bool
	edits     uint8 // plain ones
	parts     uint8 // of a compound, before the present one
	length    uint8 // of the text
	partStart uint8
}

// The automata that a hypothesis may stand in, before those of words that were added.
const (
	inForms = iota
	inModifiers
	inHeads
)

// Steps that are no confusions.
const (
	stepKeep  = -1 - iota // the letter as observed
	stepEdit              // another letter
	stepLost              // a letter where none was observed
	stepAdded             // none where a letter was observed
	stepPart              // to the next part of a compound
)

// beam is the state of a beam search. It is used again for the next word.
type beam struct {
	*search
	automata []*automaton.Automaton
	all      []hypothesis
	places   [][2]agenda // before each observed letter and behind the last: words, compounds
	limit    float32     // the most that a spelling may cost
	maxEdits uint8
	seen     textSet
	kept     []int32
	dividing []uint64    // the compounds at the present place
	ended    []endedPart // at the present place
}

// endedPart is what ends with a hypothesis: a part of a compound, if it is known.
type endedPart struct {
	id    int32
	known bool
	lnp   float32
}

// damaged finds the words that the observed one may be by as much damage as limit
// nats allow.
func (s *search) damaged(limit float32) {
	if s.beam == nil {
		s.beam = &beam{search: s}
	}
	b := s.beam
	b.begin(limit)
	for at := range b.places {
		b.ended = b.ended[:0]
		waiting := len(b.all)
		b.divide(at)
		b.narrow(at)
		b.lengthen(at)
		if len(b.all) > waiting {
			b.divide(at) // behind parts whose last letter was lost
			b.narrow(at)
		}
		for _, id := range b.kept {
			if at == len(s.observed) {
				b.finish(id)
			} else {
				b.advance(id)
			}
		}
	}
}

func (b *beam) begin(limit float32) {
	s := b.search
	b.limit = limit
	b.automata = append(b.automata[:0], s.dict.Forms(), s.dict.Modifiers(), s.dict.Heads())
	b.maxEdits = uint8(min(mostEdits, len(s.observed)/lettersAnEdit))
	b.all = b.all[:0]
	for len(b.places) <= len(s.observed) {
		b.places = append(b.places, [2]agenda{})
	}
	b.places = b.places[:len(s.observed)+1]
	for at := range b.places {
		for kind := range b.places[at] {
			b.places[at][kind].clear(widthAt(at), limit)
		}
	}
	capital := unicode.IsUpper(s.observed[0])
	start := func(part byte, recased bool, parts uint8) {
		b.put(&hypothesis{part: part, state: b.automata[part].Root(), recased: recased, parts: parts, parent: -1, rule: stepKeep, hash: hashStart})
	}
	startForms := func(part byte) {
		start(part, false, 0)
		if capital {
			start(part, true, 0)
		}
	}
	startForms(inForms)
	for own := range s.dict.OwnForms() {
		b.automata = append(b.automata, own)
		startForms(byte(len(b.automata) - 1))
	}
	if len(s.observed) >= shortestCompound {
		start(inModifiers, capital, 1)
	}
}

// kind tells compounds from words: each has a beam of its own.
func (h *hypothesis) kind() int { return int(min(1, h.parts)) }

// rank orders the hypotheses at a place.
func (h *hypothesis) rank() float32 { return h.cost - h.prior }

// hasRoom tells whether a hypothesis that follows h at the given place would be
// cheap enough.
func (b *beam) hasRoom(h *hypothesis, at int32, cost float32) bool {
	cost += h.cost
	return cost <= b.limit && cost-h.prior < b.places[at][h.kind()].cut
}

// put enters a hypothesis, unless it is too dear.
func (b *beam) put(h *hypothesis) {
	if b.hasRoom(h, h.at, 0) {
		b.all = append(b.all, *h)
		b.enter(&b.all[len(b.all)-1])
	}
}

// enter puts the last hypothesis on its agenda.
func (b *beam) enter(h *hypothesis) {
	b.places[h.at][h.kind()].enter(h.rank(), len(b.all)-1)
}

// follow adds a hypothesis that continues id, for the caller to fill in and enter. It
// may move the others.
func (b *beam) follow(id, rule int32) *hypothesis {
	b.all = append(b.all, b.all[id])
	h := &b.all[len(b.all)-1]
	h.parent, h.rule = id, rule
	return h
}

func widthAt(at int) int {
	if at <= wideUntil {
		return wideBeam
	}
	return beamWidth
}

// narrow leaves the cheapest of the hypotheses at a place, each text once.
func (b *beam) narrow(at int) {
	b.seen.clear()
	b.kept = b.kept[:0]
	for kind := range b.places[at] {
		for _, r := range b.places[at][kind].ids {
			if id := int32(r); b.seen.add(b.all[id].key()) {
				b.kept = append(b.kept, id)
			}
		}
	}
}

// key is the same for hypotheses that go on in the same way. It is spread over all
// bits: texts that differ in their last letter alone have hashes that are alike.
func (h *hypothesis) key() uint64 {
	key := h.hash*31 + uint64(h.partStart)<<8 + uint64(h.part)<<1
	if h.recased {
		key++
	}
	return key * 0x9e3779b97f4a7c15
}

// divide adds the parts of compounds that may begin at a place.
func (b *beam) divide(at int) {
	b.dividing = append(b.dividing[:0], b.places[at][1].ids...) // nextPart adds to those
	for _, r := range b.dividing {
		b.nextPart(int32(r))
	}
}

// lengthen adds the letters that may have been lost at a place.
func (b *beam) lengthen(at int) {
	for _, id := range b.kept {
		b.confuse(id, &b.deleting, damagedCost)
		h := &b.all[id]
		if h.edits < b.maxEdits && h.length > 0 && b.hasRoom(h, h.at, lostCost) {
			b.edit(id, stepLost, 0, lostCost)
		}
	}
}

// advance goes on to the next observed letter in every way.
func (b *beam) advance(id int32) {
	h := &b.all[id]
	label := b.codes[h.at]
	if h.recased && h.length == 0 {
		label = b.lowered
	}
	if label != 0 {
		if arc, ok := b.automata[h.part].Step(h.state, label); ok {
			b.step(id, stepKeep, arc, 1, 0)
		}
	}
	b.confuse(id, &b.fitting[b.all[id].at], dearestRule)
	h = &b.all[id]
	if h.edits >= b.maxEdits || !b.hasRoom(h, h.at+1, damagedCost) {
		return
	}
	b.step(id, stepAdded, automaton.Arc{Target: h.state, Final: h.final}, 1, addedCost)
	if h = &b.all[id]; h.length > 0 || !h.recased {
		b.edit(id, stepEdit, 1, damagedCost)
	}
}

// dearestRule is the cost from which confusions are left to plain edits.
const dearestRule = 9.5

// edit takes each of the small letters that may follow instead of the observed
// ones.
func (b *beam) edit(id, kind, letters int32, cost float32) {
	h := &b.all[id]
	a, observed := b.automata[h.part], byte(0)
	if letters > 0 {
		observed = b.codes[h.at]
	}
	for arc, ok := a.First(h.state); ok; arc, ok = a.Next(arc) {
		if isSmallCode[arc.Label] && arc.Label != observed {
			b.step(id, kind, arc, letters, cost)
		}
	}
}

var isSmallCode = func() (small [automaton.NumCodes]bool) {
	for code := range small {
		r := automaton.Rune(byte(code))
		small[code] = unicode.IsLower(r) && (r < 0x80 || r == 'ä' || r == 'ö' || r == 'ü' || r == 'ß')
	}
	return small
}()

// step adds the hypothesis that follows id by one letter at most.
func (b *beam) step(id, kind int32, arc automaton.Arc, letters int32, cost float32) {
	if h := &b.all[id]; !b.hasRoom(h, h.at+letters, cost) {
		return
	}
	h := b.follow(id, kind)
	h.state, h.final = arc.Target, arc.Final
	h.at += letters
	h.cost += cost
	if kind != stepKeep {
		h.edits++
	}
	if kind != stepAdded {
		h.label = arc.Label
		if kind == stepKeep {
			h.label = b.codes[h.at-1] // the observed case
		}
		h.length++
		h.hash = hashNext(h.hash, h.label)
	}
	b.enter(h)
}

// confuse adds the hypotheses that follow id by a confusion that fits and costs no
// more than dearest.
func (b *beam) confuse(id int32, fit *fitting, dearest float32) {
	h := b.all[id]
	first := h.recased && h.length == 0
	for word, set := range fit.set {
		if h.cost+min(damagedCost, fit.rules[64*word].cost) > b.limit {
			return // the others cost no less
		}
		if !first {
			set = fit.leading(b.automata[h.part], h.state, word)
		}
		for ; set != 0; set &= set - 1 {
			r := &fit.rules[64*word+bits.TrailingZeros64(set)]
			if r.cost > dearest {
				return // as the others do
			}
			if !b.hasRoom(&h, h.at+r.observes, r.damaged) {
				continue
			}
			if arc, ok := b.intended(&h, r.rule, first); ok {
				b.confused(id, r, arc)
			}
		}
	}
}

// intended follows the intended side of r from h, which stands at the first letter
// of the word or not.
func (b *beam) intended(h *hypothesis, r *rule, first bool) (arc automaton.Arc, ok bool) {
	arc = automaton.Arc{Target: h.state, Final: h.final}
	labels := r.intended
	if first && len(labels) > 0 {
		if len(r.lowered) != len(r.intended) || r.lowered[0] == r.intended[0] {
			return arc, false
		}
		labels = r.lowered
	}
	for _, label := range labels {
		if arc, ok = b.automata[h.part].Step(arc.Target, label); !ok {
			return arc, false
		}
	}
	return arc, true
}

// confused adds the hypothesis that follows id by r, to arc.
func (b *beam) confused(id int32, r *readyRule, arc automaton.Arc) {
	h := b.follow(id, r.id)
	h.state, h.final = arc.Target, arc.Final
	h.at += r.observes
	h.cost += r.damaged
	h.length += uint8(len(r.intended))
	for _, code := range r.rule.intended {
		h.hash = hashNext(h.hash, code)
	}
	b.enter(h)
}

// nextPart ends a part of a compound and begins the next at the same place.
func (b *beam) nextPart(id int32) {
	h := b.all[id]
	if h.part != inModifiers || !h.final || h.parts > maxParts || len(b.observed)-int(h.at) < shortestPart {
		return
	}
	lnp, ok := b.modifier(id)
	if !ok {
		return
	}
	h.parent, h.rule = id, stepPart
	h.prior += lnp
	h.partStart, h.final = h.length, false
	h.parts++
	h.part, h.state = inHeads, b.automata[inHeads].Root()
	b.put(&h)
	h.prior += dictionary.PartCost
	h.part, h.state = inModifiers, b.automata[inModifiers].Root()
	b.put(&h)
}

// modifier returns ln P of the part that ends with id; a place is divided twice, and
// the parts that end there are looked up once.
func (b *beam) modifier(id int32) (lnp float32, ok bool) {
	for _, e := range b.ended {
		if e.id == id {
			return e.lnp, e.known
		}
	}
	lnp, ok = b.dict.ModifierLogProb(b.partText(id))
	b.ended = append(b.ended, endedPart{id, ok, lnp})
	return lnp, ok
}

// spelled writes the letter codes and the confusions of a hypothesis, where those of
// another may stand.
func (b *beam) spelled(id int32) (text []byte, rules []int32) {
	text = slices.Grow(b.text[:0], int(b.all[id].length))[:b.all[id].length]
	rules = b.rules[:0]
	for id >= 0 {
		h := &b.all[id]
		switch {
		case h.parent < 0:
		case h.rule >= 0:
			intended := b.index.channel.rules[h.rule].intended
			copy(text[int(h.length)-len(intended):h.length], intended)
			rules = append(rules, h.rule)
		case h.rule == stepKeep, h.rule == stepEdit, h.rule == stepLost:
			text[h.length-1] = h.label
		}
		id = h.parent
	}
	slices.Reverse(rules)
	return text, rules
}

// partText is the text of the part that ends with hypothesis id.
func (b *beam) partText(id int32) string {
	b.text, b.rules = b.spelled(id)
	part := b.part(int(b.all[id].partStart), len(b.text))
	b.text, b.rules = b.text[:0], b.rules[:0]
	return part
}

// finish accepts the word of hypothesis id, if it is complete.
func (b *beam) finish(id int32) {
	h := &b.all[id]
	if !h.final {
		return
	}
	b.text, b.rules = b.spelled(id)
	b.accept(&place{
		a: b.automata[h.part], final: true, cost: h.cost, partStart: int(h.partStart), parts: int(h.parts),
		prior: h.prior, recased: h.recased, edits: h.edits,
	})
	b.text, b.rules = b.text[:0], b.rules[:0]
}

// Texts are told apart by hash (FNV-1a over their letter codes).
const hashStart = 14695981039346656037

func hashNext(hash uint64, code byte) uint64 { return (hash ^ uint64(code)) * 1099511628211 }

// textSet is a set of hashes with open addressing that is emptied at no cost.
type textSet struct {
	keys  [1024]uint64
	round [1024]uint32
	now   uint32
}

func (t *textSet) clear() { t.now++ }

// add tells whether key was not there yet. The set must not get full.
func (t *textSet) add(key uint64) bool {
	for i := key >> 54; ; i = (i + 1) % uint64(len(t.keys)) {
		if t.round[i] != t.now {
			t.keys[i], t.round[i] = key, t.now
			return true
		}
		if t.keys[i] == key {
			return false
		}
	}
}
