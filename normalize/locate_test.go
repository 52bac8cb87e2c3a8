package normalize

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/normalize/edit"
)

func TestLocate(t *testing.T) {
	const text = "für\nÖl ab\n\nda"
	tests := []struct {
		at           string
		line, column int
	}{
		{"für", 1, 1}, {"r\n", 1, 3}, {"\nÖl", 1, 4}, {"Öl", 2, 1}, {"ab", 2, 4}, {"\nda", 3, 1}, {"a", 2, 4},
	}
	for _, tt := range tests {
		start := strings.Index(text, tt.at)
		got := locate(text, []edit.Edit{{Start: start, End: start}}, false)
		assert.Equal(t, Change{Line: tt.line, Column: tt.column, Start: start, End: start}, got[0], tt.at)
	}
}

// TestLocateIsLinear would take minutes if each change counted from the start of
// its line.
func TestLocateIsLinear(t *testing.T) {
	const unit, n = "é ist für alle da, ", 100_000
	edits := make([]edit.Edit, n)
	for i := range edits {
		edits[i] = edit.Edit{Start: i * len(unit), End: i*len(unit) + len("é"), Before: "é", After: "e"}
	}
	text := strings.Repeat(unit, n)
	began := time.Now()
	changes := locate(text, edits, true)
	assert.Less(t, time.Since(began), 15*time.Second)
	require.Len(t, changes, n)
	for i, c := range changes {
		require.Equal(t, 1, c.Line)
		require.True(t, c.Applied)
		require.Equal(t, 1+i*len([]rune(unit)), c.Column)
	}
}
