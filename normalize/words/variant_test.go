package words

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestIsVariant(t *testing.T) {
	for _, pair := range [][2]string{
		{"Meier", "Meyer"}, {"Schmidt", "Schmitt"}, {"Karl", "Carl"},
		{"Theil", "Teil"}, {"giebt", "gibt"}, {"daß", "dass"}, {"Mueller", "Müller"}, {"Photo", "Foto"}, {"Thür", "Tür"},
		{"Hause", "Haus"}, {"Hauses", "Hause"}, {"schöner", "schönes"}, {"sagte", "sagt"}, {"Bahnen", "Bahn"},
		{"Haus", "haus"}, {"Walter", "Walther"}, {"Cultur", "Kultur"}, {"bey", "bei"},
	} {
		assert.True(t, isVariant(pair[0], pair[1]), "%q", pair)
		assert.True(t, isVariant(pair[1], pair[0]), "%q the other way round", pair)
	}
	for _, pair := range [][2]string{
		{"kénnen", "können"}, {"fir", "für"}, {"Biirger", "Bürger"}, {"uud", "und"}, {"Hauser", "Häuser"}, {"GroBe", "Große"},
		{"Hand", "Wand"}, {"Sornmer", "Sommer"}, {"Haus", "Bahn"}, {"im", "in"},
	} {
		assert.False(t, isVariant(pair[0], pair[1]), "%q", pair)
		assert.False(t, isVariant(pair[1], pair[0]), "%q the other way round", pair)
	}
}

func TestDifference(t *testing.T) {
	tests := []struct {
		a, b, x, y string
		end        bool
	}{
		{"Meier", "Meyer", "i", "y", false},
		{"Haus", "Hauses", "", "es", true},
		{"können", "kénnen", "ö", "é", false},
		{"Größe", "GröBe", "ß", "B", false},
		{"gleich", "gleich", "", "", true},
		{"", "ab", "", "ab", true},
		{"aa", "a", "a", "", true},
		{"über", "uber", "ü", "u", false},
	}
	for _, tt := range tests {
		x, y, end := difference(tt.a, tt.b)
		assert.Equal(t, []any{tt.x, tt.y, tt.end}, []any{x, y, end}, "%s %s", tt.a, tt.b)
	}
}
