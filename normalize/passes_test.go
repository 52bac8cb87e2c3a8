package normalize

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/normalize/edit"
)

// turning is a fixer that puts one text in place of another, by turns, and counts how
// often it is asked.
type turning struct {
	turns [][2]string
	asked int
}

func (t *turning) Name() string                    { return "turning" }
func (t *turning) Doc() string                     { return "" }
func (t *turning) Example() (before, after string) { return "", "" }

func (t *turning) Fix(text string) []edit.Edit {
	t.asked++
	for _, turn := range t.turns {
		if at := strings.Index(text, turn[0]); at >= 0 {
			return []edit.Edit{{Start: at, End: at + len(turn[0]), Before: turn[0], After: turn[1], Rule: "turning", Confidence: 1}}
		}
	}
	return nil
}

// TestPassesThatGoRound come to an end which is the same when they begin there.
func TestPassesThatGoRound(t *testing.T) {
	for _, tt := range []struct {
		name, text, want string
		turns            [][2]string
		asked            int
	}{
		{"no round", "a", "c", [][2]string{{"a", "b"}, {"b", "c"}}, 3},
		{"from its beginning", "a", "a", [][2]string{{"a", "b"}, {"b", "a"}}, 2},
		{"from before", "x", "a", [][2]string{{"x", "a"}, {"a", "b"}, {"b", "c"}, {"c", "a"}}, 4},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := &turning{turns: tt.turns}
			p := &Pipeline{fixers: []Fixer{f}}
			result, err := p.Clean(tt.text)
			require.NoError(t, err)
			assert.Equal(t, tt.want, result.Text)
			assert.Equal(t, tt.asked, f.asked)
			checkLaws(t, p, tt.text)
		})
	}
}

// TestFixersAreNotAskedAgain about a text that they have left as it is.
func TestFixersAreNotAskedAgain(t *testing.T) {
	first, second := &turning{turns: [][2]string{{"a", "b"}}}, &turning{}
	p := &Pipeline{fixers: []Fixer{first, second}}
	result, err := p.Clean("a")
	require.NoError(t, err)
	assert.Equal(t, "b", result.Text)
	assert.Equal(t, 2, first.asked)
	assert.Equal(t, 1, second.asked)
}
