package main

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"klartext/dictionary"
)

// attested is a form with as many occurrences per million words.
func attested(modern, historic float64) *form {
	return &form{modern: 1000 * modern, historic: 1000 * historic, rawModern: modern * modernTokens, rawHistoric: historic * historicTokens}
}

func TestMarkEras(t *testing.T) {
	l := &lexicon{forms: map[string]*form{
		"Tür": attested(30, 50), "Thür": attested(0.1, 60),
		"gibt": attested(900, 100), "giebt": attested(0.1, 40),
		"Akkusativ": attested(20, 3), "Accusativ": attested(0, 9),
		"kondensieren": attested(9, 1), "condensiren": attested(0, 9),
		"dass": attested(2000, 300), "daß": attested(60, 5000), "das": attested(9000, 9000),
		"deshalb": attested(300, 300), "deßhalb": attested(0, 90),
		"Schifffahrt": attested(8, 3), "Schiffahrt": attested(2, 3),
		"müsst": attested(30, 30), "müßt": attested(1, 40),
		"Maß": attested(50, 90), "Mass": attested(600, 1),
		"Staat": attested(500, 500), "Staate": attested(1, 90), "State": attested(90, 0),
		"Rot": attested(300, 5), "Roth": attested(1, 70),
		"Thal": attested(2, 8), "Tal": attested(30, 30),
		"Teil": attested(300, 30), "Theil": attested(0.01, 70),
		"Bothe": attested(0, 40), "Bote": attested(0, 30),
		"Gips": attested(30, 1), "Gyps": attested(0, 30),
	}}
	l.forms["Maß"].lexical, l.forms["Staat"].noun = true, true
	l.forms["Roth"].name, l.forms["Theil"].name = true, true
	marks := markEras(l)
	const traditional = dictionary.Era1901 | dictionary.EraHistoric
	for word, want := range map[string]dictionary.Eras{
		"Thür": dictionary.EraHistoric, "Tür": dictionary.AllEras,
		"giebt": dictionary.EraHistoric, "gibt": dictionary.AllEras,
		"Accusativ": dictionary.EraHistoric, "Akkusativ": dictionary.AllEras,
		"condensiren": dictionary.EraHistoric, // two changes
		"daß":         traditional, "dass": dictionary.EraModern, "das": dictionary.AllEras,
		"deßhalb":    dictionary.EraHistoric,                         // 1901 had deshalb
		"Schiffahrt": traditional, "Schifffahrt": dictionary.AllEras, // was written before 1901
		"müßt": traditional, "müsst": dictionary.AllEras,
		"Maß":    dictionary.AllEras,                      // the lists in today's spelling have it
		"Staate": dictionary.AllEras,                      // a dative
		"Roth":   dictionary.AllEras,                      // a name
		"Theil":  dictionary.EraHistoric,                  // a rare one
		"Thal":   dictionary.AllEras,                      // is written today as well
		"Bothe":  dictionary.AllEras,                      // no modern text has the other
		"Gyps":   traditional, "Gips": dictionary.AllEras, // older than the reform
		"Haus": dictionary.AllEras, // unheard of
	} {
		assert.Equal(t, want, marks.of(word), word)
	}
	assert.Contains(t, marks.report(), "Accusativ\tAkkusativ\t100")
	assert.IsIncreasing(t, marks.report())
}

func TestModernity(t *testing.T) {
	assert.Zero(t, (&form{}).modernity(), "of a form that no text has")
	assert.InDelta(t, 4.6, attested(10, 0).modernity(), 0.1)
	assert.InDelta(t, -4.6, attested(0, 10).modernity(), 0.1)
}
