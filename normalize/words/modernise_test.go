package words

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestModernises(t *testing.T) {
	for _, tt := range []struct {
		before, after string
		want          bool
	}{
		{"studirte", "studierte", true},
		{"Theil", "Teil", true},
		{"nöthig", "nötig", true},
		{"Accord", "Akcord", true},
		{"Centrum", "Zentrum", true},
		{"Protocoll", "Protokoll", true},
		{"Jahrcn", "Jahren", false},
		{"Thcil", "Theil", false},
		{"ncue", "neue", false},
		{"hir", "hier", true},
		{"", "e", false},
		{"Haus", "Haus", false},
		{"Thür", "Tür", true},
		{"Bach", "Back", false},
		{"Bürger", "Burger", false},
	} {
		assert.Equal(t, tt.want, modernises(tt.before, tt.after), "%s → %s", tt.before, tt.after)
	}
}

func TestNoProposalModernises(t *testing.T) {
	f := shippedFixer(t)
	const text = "Er giebt den Theil, den er motivirte, und sagt, daß die Noth des Vicepräsidenten groß sey."
	for _, p := range f.Proposals(text) {
		assert.False(t, modernises(text[p.Start:p.End], p.After), "%s → %s", text[p.Start:p.End], p.After)
	}
}
