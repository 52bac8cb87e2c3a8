package words

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary/confusion"
	"klartext/normalize/edit"
)

// balancedFixer is the fixer as it is without options.
func balancedFixer(t testing.TB) *Fixer {
	t.Helper()
	return &Fixer{finder: shippedFixer(t).finder, mode: Balanced}
}

// fix is what the fixer makes of text.
func fix(t testing.TB, f *Fixer, text string) string {
	t.Helper()
	after, err := edit.Apply(text, f.Fix(text))
	require.NoError(t, err)
	return after
}

// TestMisreadWordsAreMended has one misread word or more in each text.
func TestMisreadWordsAreMended(t *testing.T) {
	tests := []struct{ name, before, after string }{
		{"ö as é", "Wir kénnen heute nicht kommen.", "Wir können heute nicht kommen."},
		{"ä lost, with a near word", "Die Schulen im landlichen Raum sind klein.", "Die Schulen im ländlichen Raum sind klein."},
		{"ß as l3", "Von Aul3en sah das Haus gut aus.", "Von Außen sah das Haus gut aus."},
		{"ü as G", "In der Gberregionalen Presse stand nichts.", "In der überregionalen Presse stand nichts."},
		{"a short word", "Das Buch ist fir die Kinder.", "Das Buch ist für die Kinder."},
		{"two confusions in one word", "Die Grofbiirger sind verrückt.", "Die Großbürger sind verrückt."},
		{"in a compound", "Das Gesamtdkosystem leidet darunter.", "Das Gesamtökosystem leidet darunter."},
		{"ü as ii in a compound", "Die Informationsfliisse sind zu schnell.", "Die Informationsflüsse sind zu schnell."},
		{"ü as li", "Sie verknlipften die Enden der Seile.", "Sie verknüpften die Enden der Seile."},
		{"ä as éa", "Das Mittel hat sich bewéahrt.", "Das Mittel hat sich bewährt."},
		{"rn for m", "Der Sornmer war heiß.", "Der Sommer war heiß."},
		{"cl for d", "Sie ging uncl kam nicht wieder.", "Sie ging und kam nicht wieder."},
		{"at a sentence's beginning", "Uber den Wolken war es hell.", "Über den Wolken war es hell."},
		{"Fraktur u for n", "Er war uud blieb ein Freund.", "Er war und blieb ein Freund."},
	}
	f := balancedFixer(t)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.after, fix(t, f, tt.before)) })
	}
}

// TestRightWordsStay has texts that look misread and are not.
func TestRightWordsStay(t *testing.T) {
	for name, text := range map[string]string{
		"Theil":             "Der andere Theil der Leute gieng nach Haus und that nichts.",
		"daß, seyn":         "Es mag wol seyn, daß man ihn nicht kennt.",
		"Thür, giebt":       "Hinter der Thür giebt es einen Gang.",
		"ward, itzt":        "Er ward itzt gewahr, wie sehr er sich getäuscht hatte.",
		"Noth, Muth":        "In der Noth zeigt sich der Muth, sagt man.",
		"Cultur, Act":       "Die Cultur der Rüben und der dritte Act des Stückes.",
		"the long s":        "Daſs er ſo lange blieb, war ſeine Sache.",
		"Straßenthor":       "Das Thor an der Landstraße war roth.",
		"Prozeß, muß":       "Der Prozeß muß im Herbst beginnen.",
		"schon":             "Wir sind schon lange hier.",
		"schön":             "Das Bild ist schön.",
		"fordern":           "Die Arbeiter fordern mehr Lohn.",
		"fördern":           "Wir fördern die Jugend.",
		"wurde":             "Er wurde im Mai gewählt.",
		"würde":             "Er würde gern gewählt.",
		"konnten":           "Sie konnten den Brief nicht lesen, weil er nass war.",
		"zahlen":            "Sie zahlen die Miete am Ersten.",
		"drucken, drücken":  "Sie drucken ein Heft; die Schuhe drücken.",
		"Bar, Bär":          "In der Bar hing ein Bär.",
		"Name that recurs":  "Schlomer kam. Mit Schlomer kam das Glück. Ohne Schlomer ging nichts, denn Schlomer war klug.",
		"strange name":      "Frau Kvitsinadze sprach mit Herrn Tlilayatzi.",
		"rare place":        "Der Zug hält in Wriezen, Knau und Hüls, nicht in Küps.",
		"abbreviations":     "Vgl. hierzu usw., bzw. u.a. die GmbH & Co. KG, das BVerfG, die EKD und den OStR a. D.",
		"to-do-Liste":       "Die to-do-Liste ist lang.",
		"comma.ai":          "Der Gründer von comma.ai war da.",
		"z.B.":              "Es gibt z.B. Brot.",
		"3,5":               "Es waren 3,5 Grad, am 7.5. dann 12:30.",
		"no blank":          "Er kam.Sie ging.",
		"apostrophes":       "Das war's, so ist's, und hab' ich's nicht gesagt?",
		"units":             "Der Druck lag bei 3 mbar, die Kraft bei 12 kN, der Fluss bei 4 l/s.",
		"formula":           "Aus H2SO4 und NaCl entsteht HCl.",
		"gender star":       "Alle Schüler*innen und jede*r Mitarbeiter*in wissen das.",
		"mention of colour": "Das Auto war rot, rostrot, fast tot.",
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, text, fix(t, shippedFixer(t), text), "boldest mode")
			assert.Equal(t, text, fix(t, balancedFixer(t), text))
		})
	}
}

// TestRealPairsInBadText: where umlauts are lost, words that are right without
// stay if the sentence wants them so.
func TestRealPairsInBadText(t *testing.T) {
	const bad = "Die Biirger kénnen das fir sich entscheiden, und iiber alles wird spater gesprochen. "
	f := balancedFixer(t)
	for _, tt := range [][2]string{
		{"Sie konnten gestern nicht kommen.", "Sie konnten gestern nicht kommen."},
		{"Er wurde 1890 in Wien geboren.", "Er wurde 1890 in Wien geboren."},
		{"Das ist schon lange her.", "Das ist schon lange her."},
		{"Das ware sehr schén gewesen.", "Das wäre sehr schön gewesen."},
	} {
		after := fix(t, f, bad+tt[0])
		assert.Equal(t, tt[1], after[len(after)-len(tt[1]):])
	}
}

// shippedTables are the confusions in the program.
func shippedTables(t testing.TB) []*confusion.Table {
	t.Helper()
	tables, err := confusion.Shipped()
	require.NoError(t, err)
	return tables
}
