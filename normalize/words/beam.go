package words

import (
	"math"
	"slices"
	"sync"
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
	part      byte // of the dictionary: the automaton that it stands in
	state     automaton.State
	at        int32 // in the observed word
	final     bool
	recased   bool
	edits     uint8 // plain ones
	parts     uint8 // of a compound, before the present one
	length    uint8 // of the text
	partStart uint8
	cost      float32
	prior     float32 // of the parts before
	// parent is the hypothesis that this one continues, -1 at the beginning; rule
	// the confusion between them, or one of the steps below, label the letter of
	// such a step.
	parent int32
	rule   int32
	label  byte
	hash   uint64 // of the text
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
}

// agenda holds the hypotheses that wait at a place: their numbers, below their
// ranks, so that they sort as numbers do.
type agenda struct {
	ids []uint64
	// cut is the rank from which a hypothesis is too dear to wait here.
	cut float32
}

var beams = sync.Pool{New: func() any { return &beam{} }}

// damaged finds the words that the observed one may be by as much damage as limit
// nats allow.
func (s *search) damaged(limit float32) {
	b := beams.Get().(*beam)
	defer beams.Put(b)
	b.begin(s, limit)
	for at := range b.places {
		b.divide(at)
		b.narrow(at)
		b.lengthen(at)
		b.divide(at) // behind parts whose last letter was lost
		b.narrow(at)
		for _, id := range b.kept {
			if at == len(s.observed) {
				b.finish(id)
			} else {
				b.advance(id)
			}
		}
	}
	b.search = nil
	delete(s.found, string(s.observed))
}

func (b *beam) begin(s *search, limit float32) {
	b.search, b.limit = s, limit
	b.automata = append(b.automata[:0], s.dict.Forms(), s.dict.Modifiers(), s.dict.Heads())
	b.maxEdits = uint8(min(mostEdits, len(s.observed)/lettersAnEdit))
	b.all = b.all[:0]
	for len(b.places) <= len(s.observed) {
		b.places = append(b.places, [2]agenda{})
	}
	b.places = b.places[:len(s.observed)+1]
	for at := range b.places {
		for kind := range b.places[at] {
			b.places[at][kind] = agenda{ids: b.places[at][kind].ids[:0], cut: limit + 1000}
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
	if !b.hasRoom(h, h.at, 0) {
		return
	}
	b.all = append(b.all, *h)
	a := &b.places[h.at][h.kind()]
	a.ids = append(a.ids, ranked(h.rank(), len(b.all)-1))
	if width := widthAt(h.at); len(a.ids) >= 3*width {
		b.cheapest(a, width)
	}
}

func widthAt(at int32) int {
	if at <= wideUntil {
		return wideBeam
	}
	return beamWidth
}

// ranked puts the number of a hypothesis below its rank, which may be negative by
// a hair.
func ranked(rank float32, id int) uint64 {
	return uint64(math.Float32bits(max(0, rank)))<<32 | uint64(id)
}

// cheapest leaves the cheapest hypotheses of an agenda, in order.
func (b *beam) cheapest(a *agenda, width int) {
	slices.Sort(a.ids)
	if len(a.ids) > width {
		a.ids = a.ids[:width]
		a.cut = b.all[int32(a.ids[width-1])].rank()
	}
}

// narrow leaves the cheapest of the hypotheses at a place, each text once.
func (b *beam) narrow(at int) {
	b.seen.clear()
	b.kept = b.kept[:0]
	for kind := range b.places[at] {
		a := &b.places[at][kind]
		b.cheapest(a, widthAt(int32(at)))
		for _, r := range a.ids {
			if id := int32(r); b.seen.add(b.all[id].key()) {
				b.kept = append(b.kept, id)
			}
		}
	}
}

// key is the same for hypotheses that go on in the same way.
func (h *hypothesis) key() uint64 {
	key := h.hash*31 + uint64(h.partStart)<<8 + uint64(h.part)<<1
	if h.recased {
		key++
	}
	return key
}

// divide adds the parts of compounds that may begin at a place.
func (b *beam) divide(at int) {
	b.narrow(at)
	a := &b.places[at][1]
	for i := 0; i < len(a.ids) && len(a.ids) < 3*widthAt(int32(at))-2; i++ {
		b.nextPart(int32(a.ids[i]))
	}
}

// lengthen adds the letters that may have been lost at a place.
func (b *beam) lengthen(at int) {
	for _, id := range b.kept {
		for _, rule := range b.index.deletions {
			if b.index.cost[rule] > damagedCost {
				break
			}
			b.confuse(id, rule)
		}
		h := &b.all[id]
		if h.edits < b.maxEdits && h.length > 0 && b.hasRoom(h, h.at, lostCost) {
			b.edit(id, stepLost, 0, lostCost)
		}
	}
}

// advance goes on to the next observed letter in every way.
func (b *beam) advance(id int32) {
	h := &b.all[id]
	code := b.codes[h.at]
	label := code
	if h.recased && h.length == 0 {
		label = b.lowered
	}
	if label != 0 {
		if arc, ok := b.automata[h.part].Step(h.state, label); ok {
			b.step(id, stepKeep, arc, 1, 0)
		}
	}
	for _, rule := range b.fitting[b.all[id].at] {
		if b.index.cost[rule] > dearestRule {
			break
		}
		b.confuse(id, rule)
	}
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
	h := b.all[id]
	h.parent, h.rule, h.state, h.final = id, kind, arc.Target, arc.Final
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
	b.put(&h)
}

// confuse adds the hypothesis that follows id by a confusion.
func (b *beam) confuse(id, rule int32) {
	r := &b.index.channel.rules[rule]
	// Larger pieces pay a little for their size.
	size := max(0, len(r.observed)-1) + max(0, len(r.intended)-1)
	cost := min(b.index.cost[rule], damagedCost+0.5*float32(size))
	if h := &b.all[id]; !b.hasRoom(h, h.at+int32(len(r.observed)), cost) {
		return
	}
	h := b.all[id]
	h.cost += cost
	labels := r.intended
	if h.recased && h.length == 0 && len(labels) > 0 {
		if len(r.lowered) != len(r.intended) || r.lowered[0] == r.intended[0] {
			return
		}
		labels = r.lowered
	}
	for _, label := range labels {
		arc, ok := b.automata[h.part].Step(h.state, label)
		if !ok {
			return
		}
		h.state, h.final = arc.Target, arc.Final
	}
	for _, code := range r.intended {
		h.hash = hashNext(h.hash, code)
	}
	h.parent, h.rule = id, rule
	h.at += int32(len(r.observed))
	h.length += uint8(len(r.intended))
	b.put(&h)
}

// nextPart ends a part of a compound and begins the next at the same place.
func (b *beam) nextPart(id int32) {
	h := b.all[id]
	if h.part != inModifiers || !h.final || h.parts > maxParts || len(b.observed)-int(h.at) < shortestPart {
		return
	}
	lnp, ok := b.dict.ModifierLogProb(b.partText(id))
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

// spelled writes the letter codes and the confusions of a hypothesis.
func (b *beam) spelled(id int32) (text []byte, rules []int32) {
	text = make([]byte, b.all[id].length)
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
	text, _ := b.spelled(id)
	letters := []rune(spell(text[b.all[id].partStart:]))
	if b.all[id].partStart == 0 && len(letters) > 0 {
		letters[0] = unicode.ToLower(letters[0])
	}
	return string(letters)
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
