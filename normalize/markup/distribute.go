package markup

import (
	"strings"
	"unicode"
)

// token is a word of the outcome and the piece that most of it comes from.
type token struct {
	text   string
	origin int
}

// distribute tells what each of the words of a line becomes. If they stay as many,
// each takes the next; if they become fewer, each takes the place it has most of its
// letters from, and what is left over takes nothing. If they become more, some share
// a place, with a blank between them. It fails if nothing is left.
func distribute(pieces []piece) (texts []string, ok bool) {
	tokens := tokensOf(pieces)
	texts = make([]string, len(pieces))
	switch {
	case len(tokens) == 0:
		return nil, false
	case len(tokens) == len(pieces):
		for i, t := range tokens {
			texts[i] = t.text
		}
	case len(tokens) < len(pieces):
		next := 0
		for i, t := range tokens {
			// Those that follow need places, too.
			at := min(max(t.origin, next), len(pieces)-(len(tokens)-i))
			texts[at], next = t.text, at+1
		}
	default:
		for _, t := range tokens {
			texts[t.origin] = strings.TrimLeft(texts[t.origin]+" "+t.text, " ")
		}
	}
	return texts, true
}

// tokensOf cuts what pieces amount to at white space.
func tokensOf(pieces []piece) []token {
	var tokens []token
	var current strings.Builder
	counts := make([]int, len(pieces))
	flush := func() {
		if current.Len() == 0 {
			return
		}
		most := 0
		for i, n := range counts {
			if n > counts[most] {
				most = i
			}
		}
		tokens = append(tokens, token{text: current.String(), origin: most})
		current.Reset()
		clear(counts)
	}
	for i, p := range pieces {
		for _, r := range p.word + p.between {
			if unicode.IsSpace(r) {
				flush()
				continue
			}
			current.WriteRune(r)
			counts[i]++
		}
	}
	flush()
	return tokens
}
