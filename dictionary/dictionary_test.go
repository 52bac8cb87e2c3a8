package dictionary

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func embedded(t testing.TB) *Dictionary {
	t.Helper()
	d, err := Embedded()
	require.NoError(t, err)
	return d
}

func TestWordsThatAreWords(t *testing.T) {
	d := embedded(t)
	for _, w := range []string{
		"für", "über", "können", "müssen", "ländlich", "manuell", "aktuell", "Neuer", "schon", "schön", "fordern", "fördern",
		"Theil", "daß", "seyn", "Thür", "giebt", "Straße", "Müller", "München",
	} {
		_, ok := d.Lookup(w)
		assert.True(t, ok, w)
	}
}

// Misspellings that word lists hold, and OCR errors that a dictionary made of
// texts catches, must not count as words.
func TestWordsThatAreNone(t *testing.T) {
	d := embedded(t)
	for _, w := range []string{"fur", "fir", "konnen", "uber", "mussen", "kSnnen", "Fur", "Prasident", "moglich", "nnd", "cine", "cin", "fiir", "iiber", "fich", "anch"} {
		_, ok := d.Lookup(w)
		assert.False(t, ok, w)
	}
}

func TestCompounds(t *testing.T) {
	d := embedded(t)
	for _, w := range []string{"Verwaltungsdigitalisierung", "Gesamtökosystem", "Informationsflüsse", "Binnendigitalisierung", "Gartenzaunfarbe", "Donaudampfschiffahrt"} {
		assert.True(t, d.Compound(w), w)
	}
	for _, w := range []string{"Gesamtdkosystem", "Informationsfliisse", "kénnen", "Haus", "xyzabcd"} {
		assert.False(t, d.Compound(w), w)
	}
}

func TestCountsFallAsTheyShould(t *testing.T) {
	d := embedded(t)
	assert.Greater(t, d.Count("und"), d.Count("Haus"))
	assert.Greater(t, d.Count("Haus"), d.Count("Hauswart"))
	assert.Zero(t, d.Count("xyzabcd"))
}

func TestErasOfWords(t *testing.T) {
	d := embedded(t)
	for word, want := range map[string]Eras{
		"daß": Era1901 | EraHistoric, "muß": Era1901 | EraHistoric, "Schiffahrt": Era1901 | EraHistoric, "Prozeß": Era1901 | EraHistoric,
		"dass": EraModern, "muss": EraModern, "lässt": EraModern,
		"Thür": EraHistoric, "giebt": EraHistoric, "Theil": EraHistoric, "Litteratur": EraHistoric, "seyn": EraHistoric, "studiren": EraHistoric,
		"Accent": EraHistoric, "bey": EraHistoric, "Verhältniß": EraHistoric,
		"Tür": AllEras, "gibt": AllEras, "Theater": AllEras, "Straße": AllEras, "groß": AllEras, "Vorgange": AllEras, "Staate": AllEras, "Roth": AllEras,
		"Haus": AllEras, "und": AllEras, "Wasser": AllEras,
	} {
		w, ok := d.Lookup(word)
		require.True(t, ok, word)
		assert.Equal(t, want, w.Eras, word)
	}
	for _, word := range []string{"Internet", "dass", "Euro"} {
		w, _ := d.Lookup(word)
		assert.Greater(t, w.Modernity, float32(1), word)
	}
	for _, word := range []string{"Thür", "daß", "ward"} {
		w, _ := d.Lookup(word)
		assert.Less(t, w.Modernity, float32(-1), word)
	}
}
