package replacements

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary/wordlist"
	"klartext/normalize/edit"
)

func fixer(t *testing.T) *Fixer {
	var b wordlist.Builder
	require.NoError(t, b.AddReplacement("Thiir", "Thür", ""))
	require.NoError(t, b.AddReplacement("Nro.", "Nr.", ""))
	require.NoError(t, b.AddReplacement("z.B.", "zum Beispiel", ""))
	require.NoError(t, b.AddReplacement("Maler", "Mahler", "the composer?"))
	list, err := b.Build()
	require.NoError(t, err)
	return New(list)
}

func TestReplacements(t *testing.T) {
	f := fixer(t)
	for _, c := range []struct{ name, text, want string }{
		{"a word", "Die Thiir geht.", "Die Thür geht."},
		{"among signs", "(»Thiir«,\tThiir-Thiir/Thiir)", "(»Thür«,\tThür-Thür/Thür)"},
		{"with a sign of its own", "Nro. 7", "Nr. 7"},
		{"by two words", "so z.B. hier", "so zum Beispiel hier"},
		{"not part of a word", "Thiiren Kirchenthiir thiir", "Thiiren Kirchenthiir thiir"},
		{"one that is to be suggested", "Maler", "Maler"},
		{"nothing", "", ""},
		{"signs alone", "-- ! …", "-- ! …"},
	} {
		t.Run(c.name, func(t *testing.T) {
			edits := f.Fix(c.text)
			got, err := edit.Apply(c.text, edits)
			require.NoError(t, err)
			assert.Equal(t, c.want, got)
			assert.Empty(t, f.Fix(got), "a second time")
		})
	}
}

func TestReplacementsWithAReasonAreSuggested(t *testing.T) {
	edits, suggestions := fixer(t).Suggest("Thiir, sagt Maler.")
	require.Len(t, edits, 1)
	assert.Equal(t, []edit.Edit{{Start: 12, End: 17, Before: "Maler", After: "Mahler", Rule: rule, Confidence: suggested}}, suggestions)
	assert.InDelta(t, 1, edits[0].Confidence, 0)
}
