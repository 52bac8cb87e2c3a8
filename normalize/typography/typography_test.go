package typography

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/normalize/edit"
)

func TestFix(t *testing.T) {
	tests := []struct{ name, text, want string }{
		// Quotation marks
		{"a row of straight marks", `Er rief: """""""Halt"""""""`, `Er rief: """""""Halt"""""""`},
		{"a row of marks of several kinds", "Er rief: „Ja‘````” und nein‘````”", "Er rief: „Ja‘````” und nein‘````”"},
		{"a footnote of three stars", "Er rief: „Ja, Wort*** für Wort", "Er rief: „Ja, Wort*** für Wort"},
		{"nested marks and a star", "Er rief: „Sie rief ,ja!‘”* und", "Er rief: „Sie rief ‚ja!‘“* und"},
		{"a row of primes", "Er rief: '''''''Halt''''''''", "Er rief: '''''''Halt''''''''"},
		{"comma and English closing mark", "eine ,Kernaufgabe der\nVorsorge” darin", "eine „Kernaufgabe der\nVorsorge“ darin"},
		{"comma and German closing mark", "zentraler Hebel ,fir all dies“. In", "zentraler Hebel „fir all dies“. In"},
		{"comma and straight mark", "Er sagt: ,Ja, gern.\" Dann", "Er sagt: „Ja, gern.“ Dann"},
		{"commas and primes", "Er sagt: ,,Ja''.", "Er sagt: „Ja“."},
		{"commas and accents", "Er sagt: ,,Ja´´.", "Er sagt: „Ja“."},
		{"low single marks", "Er sagt: ‚‚Ja“ und ,‚nein“.", "Er sagt: „Ja“ und „nein“."},
		{"star as closing mark", "Fonds ,,Deutsche Einheit* als", "Fonds „Deutsche Einheit“ als"},
		{"comma and star", "eine ,Sekundierung* die", "eine „Sekundierung“ die"},
		{"apostrophe as closing mark", "„So muss es sein’, sagt sie", "„So muss es sein“, sagt sie"},
		{"single closing mark", "„So muss es sein‘, sagt sie", "„So muss es sein“, sagt sie"},
		{"low and straight", "Das „Amt\" hier", "Das „Amt“ hier"},
		{"low and right", "Das „Amt” hier", "Das „Amt“ hier"},
		{"low single and left", "Das ‚Amt“ hier", "Das „Amt“ hier"},
		{"straight and left", "Das \"Amt“ hier", "Das „Amt“ hier"},
		{"left and left", "Das “Amt“ hier", "Das „Amt“ hier"},
		{"guillemet and left", "Programm »Lieder eines“ Mannes", "Programm „Lieder eines“ Mannes"},
		{"blank after low mark", "rief: „ Wir kommen“ und", "rief: „Wir kommen“ und"},
		{"nested", "„Er rief ,Halt‘ und ging”", "„Er rief ‚Halt‘ und ging“"},
		{"unclosed commas", "Sie sagte: ,,Wir kommen.\n\nDann ging sie.", "Sie sagte: „Wir kommen.\n\nDann ging sie."},
		{"lone closing mark in German style", "„Ja“, so er. Wir gehen”, so sie.", "„Ja“, so er. Wir gehen“, so sie."},
		{"straight among German ones", "Das „Amt“ und die \"Stadt\" hier", "Das „Amt“ und die „Stadt“ hier"},
		{"English among German ones", "Das „Amt“ und die “Stadt” hier", "Das „Amt“ und die „Stadt“ hier"},
		{"angles", "Er rief >>Halt<< und <<Nein>>.", "Er rief »Halt« und «Nein»."},
		{"each its own paragraph", "Das ,Amt\n\nund die Stadt” hier", ""},
		{"bracket", "(,Amt”) und", "(„Amt“) und"},

		{"German", "„Ja“, sagt er, „und ‚nein‘.“ »Gut« und ›so‹ … «Ja».", ""},
		{"straight", "Das \"Amt\" und die \"Stadt\".", ""},
		{"English style alone", "Das “Amt” und die “Stadt”.", ""},
		{"apostrophes", "Wie geht's Hans' Hund, der's ’nem Mann’ gab? Aus ist’s.", ""},
		{"commas", "Ja, nein ,vielleicht, und 3,5 oder 1,2 ,auch.", ""},
		{"real comma before a stray mark", "Er kam ,dass er” ging", ""},
		{"stray commas", "Er kam ,da ,ging ,blieb ,sah ,fand” und", ""},
		{"footnote star", "Das Amt* und die Stadt* hier", ""},
		{"inches", "ein 5\" Rohr und 3' lang", ""},
		{"here document", "cat <<EOF >>file", ""},
		{"English passage", "Das „Amt“ hier.\n\nThe office of the mayor said that “this is it” for you.", ""},

		// Dashes
		{"two hyphens", "Das Amt -- so er -- kam", "Das Amt – so er – kam"},
		{"long dash", "ein Labor — der\nRaum — hier", "ein Labor – der\nRaum – hier"},
		{"long dash at line ends", "ein Labor —\nder Raum\n— hier", "ein Labor –\nder Raum\n– hier"},
		{"hyphen among dashes", "Das Amt – so er - kam", "Das Amt – so er – kam"},
		{"doubled dash", "Das Amt -— so er", "Das Amt – so er"},
		{"hyphen alone", "Das Amt - so er - kam", ""},
		{"hyphen between numbers", "Das Amt – 10 - 12 Uhr", ""},
		{"list", "- eins\n- zwei\n -- drei\n— vier\n--\nName", ""},
		{"option", "cmd --all a--b", ""},
		{"older print", "Er ſagt — ja — und daß er", ""},
		{"English", "The office — this is the one — for you", ""},

		// Ellipsis
		{"ellipsis", "Und dann ... war (...) er weg", "Und dann … war (…) er weg"},
		{"ellipsis among ellipses", "a … Dann ... b ... c ... d", "a … Dann … b … c … d"},
		{"consistent dots", "Ja ... nein ... und noch...", ""},
		{"leaders and ranges", "Seite .... 5 und ..... 1...9 /.../ ..", ""},

		// Blanks
		{"before comma", "Das Wort , das er hat ;", "Das Wort, das er hat;"},
		{"before full stop", "Das ist ein Wort . Er kam .", "Das ist ein Wort. Er kam."},
		{"before marks", "Was ist ? Halt ! Er sagt :", "Was ist? Halt! Er sagt:"},
		{"brackets", "Das ( so er ) kam", "Das (so er) kam"},
		{"closing mark before", "„Ja“ , sagt er", "„Ja“, sagt er"},
		{"noise stays", "Gagey :\nsagte Die ? : so der . einzelnen ; 5 , 5 und 1 : 2 Rapid : Austria", ""},
		{"not a word", "a ) und b ) Das : - und :", "a ) und b ) Das : - und:"},
		{"ellipsis has its blank", "Das Wort … und", ""},
		{"French", "Que voulez vous dans la vie ? Le pain est pour vous !", ""},
		{"table", "Name   Wort , so\nName\tWort ,\n| Wort , |", ""},
		{"line start", ", so\n. Er\n  , da", ""},
		{"smiley and empty brackets", "Das :) ist ( ) so ;)", ""},
		{"clean", "Das ist (so) ein Satz: ja, er steht; gut! Wirklich? 5 € – ja.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := tt.want
			if want == "" {
				want = tt.text
			}
			edits := New().Fix(tt.text)
			got, err := edit.Apply(tt.text, edits)
			require.NoError(t, err)
			assert.Equal(t, want, got)
			assert.Empty(t, New().Fix(got))
			for _, e := range edits {
				assert.True(t, strings.HasPrefix(e.Rule, "typography/"), e.Rule)
				assert.Greater(t, e.Confidence, 0.5)
				assert.LessOrEqual(t, e.Confidence, 1.0)
			}
		})
	}
}

func TestFixIsSmall(t *testing.T) {
	assert.Equal(t, []edit.Edit{
		{Start: 4, End: 5, Before: ",", After: "„", Rule: "typography/quotes", Confidence: 0.95},
		{Start: 8, End: 11, Before: "”", After: "“", Rule: "typography/quotes", Confidence: 0.95},
	}, New().Fix("das ,Amt”"))
}

func TestExample(t *testing.T) {
	f := New()
	before, after := f.Example()
	got, err := edit.Apply(before, f.Fix(before))
	require.NoError(t, err)
	assert.Equal(t, after, got)
	assert.NotEmpty(t, f.Doc())
	assert.Equal(t, "typography", f.Name())
}

func FuzzFix(f *testing.F) {
	for _, s := range []string{
		",,Ja'' ,nein” „ so * ‚a‘ \"b\" “c” »d“ >>e<<", "a -- b — c - d -— e", "Wort , so ( da ) ... ? Ja . Er",
		"„a ,b‘ c’, d\n\n”", "— a\r\n -- b —\r\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		once, err := edit.Apply(text, New().Fix(text))
		require.NoError(t, err)
		assert.True(t, utf8.ValidString(once))
		assert.Equal(t, letters(text), letters(once), "typography changes no letters")
		assert.Equal(t, strings.Count(text, "\n"), strings.Count(once, "\n"))
		assert.Empty(t, New().Fix(once), "of %q", once)
	})
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if isWordRune(r) {
			return r
		}
		return -1
	}, s)
}

func BenchmarkClean(b *testing.B) {
	text := strings.Repeat("Die „Größe“ der Straße, über Ämter und Öfen – schön (so) für § 5; »Übung«.\n\n", 1<<13)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if New().Fix(text) != nil {
			b.Fatal("a clean text was changed")
		}
	}
}
