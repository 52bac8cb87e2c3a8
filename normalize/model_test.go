package normalize

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary"
	"klartext/dictionary/confusion"
	"klartext/dictionary/domain"
	"klartext/normalize/words"
)

// modelOf is a model of a text.
func modelOf(t testing.TB, text string) *domain.Model {
	t.Helper()
	dict, err := dictionary.Embedded()
	require.NoError(t, err)
	tables, err := confusion.Shipped()
	require.NoError(t, err)
	b := domain.NewBuilder(dict, tables)
	require.NoError(t, newPipeline(t).PassagesOf(text, b.Add))
	data, err := b.Build("test", "")
	require.NoError(t, err)
	m, err := domain.Open(data)
	require.NoError(t, err)
	return m
}

// TestModelKnowsWhatStandsWhere: where umlauts are lost, schon may be schön; what the
// domain has between the words around is likelier.
func TestModelKnowsWhatStandsWhere(t *testing.T) {
	const scanned = "Die Burger konnen uber die Brucke gehen, und fur alle ist das schon und bequem."
	posterior := func(options ...Option) float64 {
		x, err := newPipeline(t, options...).Explain(scanned, 0, len(scanned))
		require.NoError(t, err)
		for _, w := range x.Words {
			for _, r := range w.Readings {
				if w.Word == "schon" && r.Text == "schön" {
					return r.Posterior
				}
			}
		}
		require.Fail(t, "schön is no reading")
		return 0
	}
	fine := modelOf(t, strings.Repeat("Hier ist das schön und bequem, sagen alle Leute.\n\n", 150))
	done := modelOf(t, strings.Repeat("Hier ist das schon und bald vorbei, sagen alle Leute.\n\n", 150))
	assert.Greater(t, posterior(Model(fine)), posterior())
	assert.Less(t, posterior(Model(done)), posterior())
}

// TestModelKeepsTheLaws of cleaning.
func TestModelKeepsTheLaws(t *testing.T) {
	p := newPipeline(t, Model(modelOf(t, strings.Repeat("Der Rat beschließt über die Brücken der Stadt.\n\n", 200))), Mode(words.Balanced))
	checkLaws(t, p, "Der Rat bcschließt iiber die Briicken der Stadt.\nFiir alle Burger gilt das Gesetz.\n")
}

func TestPassages(t *testing.T) {
	p := newPipeline(t, Encoding("cp1252"))
	var got []string
	each := func(text string) error {
		got = append(got, text)
		return nil
	}
	require.NoError(t, p.Passages(strings.NewReader("Die Verwal-\ntung f\xfcr alle.\n"), each))
	assert.Equal(t, []string{"Die Verwaltung\nfür alle.\n"}, got)
	got = nil
	require.NoError(t, p.PassagesOf("Fu\u0308r alle.", each))
	assert.Equal(t, []string{"Für alle."}, got)
	got = nil
	require.NoError(t, p.PassagesOf("", each))
	assert.Empty(t, got)
	require.NoError(t, p.PassagesOf(strings.Repeat("Ein Satz.\n\n", windowSize/8), each))
	assert.Greater(t, len(got), 1, "what is long comes in parts")
	assert.ErrorIs(t, p.PassagesOf("x", func(string) error { return assert.AnError }), assert.AnError)
	assert.Error(t, newPipeline(t, Skip("words")).PassagesOf("x", each), "without the words fixer nothing is prepared for it")
	assert.Error(t, newPipeline(t).Passages(strings.NewReader("\x00\xff\x01\xfe\x02 \x00\x00\x80"), each), "binary")
}
