package dictionary

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestErasFitIntoAByte(t *testing.T) {
	for _, tt := range []struct {
		eras           Eras
		packed, wanted float64
	}{
		{AllEras, 0, 0},
		{EraModern, 3.5, 3.5},
		{Era1901 | EraHistoric, -4.3, -4.5},
		{EraHistoric, -50, -8},
		{EraModern | Era1901, 50, 7.5},
	} {
		eras, modernity := unpackEras(PackEras(tt.eras, tt.packed))
		assert.Equal(t, tt.eras, eras)
		assert.InDelta(t, tt.wanted, float64(modernity), 1e-9)
	}
	assert.Zero(t, PackEras(AllEras, 0), "of a form of which nothing is known")
}
