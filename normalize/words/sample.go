package words

import (
	"hash/fnv"
	"maps"
	"slices"
	"strings"
	"sync"
)

// Sample gathers texts of one source, to estimate a [Source] from them. Of much
// text it keeps a part, paragraphs chosen by chance, since more would hardly tell
// more. Chance is a hash of each paragraph: neither the order of the texts nor the
// way they are put together matters, and what is there twice, as running titles
// are, counts once. A Sample is safe for many goroutines.
type Sample struct {
	fixer *Fixer

	mu     sync.Mutex
	pieces map[uint64]string // by their hashes
	size   int               // of the pieces, in bytes
	// full is set as soon as a piece was left out; from then on, none with a hash of
	// limit or more is kept.
	full  bool
	limit uint64
	pool  *pool // of the present pieces; nil if they have changed
}

const (
	// sampleSize is how many bytes of text a sample keeps: 30,000 words or so.
	sampleSize = 200 << 10
	// pieceSize is how much of a paragraph is one piece; pages without blank lines are
	// cut at line ends.
	pieceSize = 2 << 10
)

// NewSample returns an empty Sample for the channel of f.
func (f *Fixer) NewSample() *Sample {
	return &Sample{fixer: f, pieces: make(map[uint64]string)}
}

// Add gathers a text, as [Fixer.Fix] would be given it.
func (s *Sample) Add(text string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, piece := range pieces(text) {
		key := hash(piece)
		if s.full && key >= s.limit || s.pieces[key] != "" {
			continue
		}
		s.pieces[key] = strings.Clone(piece) // not to hold the text
		s.size += len(piece)
		s.pool = nil
		if s.size > 2*sampleSize {
			s.prune()
		}
	}
}

// prune keeps the pieces of the smallest hashes. What is left out once would be
// left out of any larger sample, which is why the order does not matter.
func (s *Sample) prune() {
	size := 0
	for _, key := range slices.Sorted(maps.Keys(s.pieces)) {
		size += len(s.pieces[key])
		if size > sampleSize {
			s.full, s.limit = true, key
			break
		}
	}
	if s.full {
		maps.DeleteFunc(s.pieces, func(key uint64, _ string) bool { return key >= s.limit })
	}
	s.size = 0
	for _, piece := range s.pieces {
		s.size += len(piece)
	}
}

// Source estimates the channel of the texts gathered.
func (s *Sample) Source() *Source {
	return s.pooled().source
}

// SourceWithout estimates the channel of the texts gathered but for one of them,
// text, so that a document is not told what it has said itself.
func (s *Sample) SourceWithout(text string) *Source {
	p := s.pooled()
	if p.source == nil {
		return nil
	}
	var own []string
	found := make(map[uint64]bool)
	for _, piece := range pieces(text) {
		if key := hash(piece); p.keys[key] && !found[key] {
			found[key] = true
			own = append(own, piece)
		}
	}
	switch len(found) {
	case 0:
		return p.source
	case len(p.keys):
		return nil
	}
	return p.without(s.fixer.finder.read(strings.Join(own, pieceBreak)))
}

// pieceBreak stands between pieces where they are read as one text.
const pieceBreak = "\n\n"

// pooled estimates the channel unless that was done since the last text came.
func (s *Sample) pooled() *pool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.pool == nil {
		s.prune()
		s.pool = newPool(s.fixer.finder, s.pieces)
	}
	return s.pool
}

// pool is a sample read as one document. It is immutable.
type pool struct {
	keys    map[uint64]bool // the hashes of its pieces
	profile *profile
	scope   scope
	source  *Source // nil if there are no words
}

func newPool(f *finder, sample map[uint64]string) *pool {
	out := &pool{keys: make(map[uint64]bool, len(sample))}
	texts := make([]string, 0, len(sample))
	for _, key := range slices.Sorted(maps.Keys(sample)) {
		out.keys[key] = true
		texts = append(texts, sample[key])
	}
	d := f.read(strings.Join(texts, pieceBreak))
	if d.words() == 0 {
		return out
	}
	out.profile = d.adapt()
	out.scope = d.unknowns
	out.source = &Source{words: d.words(), evidence: d.evidence(out.profile, thorough, out.scope)}
	return out
}

// without takes away what own, a part of the pool, has shown of its channel.
func (p *pool) without(own *document) *Source {
	rest := p.source.Plus(&Source{
		words: -own.words(), evidence: own.evidence(p.profile, thorough, p.scope).negative(),
	}, 1)
	if rest.words <= 0 {
		return nil
	}
	rest.evidence.trim()
	return rest
}

func (e *evidence) negative() *evidence {
	out := e.none()
	out.add(e, -1)
	return out
}

// pieces cuts a text into paragraphs, and long ones between lines.
func pieces(text string) (out []string) {
	for at := 0; at < len(text); {
		end := paragraphEnd(text, at)
		for _, piece := range cutLines(text[at:end]) {
			if piece = strings.TrimSpace(piece); piece != "" {
				out = append(out, piece)
			}
		}
		at = end
	}
	return out
}

// cutLines cuts a paragraph behind the first line end after each pieceSize bytes,
// so that no piece has half a line. A line that is too long is cut at a blank.
func cutLines(paragraph string) (out []string) {
	for len(paragraph) > pieceSize {
		cut := strings.IndexByte(paragraph[pieceSize:], '\n')
		if cut < 0 || cut > pieceSize {
			cut = strings.IndexByte(paragraph[pieceSize:], ' ')
		}
		if cut < 0 {
			break
		}
		cut += pieceSize + 1
		out = append(out, paragraph[:cut])
		paragraph = paragraph[cut:]
	}
	return append(out, paragraph)
}

func hash(piece string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(piece)) // never fails
	return h.Sum64()
}
