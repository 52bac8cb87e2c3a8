package confusion

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLearnFindsConfusionsOfSeveralLetters(t *testing.T) {
	var p Pairs
	for range 10 {
		p.AddPage("für müde Füße über Gebühr außen", "fiir miide Fiil3e iiber Gebiihr aul3en")
		p.AddPage("für neue Räder über alle Wege", "fur neue Rader iiber alle Wege")
	}
	table := Learn("test", p.All())
	assert.InDelta(t, 50.0/60, find(t, table, "ü", "ii").Prob, 0.03)
	assert.InDelta(t, 10.0/60, find(t, table, "ü", "u").Prob, 0.02)
	assert.InDelta(t, 1, find(t, table, "ß", "l3").Prob, 0.1)
	assert.Equal(t, "ü", table.Rules[0].Intended, "the most frequent comes first")
}

func TestPairsLeaveOutLayoutErrors(t *testing.T) {
	var p Pairs
	p.AddPage("eins zwei drei", "eins xqzvw drei")
	for _, pair := range p.All() {
		assert.Equal(t, string(pair.Truth), string(pair.Observed))
	}
}

func TestLostBlanksAreConfusionsToo(t *testing.T) {
	var p Pairs
	for range 5 {
		p.AddPage("in der Gemeinde war", "in derGemeinde war")
	}
	assert.InDelta(t, 5, find(t, Learn("test", p.All()), " ", "").Count, 0)
}

func TestTableSurvivesWriting(t *testing.T) {
	want := &Table{Name: "x", Rules: []Rule{
		{Intended: "ü", Observed: "ii", Prob: 0.25, Count: 20},
		{Intended: " ", Observed: "", Prob: 0.01, Count: 4},
		{Intended: "#", Observed: "# ", Prob: 0.01, Count: 3},
	}}
	var b bytes.Buffer
	require.NoError(t, want.Write(&b, "a comment"))
	got, err := Read("x", &b)
	require.NoError(t, err)
	assert.Equal(t, want, got)
}

func TestReadSaysWhatIsWrong(t *testing.T) {
	for text, message := range map[string]string{
		"a\tb\t0.5":        "3 fields",
		"a\tb\t1.5\t2":     "probability",
		"a\tb\tx\t2":       "probability",
		"a\tb\t0.5\t-1":    "count",
		"a\ta\t0.5\t2":     "both",
		"abcd\tb\t0.5\t2":  "more than 3",
		"a\tb\tNaN\t2":     "probability",
		"\n\na\tb\t0.5\tx": "line 3",
	} {
		_, err := Read("x", strings.NewReader(text))
		assert.ErrorContains(t, err, message, text)
	}
}

func find(t *testing.T, table *Table, intended, observed string) Rule {
	t.Helper()
	for _, r := range table.Rules {
		if r.Intended == intended && r.Observed == observed {
			return r
		}
	}
	require.Failf(t, "no such rule", "%s → %s in %v", intended, observed, table.Rules)
	return Rule{}
}
