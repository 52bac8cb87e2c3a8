package replacements

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"klartext/dictionary/wordlist"
	"klartext/normalize/edit"
)

// FuzzFix makes replacements of any list, of lines wrong→right, in any text: edits
// stand in order, fit, are those that the list wants, and come to an end.
func FuzzFix(f *testing.F) {
	f.Add("Thiir→Thür\na→b", "die »Thiir«, a/a-a Thiir.Thiir")
	f.Add("a.b→c\n(a)→d\na→e", "(a) a.b (a.b) ((a))")
	f.Add("f\u0308→x\nſ→s", "f\u0308 ſ\u00a0ſ\xff")
	f.Fuzz(func(t *testing.T, list, text string) {
		var b wordlist.Builder
		for line := range strings.Lines(list) {
			wrong, right, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "→")
			if b.AddReplacement(wrong, right, "") != nil {
				t.Skip()
			}
		}
		built, err := b.Build()
		if err != nil || !utf8.ValidString(text) {
			t.Skip()
		}
		fixer := New(built)
		edits := fixer.Fix(text)
		once, err := edit.Apply(text, edits)
		require.NoError(t, err)
		require.True(t, utf8.ValidString(once))
		for _, e := range edits {
			r, ok := built.Replacement(e.Before)
			require.True(t, ok)
			require.Equal(t, r.Right, e.After)
		}
		for range 1 + strings.Count(list, "→") {
			if edits = fixer.Fix(once); len(edits) == 0 {
				return
			}
			once, err = edit.Apply(once, edits)
			require.NoError(t, err)
		}
		require.Empty(t, edits, "no end of %q", once)
	})
}
