package words

import (
	"maps"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"klartext/dictionary"
	"klartext/dictionary/automaton"
	"klartext/dictionary/confusion"
	"klartext/dictionary/ngram"
	"klartext/dictionary/packed"
)

// tinyWords are the words of the tiny dictionary with ln P and where they come
// from. The tests of the search rest on them, not on what the shipped data hold.
var tinyWords = map[string]struct {
	lnp   float64
	flags dictionary.Flags
}{
	"und": {-3, dictionary.Lexical}, "für": {-5, dictionary.Lexical}, "über": {-6, dictionary.Lexical},
	"die": {-3, dictionary.Lexical}, "das": {-4, dictionary.Lexical},
	"können": {-6, dictionary.Lexical}, "kennen": {-8, dictionary.Lexical}, "müßte": {-10, dictionary.Lexical},
	"Haus": {-7, dictionary.Lexical}, "Häuser": {-8, dictionary.Lexical}, "Bürger": {-8, dictionary.Lexical},
	"Tür": {-8, dictionary.Lexical}, "Größe": {-9, dictionary.Lexical}, "Sonne": {-8, dictionary.Lexical},
	"Fluss": {-8, dictionary.Lexical}, "Flüsse": {-9, dictionary.Lexical}, "System": {-8, dictionary.Lexical},
	"schon": {-6, dictionary.Lexical}, "schön": {-7, dictionary.Lexical}, "Ufer": {-9, dictionary.Lexical},
	"ländlich": {-10, dictionary.Lexical}, "handlich": {-10, dictionary.Lexical}, "Übermut": {-11, dictionary.Lexical},
	"Selten": {-13, dictionary.Historic}, "Seltnam": {-13, dictionary.Name}, "Heer": {-10, dictionary.Lexical},
	"nett": {-9, dictionary.Lexical}, "Verwaltung": {-8, dictionary.Lexical}, "SPD": {-8, dictionary.Name},
	"NASA": {-10, dictionary.Name}, "gehen": {-7, dictionary.Lexical}, "Meier": {-10, dictionary.Name},
}

var (
	tinyModifiers = map[string]float64{"fluss": -4, "verwaltungs": -4, "haus": -4, "haupt": -5, "bürger": -5}
	tinyHeads     = map[string]float64{"haus": -4, "häuser": -5, "tür": -5, "system": -5, "ufer": -5, "flüsse": -6}
)

// tinyDictionary has tinyWords and a language model that knows no context.
func tinyDictionary(t testing.TB) *dictionary.Dictionary {
	t.Helper()
	all := ngram.ClassNames()
	forms := slices.Sorted(maps.Keys(tinyWords))
	entries := make([]packed.Entry, 0, len(all)+len(forms))
	entry := func(word string, lnp float64, flags dictionary.Flags) {
		entries = append(entries, packed.Entry{Key: uint64(ngram.WordOf(word)), Value: packed.Value{packed.PackProb(lnp), packed.PackBackoff(0), byte(flags)}})
	}
	for _, name := range all {
		entry(name, -4, 0)
	}
	for _, word := range forms {
		entry(word, tinyWords[word].lnp, tinyWords[word].flags)
	}
	model, _, err := ngram.Estimate(&ngram.Counter{}, append(all, forms...), ngram.Options{})
	require.NoError(t, err)
	d, err := dictionary.Open(dictionary.Files{
		Words: packed.Append(nil, entries, dictionary.WordValue), Forms: compiled(t, forms),
		Parts:     packed.Append(nil, partEntries(), 2),
		Modifiers: compiled(t, slices.Sorted(maps.Keys(tinyModifiers))), Heads: compiled(t, slices.Sorted(maps.Keys(tinyHeads))),
		Model: model, Letters: ngram.EstimateLetters(forms, func(string) float64 { return 1 }),
	})
	require.NoError(t, err)
	return d
}

func compiled(t testing.TB, words []string) []byte {
	t.Helper()
	data, err := automaton.Build(words)
	require.NoError(t, err)
	return data
}

func partEntries() (entries []packed.Entry) {
	values := make(map[string]packed.Value)
	for role, parts := range []map[string]float64{tinyModifiers, tinyHeads} {
		for part, lnp := range parts {
			v := values[part]
			v[role] = packed.PackProb(lnp)
			values[part] = v
		}
	}
	for part, v := range values {
		entries = append(entries, packed.Entry{Key: uint64(ngram.WordOf(part)), Value: v})
	}
	return entries
}

// tinyTable is an engine with few confusions.
var tinyTable = &confusion.Table{Name: "tiny", Rules: []confusion.Rule{
	{Intended: "ö", Observed: "é", Prob: 0.4, Count: 100},
	{Intended: "ü", Observed: "ii", Prob: 0.4, Count: 100},
	{Intended: "ü", Observed: "u", Prob: 0.2, Count: 100},
	{Intended: "ä", Observed: "a", Prob: 0.5, Count: 100},
	{Intended: "ß", Observed: "B", Prob: 0.3, Count: 100},
	{Intended: "ß", Observed: "l3", Prob: 0.1, Count: 100},
	{Intended: "Ü", Observed: "U", Prob: 0.5, Count: 100},
	{Intended: "nn", Observed: "rm", Prob: 0.05, Count: 20},
	{Intended: "m", Observed: "rn", Prob: 0.01, Count: 20},
	{Intended: "t", Observed: "", Prob: 0.01, Count: 20},
	{Intended: "H", Observed: "l-l", Prob: 0.01, Count: 20},
	{Intended: "h", Observed: "b", Prob: 0.0003, Count: 20}, // costs 8.1 nats
	{Intended: "D", Observed: "B", Prob: 0.01, Count: 20},
	{Intended: "e", Observed: "c", Prob: 0.01, Count: 20},
	{Intended: " ", Observed: "", Prob: 0.01, Count: 20},
	{Intended: " ", Observed: ".", Prob: 0.01, Count: 20},
	{Intended: "", Observed: " ", Prob: 0.01, Count: 20},
	{Intended: "o", Observed: "q", Prob: 1e-6, Count: 20}, // too rare to be taken
	{Intended: "i", Observed: "y", Prob: 0.1, Count: 1},   // seen too seldom
}}

// tinyFinder finds words of the tiny dictionary through the tiny table.
func tinyFinder(t testing.TB) *finder {
	t.Helper()
	return newFinder(tinyDictionary(t), newChannel([]*confusion.Table{tinyTable}))
}

// texts are the words of candidates in their order.
func texts(candidates []candidate) (out []string) {
	for i := range candidates {
		out = append(out, candidates[i].text)
	}
	return out
}

// find is the candidate with the given text.
func find(t testing.TB, candidates []candidate, text string) *candidate {
	t.Helper()
	for i := range candidates {
		if candidates[i].text == text {
			return &candidates[i]
		}
	}
	require.Fail(t, "no candidate", "%q among %q", text, texts(candidates))
	return nil
}

// through writes the confusions of a candidate as intended→observed.
func through(f *finder, c *candidate) (out []string) {
	for _, id := range c.rules {
		r := &f.channel.rules[id]
		out = append(out, spell(r.intended)+"→"+string(r.observed))
	}
	return out
}

// costs is what the given confusions cost by the tiny table.
func costs(confusions []string) float64 {
	sum := 0.0
	for _, c := range confusions {
		for _, r := range tinyTable.Rules {
			if r.Intended+"→"+r.Observed == c {
				sum -= math.Log(r.Prob)
			}
		}
	}
	return sum
}
