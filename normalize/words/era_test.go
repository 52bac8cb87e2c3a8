package words

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary"
)

func TestEras(t *testing.T) {
	assert.Equal(t, []string{"auto", "modern", "1901", "historic"}, EraNames())
	for _, name := range EraNames() {
		e, err := ParseEra(name)
		require.NoError(t, err)
		assert.Equal(t, name, e.String())
	}
	_, err := ParseEra("1996")
	assert.EqualError(t, err, `there is no era "1996"; there are auto, modern, 1901, historic`)
	assert.Equal(t, EraAuto, Era(0), "the default")
	assert.Equal(t, "Era(9)", Era(9).String())
}

func TestErasAllowTheirSpellings(t *testing.T) {
	const traditional = dictionary.Era1901 | dictionary.EraHistoric
	for _, tt := range []struct {
		era                                        Era
		modern, traditional, historic, all, nobody bool
	}{
		{EraAuto, true, true, true, true, true},
		{EraModern, true, false, false, true, true},
		{Era1901, false, true, false, true, true},
		{EraHistoric, false, true, true, true, true},
		{Era(9), true, true, true, true, true},
	} {
		assert.Equal(t, tt.modern, tt.era.allows(dictionary.EraModern), tt.era)
		assert.Equal(t, tt.traditional, tt.era.allows(traditional), tt.era)
		assert.Equal(t, tt.historic, tt.era.allows(dictionary.EraHistoric), tt.era)
		assert.Equal(t, tt.all, tt.era.allows(dictionary.AllEras), tt.era)
		assert.Equal(t, tt.nobody, tt.era.allows(0), tt.era)
	}
}

func TestFitOfWords(t *testing.T) {
	const old, all = dictionary.EraHistoric, dictionary.AllEras
	for _, tt := range []struct {
		era       Era
		in        dictionary.Eras
		modernity float32
		want      float64
	}{
		{EraAuto, old, -7, 0},
		{EraAuto, all, 7, 0},
		{EraModern, all, 0, 0},
		{EraModern, all, 2, 0},
		{EraModern, all, -2, -0.5},
		{EraModern, old, 0, -3},
		{EraModern, old, -8, -3.75},
		{EraHistoric, old, -8, 0.75},
		{EraHistoric, all, 2, -0.5},
		{Era1901, old, -2, -2.5},
		{Era1901, dictionary.EraModern, 7, -3.75},
	} {
		assert.InDelta(t, tt.want, float64(tt.era.fit(tt.in, tt.modernity)), 1e-6, "%s %03b %v", tt.era, tt.in, tt.modernity)
	}
}

func TestEraOfEvidence(t *testing.T) {
	for _, tt := range []struct {
		name                                string
		words, modern, traditional, ancient int
		vocabulary                          float64
		want                                Era
	}{
		{"nothing", 0, 0, 0, 0, 0, EraAuto},
		{"a long text without a mark", 5000, 0, 0, 0, 900, EraAuto},
		{"one word", 80, 1, 0, 0, 20, EraAuto},
		{"reformed", 400, 3, 0, 0, 40, EraModern},
		{"reformed, of old things", 400, 4, 0, 0, -200, EraModern},
		{"reformed, with a quotation", 4000, 40, 1, 1, 0, EraModern},
		{"reformed, with many quotations", 4000, 20, 6, 6, 0, EraAuto},
		{"long, of 1901", 1500, 0, 13, 0, -20, Era1901},
		{"short, of 1901 or before", 100, 0, 2, 0, -5, EraAuto},
		{"before 1901", 400, 0, 4, 5, -50, EraHistoric},
		{"before 1901, with few old spellings", 1000, 0, 8, 5, -90, EraHistoric},
		{"both daß and dass", 400, 3, 3, 0, 0, EraAuto},
		{"Thür and dass", 400, 3, 0, 5, -50, EraAuto},
		{"misread once", 1000, 1, 9, 12, -90, EraHistoric},
		{"of 1901, in parts older", 17000, 1, 195, 20, -900, EraAuto},
	} {
		e := eraEvidence{words: tt.words, kinds: [spellings]int{tt.modern, tt.traditional, tt.ancient}, vocabulary: tt.vocabulary}
		assert.Equal(t, tt.want, e.era(), tt.name)
	}
}

// Pages in the spelling of each era.
var (
	modernPage = strings.Repeat(`Der Gemeinderat hat beschlossen, dass die Straße bis zum Herbst gesperrt bleibt. Man muss damit
rechnen, dass der Verkehr über die Brücke läuft. Der Bürgermeister sagte, er wisse, dass das
viele ärgert, doch die Rohre müssten ersetzt werden, bevor der Frost kommt.
`, 2)
	page1901 = strings.Repeat(`Der Vorsitzende teilte mit, daß die Schiffahrt auf dem Fluß bis zum Frühjahr ruhen muß. Es sei
gewiß, daß der Schaden größer ist als angenommen. Man wußte seit langem, daß die Brücke nicht
hält, und hat doch nichts getan; nun läßt sich das Unglück nicht mehr ändern.
`, 12)
	historicPage = strings.Repeat(`Der Müller stand an der Thür und sah, daß der größte Theil des Holzes fort war. Es giebt Leute,
die thun, als wüßten sie nichts von der Noth ihrer Nachbarn. Er studirte den Brief noch einmal
und begriff nun, daß ihm Niemand helfen werde; in der Litteratur las man dergleichen oft.
`, 2)
	marklessPage = `Die Kinder spielten im Garten, bis die Sonne unterging. Dann rief der Vater sie ins Haus, wo
schon das Essen auf dem Tisch stand. Am Abend kam der Großvater und erzählte vom Meer.
`
)

func TestEraOfDocuments(t *testing.T) {
	f := balancedFixer(t)
	for _, tt := range []struct {
		name, text string
		want       Era
	}{
		{"modern", modernPage, EraModern},
		{"1901", page1901, Era1901},
		{"historic", historicPage, EraHistoric},
		{"no mark", strings.Repeat(marklessPage, 20), EraAuto},
		{"a sentence", "Er sagte, dass er kommt.", EraAuto},
		{"nothing", "", EraAuto},
		{"two eras", modernPage + historicPage, EraAuto},
		{"reformed and traditional", strings.Repeat(modernPage, 6) + page1901, EraAuto},
		{"a quotation", strings.Repeat(modernPage, 4) + "Er las: Hinter der Thür.\n", EraModern},
		{"old, with capital umlauts", historicPage + "Ueber die Aecker gieng er nach Oesterreich.\n", EraHistoric},
	} {
		assert.Equal(t, tt.want, f.read(tt.text).era, tt.name)
	}
}

// TestNothingIsModernised has texts of each era that must stay under every setting,
// in the boldest mode, too.
func TestNothingIsModernised(t *testing.T) {
	for name, text := range map[string]string{
		"modern": modernPage, "1901": page1901, "historic": historicPage, "no mark": marklessPage,
		"a sentence of each": "Man muss. Er muß. Er läugnet es; es giebt nichts zu thun.\n",
		"Litteratur":         "Die Litteratur der Zeit kennt keinen Accusativ und studirt die Thiere.\n",
		"a dative":           "Nach dem Vorgange des Staates blieb der Vorsteher des Amtes im Hause.\n",
	} {
		for _, era := range EraNames() {
			e, err := ParseEra(era)
			require.NoError(t, err)
			f := &Fixer{finder: shippedFixer(t).finder, mode: Aggressive, era: e}
			assert.Equal(t, text, fix(t, f, text), "%s as %s", name, era)
		}
	}
}

// TestOtherErasAreDoubted: a spelling of another era is suspected where it stands
// and less likely where it is offered.
func TestOtherErasAreDoubted(t *testing.T) {
	finder := shippedFixer(t).finder
	slotOf := func(era Era, word string) slot {
		d := (&Fixer{finder: finder, era: era}).read(word)
		require.Len(t, d.paragraphs, 1)
		return d.paragraphs[0].slots[0]
	}
	for _, tt := range []struct {
		word    string
		allowed []Era
	}{
		{"giebt", []Era{EraAuto, EraHistoric}},
		{"Thür", []Era{EraAuto, EraHistoric}},
		{"Litteratur", []Era{EraAuto, EraHistoric}},
		{"daß", []Era{EraAuto, EraHistoric, Era1901}},
		{"Schiffahrt", []Era{EraAuto, EraHistoric, Era1901}},
		{"dass", []Era{EraAuto, EraModern}},
		{"gibt", []Era{EraAuto, EraModern, Era1901, EraHistoric}},
		{"Vorgange", []Era{EraAuto, EraModern, Era1901, EraHistoric}},
		{"Straße", []Era{EraAuto, EraModern, Era1901, EraHistoric}},
	} {
		own := slotOf(EraAuto, tt.word)
		w, ok := finder.dict.Lookup(tt.word)
		require.True(t, ok, tt.word)
		c := candidate{text: tt.word, word: w}
		for _, e := range eras {
			s := slotOf(e.era, tt.word)
			d := &document{finder: finder, era: e.era}
			assert.True(t, s.entry.known)
			if slices.Contains(tt.allowed, e.era) {
				assert.Equal(t, own.entry, s.entry, "%s as %s", tt.word, e.name)
			} else {
				assert.True(t, s.entry.doubtful, "%s as %s", tt.word, e.name)
			}
			fit := e.era.fit(w.Eras, w.Modernity)
			assert.Equal(t, own.word.spelling+fit, s.word.spelling, "%s as %s", tt.word, e.name)
			assert.Equal(t, finder.of(&c).spelling+fit, d.of(&c).spelling, "%s as %s", tt.word, e.name)
		}
		assert.Equal(t, own.entry, finder.lookup(tt.word), "what is kept for the next document is not changed")
	}
}

// TestMisreadOldWords are mended where they are words, and elsewhere not so surely.
func TestMisreadOldWords(t *testing.T) {
	finder := shippedFixer(t).finder
	confidence := func(era Era, before, word string) float64 {
		for _, p := range (&Fixer{finder: finder, era: era}).Proposals(before) {
			if p.After == word {
				return p.Confidence
			}
		}
		return 0
	}
	for _, tt := range []struct{ before, word, old string }{
		{"Er gicng mit dem Thee in den Garten.", "gieng", "Er gieng mit dem Thee in den Garten."},
		{"Man muß lhun, was nöthig ist.", "thun", "Man muß thun, was nöthig ist."},
	} {
		assert.Equal(t, tt.old, fix(t, &Fixer{finder: finder, era: EraHistoric}, tt.before))
		assert.Less(t, confidence(EraModern, tt.before, tt.word), confidence(EraHistoric, tt.before, tt.word))
	}
}

func TestExplainNamesTheEra(t *testing.T) {
	f := balancedFixer(t)
	x := f.Explain(historicPage, 0, 40)
	assert.Equal(t, "historic", x.Document.Era)
	x = f.Explain(marklessPage, 0, 40)
	assert.Empty(t, x.Document.Era)
	assert.Equal(t, []string{"historic"}, f.finder.explainEntry("Thür").Eras)
	assert.Equal(t, []string{"1901", "historic"}, f.finder.explainEntry("daß").Eras)
	assert.Empty(t, f.finder.explainEntry("Haus").Eras)
}
