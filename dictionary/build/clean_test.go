package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary/confusion"
)

// tables are two engines of few confusions; the first knows one of them better.
var tables = []*confusion.Table{
	{Name: "one", Rules: []confusion.Rule{
		{Intended: "ü", Observed: "u", Prob: 0.4, Count: 9}, {Intended: "e", Observed: "c", Prob: 0.1, Count: 9},
		{Intended: "", Observed: "x", Prob: 0.5, Count: 9}, {Intended: "y", Observed: "", Prob: 0.5, Count: 9},
	}},
	{Name: "two", Rules: []confusion.Rule{
		{Intended: "e", Observed: "c", Prob: 0.5, Count: 9}, {Intended: "ü", Observed: "ii", Prob: 0.5, Count: 9},
		{Intended: "m", Observed: "rn", Prob: 0.5, Count: 9},
	}},
}

// lexiconOf makes a lexicon of words by their frequency in modern text.
func lexiconOf(perBillion map[string]float64) *lexicon {
	l := &lexicon{forms: make(map[string]*form)}
	for word, n := range perBillion {
		l.form(word).modern = n / 0.3
	}
	return l
}

func TestCleanRemovesMisspellings(t *testing.T) {
	tests := []struct {
		name, word, right string
		n, rightN         float64
		set               func(*form)
		removed           bool
	}{
		{"a lost umlaut, a hundredth as frequent", "fur", "für", 100, 10000, nil, true},
		{"one half as frequent", "fur", "für", 5000, 10000, nil, false},
		{"two letters for one", "fiir", "für", 10, 10000, nil, true},
		{"as frequent as noise cannot be", "fiir", "für", 100, 10000, nil, false},
		{"one letter for two", "irnmer", "immer", 10, 10000, nil, true},
		{"a dictionary has it", "fur", "für", 100, 10000, func(f *form) { f.lexical = true }, false},
		{"a name", "fur", "für", 100, 10000, func(f *form) { f.name = true }, false},
		{"the real pair", "schon", "schün", 1, 100000, nil, false},
		{"the same with a capital", "Schon", "Schün", 1, 100000, nil, false},
		{"no rule leads there", "fuhr", "führ?", 1, 100000, nil, false},
		{"letters out of nothing say nothing", "axb", "ab", 1, 100000, nil, false},
		{"letters lost say nothing", "ab", "ayb", 1, 100000, nil, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			l := lexiconOf(map[string]float64{tt.word: tt.n, tt.right: tt.rightN})
			if tt.set != nil {
				tt.set(l.forms[tt.word])
			}
			report := clean(l, tables)
			assert.NotNil(t, l.forms[tt.right])
			if !tt.removed {
				assert.NotNil(t, l.forms[tt.word])
				assert.Empty(t, report)
				return
			}
			assert.Nil(t, l.forms[tt.word])
			require.Len(t, report, 1)
			assert.True(t, strings.HasPrefix(report[0], tt.word+"\t"+tt.right+"\t"), report[0])
		})
	}
}

// TestCleanIsRepeatable: what one misspelling is measured by may be one, too.
func TestCleanIsRepeatable(t *testing.T) {
	words := map[string]float64{
		"für": 1e6, "fur": 3000, "fiir": 100, "fcr": 10, "fer": 4000, "über": 1e6, "ubcr": 5, "uber": 4000, "übcr": 900, "iibcr": 1, "iiber": 800,
	}
	first := clean(lexiconOf(words), tables)
	assert.Greater(t, len(first), 4)
	assert.IsIncreasing(t, first)
	for range 20 {
		l := lexiconOf(words)
		require.Equal(t, first, clean(l, tables))
		assert.Len(t, l.forms, len(words)-len(first))
	}
}

func TestStrongestRules(t *testing.T) {
	rules := strongest(tables)
	assert.Equal(t, []confusion.Rule{{Intended: "e", Observed: "c", Prob: 0.5, Count: 9}}, rules["c"], "the greatest probability of all tables")
	assert.NotContains(t, rules, "")
	assert.NotContains(t, rules, "x")
	assert.Len(t, rules, 4)
}

// TestRealWordsHoldThePairs that must not be taken for misspellings.
func TestRealWordsHoldThePairs(t *testing.T) {
	kept := strings.Fields(realWords)
	assert.Subset(t, kept, []string{"schon", "fordern", "wurde", "konnten", "hatten", "drucken"})
	for _, word := range kept {
		assert.True(t, isWord(word), word)
	}
}
