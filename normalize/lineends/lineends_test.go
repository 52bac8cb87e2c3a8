package lineends

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/normalize/edit"
)

// fakeLexicon has frequencies per billion words; compounds are those of two
// words in it, the second a noun.
type fakeLexicon map[string]float64

func (l fakeLexicon) Count(word string) float64 { return l[word] }

func (l fakeLexicon) Compound(word string) bool {
	for i := range word {
		if l[word[:i]] > 0 && l[title(word[i:])] > 0 {
			return true
		}
	}
	return false
}

var lexicon = fakeLexicon{
	"Verwaltung": 50_000, "verwaltung": 0, "Stadt": 200_000, "der": 30e6, "die": 30e6, "des": 7e6, "Bundes": 20_000, "Bund": 50_000,
	"Sachsen": 26_000, "Anhalt": 1_500, "Sachsen-Anhalt": 10_000, "Außen": 12_000, "Binnen": 500, "und": 25e6, "oder": 4e6,
	"Hunde": 9_000, "Grund": 100_000, "Hun": 0, "Werk": 60_000, "statt": 90_000, "Werkstatt": 5_700, "dennoch": 80_000, "den": 10e6, "noch": 2e6,
	"Mail": 3_000, "E-Mail": 9_000, "Adresse": 8_000, "CDU": 300_000, "Fraktion": 100_000, "CDU-Fraktion": 700, "Mai": 100_000, "Kundgebung": 3_000,
	"Dampf": 4_000, "Schiffahrt": 900, "Dampfschiffahrt": 160, "Müller": 35_000, "Verbund": 2_700, "Verb": 700, "Kürbis": 600, "Kür": 900, "bis": 1e6,
	"ländlichen": 9_000, "Lehrer": 20_000, "deutsch": 20_000, "französische": 20_000, "deutsch-französische": 4_500, "deutschfranzösische": 40,
	"technisch": 20_000, "organisatorische": 9_000, "Haus": 100_000, "Boot": 9_000, "jährig": 100, "weit": 150_000, "gegen": 900_000, "Ost": 30_000,
	"in": 15e6, "kam": 200_000, "Verwaltungs": 30, "Rat": 60_000, "Der": 3e6, "aber": 2e6, "Abend": 60_000, "Ende": 200_000, "damit": 900_000, "da": 900_000, "mit": 8e6,
}

func TestFix(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"joined", "die Verwal-\ntung der Stadt", "die Verwaltung\nder Stadt"},
		{"punctuation goes with it", "Verwal-\ntung, der Stadt", "Verwaltung,\nder Stadt"},
		{"alone on its line", "die Verwal-\ntung\nder Stadt", "die Verwaltung\nder Stadt"},
		{"alone at the end", "die Verwal-\ntung.", "die Verwaltung."},
		{"alone before a paragraph", "die Verwal-\ntung.\n\nDer", "die Verwaltung.\n\nDer"},
		{"alone before a form feed", "die Verwal-\ntung.\f", "die Verwaltung.\f"},
		{"CRLF", "die Verwal-\r\ntung der\r\nStadt", "die Verwaltung\r\nder\r\nStadt"},
		{"CRLF alone", "die Verwal-\r\ntung\r\nder", "die Verwaltung\r\nder"},
		{"indentation and blanks", "  die Verwal- \n  tung  der", "  die Verwaltung\n  der"},
		{"indentation alone", "  die Verwal-\n  tung \n  der", "  die Verwaltung \n  der"},
		{"brackets", "(Verwal-\ntung) der", "(Verwaltung)\nder"},
		{"two in a row", "Verwal-\ntung Stadt-\nrat der", "Verwaltung\nStadtrat\nder"},
		{"chain", "die Ver-\nwal-\ntung der", "die Verwaltung\nder"},
		{"chain on the line", "die Ver-\nwal- tung der", "die Verwaltung\nder"},
		{"chain that stays", "die Verwal-\ntungs-\nund", "die Verwaltungs-\nund"},
		{"hanging after joined", "die Verwal-\ntungs- und Stadt", "die Verwaltungs-\nund Stadt"},
		{"specks behind the hyphen", "die Verwal- _\ntung der Stadt", "die Verwaltung\nder Stadt"},
		{"a speck that is a hyphen", "die Verwal- -\ntung der Stadt", "die Verwaltung\nder Stadt"},
		{"a speck close by", "die Verwal-—\ntung, der Stadt", "die Verwaltung,\nder Stadt"},
		{"specks on both lines", "die Verwal- -\n_ tung der Stadt", "die Verwaltung\nder Stadt"},
		{"a speck before the second half", "die Verwal-\n. tung der Stadt", "die Verwaltung\nder Stadt"},
		{"a speck, alone on its line", "die Verwal-_\n‘tung\nder Stadt", "die Verwaltung\nder Stadt"},
		{"a hyphen read as a dash", "die Verwal—\ntung der Stadt", "die Verwaltung\nder Stadt"},
		{"a hyphen read as a tilde", "die Verwal~\ntung der Stadt", "die Verwaltung\nder Stadt"},
		{"a dash between words", "kam da—\nmit der Stadt", "kam da—\nmit der Stadt"},
		{"a dash behind a word", "die Verwaltung—\nder Stadt", "die Verwaltung—\nder Stadt"},
		{"specks, but no word", "die Stadt- _\nkam der", "die Stadt- _\nkam der"},
		{"specks, but a capital", "der Stadt- _\nRat", "der Stadt- _\nRat"},
		{"omissions with commas", "Verwal-,\ntung und Stadt", "Verwal-,\ntung und Stadt"},
		{"specks before a conjunction", "Werk- .\nund Stadt", "Werk- .\nund Stadt"},
		{"too many specks", "die Verwal- . . . .\ntung der", "die Verwal- . . . .\ntung der"},
		{"a list", "der Verbund -\nverwaltung", "der Verbund -\nverwaltung"},
		{"page break", "die Verwal-\n\n\ftung der", "die Verwaltung\n\n\fder"},
		{"page break, CRLF", "die Verwal-\r\n\r\n\ftung der", "die Verwaltung\r\n\r\n\fder"},
		{"page number", "die Verwal-\n\n- 12 -\n\f\ntung der", "die Verwaltung\n\n- 12 -\n\f\nder"},
		{"page number below the line", "die Verwal-\n12\n\ftung der", "die Verwaltung\n12\n\fder"},
		{"page break, alone", "die Verwal-\n\f tung\nDer", "die Verwaltung\n\fDer"},
		{"form feed as line end", "die Verwal-\ftung der", "die Verwaltung\fder"},
		{"error, over a page break", "die Verwal-\n\n\ftnng der", "die Verwaltnng\n\n\fder"},
		{"unknown words over a page break", "die Stadt-\n\n\fweit der", "die Stadt-\n\n\fweit der"},
		{"misread capitals", "die STadt-\nweit VErwal-\ntung der", "die STadtweit\nVErwaltung\nder"},
		{"compound of several words", "der Ost-\nweit-Rat der", "der Ost-weit-Rat\nder"},
		{"participle", "die fahren-\nden der", "die fahrenden\nder"},

		{"name with a hyphen", "in Sachsen-\nAnhalt der", "in Sachsen-Anhalt\nder"},
		{"name over a page break", "in Sachsen-\n\f\nAnhalt der", "in Sachsen-Anhalt\n\f\nder"},
		{"several hyphens", "die E-Mail-\nAdresse der", "die E-Mail-Adresse\nder"},
		{"single letter", "die E-\nMail der", "die E-Mail\nder"},
		{"single letter joined", "am A-\nbend", "am Abend"},
		{"numbers", "Seite 10-\n12 der", "Seite 10-12\nder"},
		{"number and word", "19-\njährig der", "19-jährig\nder"},
		{"word and number", "Covid-\n19 der", "Covid-19\nder"},
		{"abbreviation", "die CDU-\nFraktion der", "die CDU-Fraktion\nder"},
		{"abbreviation before small", "EU-\nweit der", "EU-weit\nder"},
		{"printed before a capital", "die Mai-\nKundgebung der", "die Mai-Kundgebung\nder"},
		{"old spelling", "die Dampf-\nSchiffahrt der", "die Dampf-Schiffahrt\nder"},
		{"old spelling joined", "die Dampf-\nschiffahrt der", "die Dampfschiffahrt\nder"},
		{"names", "Müller-\nLüdenscheidt der", "Müller-Lüdenscheidt\nder"},
		{"pair of adjectives", "deutsch-\nfranzösische der", "deutsch-französische\nder"},
		{"unknown pair of adjectives", "technisch-\norganisatorische der", "technisch-organisatorische\nder"},
		{"capitals", "VERWAL-\nTUNG DER", "VERWALTUNG\nDER"},
		{"capitals with hyphen", "SACHSEN-\nANHALT DER", "SACHSEN-ANHALT\nDER"},
		{"misread capital", "die Verwal-\nTung der", "die Verwaltung\nder"},
		{"compound", "das Haus-\nboot der", "das Hausboot\nder"},
		{"error in the second half", "die Verwal-\ntnng der", "die Verwaltnng\nder"},
		{"error in the first half", "lánd-\nlichen Stadt", "lándlichen\nStadt"},
		{"particle joined", "den-\nnoch der", "dennoch\nder"},
		{"particle at the end of a word", "die Werk-\nstatt der", "die Werkstatt\nder"},
		{"Kürbis", "der Kür-\nbis der", "der Kürbis\nder"},
		{"Hunde", "die Hun-\nde der", "die Hunde\nder"},
		{"Bundes", "der Bun-\ndes der", "der Bundes\nder"},

		{"hanging", "Außen-\nund Binnenpolitik", ""},
		{"hanging before oder", "Stadt-\noder Landrat", ""},
		{"hanging before und", "Grund-\nund Hauptschule", ""},
		{"hanging, joined form known", "Verb-\nund Nomen", ""},
		{"hanging before als", "Außen-\nals auch", ""},
		{"not divided before a particle", "Ost-\ngegen West", ""},
		{"dash", "Stadt -\nder", ""},
		{"long dash", "Stadt –\nder Stadt–\nder", ""},
		{"rule", "Stadt\n-----\nder", ""},
		{"double hyphen", "Stadt--\nder", ""},
		{"equation", "a=\nb x =\ny", ""},
		{"sentence", "er kam-\nDer Rat", ""},
		{"quote follows", "Verwal-\n\"tung\"", ""},
		{"end", "Verwal-\n", ""},
		{"nothing to do", "die Stadt\nder Rat", ""},

		{"not sign", "Verwal¬\ntung der", "Verwaltung\nder"},
		{"not sign, hanging", "Außen¬\nund Binnen", ""},
		{"hyphen that stays by convention", "Sachsen-¬\nAnhalt der Ab-¬\nlauf", "Sachsen-Anhalt\nder Ab-lauf"},
		{"equals sign", "Verwal=\ntung der", "Verwaltung\nder"},
		{"oblique hyphen", "Verwal⸗\ntung der", "Verwaltung\nder"},
		{"soft hyphen", "Verwal\u00ad\ntung der", "Verwaltung\nder"},
		{"Unicode hyphen", "Verwal‐\ntung der", "Verwaltung\nder"},
		{"lost hyphen", "die Verwal\ntung, der", "die Verwaltung,\nder"},
		{"no hyphen lost: punctuation was removed", strings.Repeat("die Verwal\ntung der\n", 10), ""},
		{"no hyphen lost: a word", "die Werk\nstatt der", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := tt.want
			if want == "" {
				want = tt.text
			}
			f := New(lexicon)
			edits := f.Fix(tt.text)
			got, err := edit.Apply(tt.text, edits)
			require.NoError(t, err)
			assert.Equal(t, want, got)
			assert.Empty(t, f.Fix(got))
			for _, e := range edits {
				assert.True(t, strings.HasPrefix(e.Rule, "line-ends/"), e.Rule)
				assert.Greater(t, e.Confidence, 0.5)
				assert.LessOrEqual(t, e.Confidence, 1.0)
			}
		})
	}
}

func TestFixIsSmall(t *testing.T) {
	f := New(lexicon)
	assert.Equal(t, []edit.Edit{
		{Start: 6, End: 14, Before: "-\ntung, ", After: "tung,\n", Rule: "line-ends/joined", Confidence: 0.99},
	}, f.Fix("Verwal-\ntung, der Stadt"))
	assert.Equal(t, []edit.Edit{
		{Start: 6, End: 8, Before: "-\n", After: "", Rule: "line-ends/joined", Confidence: 0.99},
	}, f.Fix("Verwal-\ntung\nder Stadt"))
	assert.Equal(t, []edit.Edit{
		{Start: 8, End: 9, Before: "\n", After: "", Rule: "line-ends/hyphenated", Confidence: 0.99},
	}, f.Fix("Sachsen-\nAnhalt\nder"))
}

// TestEndlessChain would take minutes if the word were followed to the end.
func TestEndlessChain(t *testing.T) {
	for _, piece := range []string{"Verwal-\n", "a-\n", "ver- "} {
		text := strings.Repeat(piece, 20_000) + "\ntung"
		f := New(lexicon)
		began := time.Now()
		once, err := edit.Apply(text, f.Fix(text))
		require.NoError(t, err)
		assert.Empty(t, f.Fix(once), "%q", piece)
		assert.Less(t, time.Since(began), 30*time.Second, "%q", piece)
	}
}

func TestExample(t *testing.T) {
	f := New(lexicon)
	before, after := f.Example()
	got, err := edit.Apply(before, f.Fix(before))
	require.NoError(t, err)
	assert.Equal(t, after, got)
	assert.NotEmpty(t, f.Doc())
	assert.Equal(t, "line-ends", f.Name())
}

func FuzzFix(f *testing.F) {
	for _, s := range []string{"Ver-\nwal- tung- \f\n12\nund", "Verwal\r\ntung, der", "E-\nMail-\n\n\f3\n Adresse", "a=\n\u00ad\nb¬-", "10-\n12-\n- 3 -\n\nVer¬", "die Verwal- -\n_ tung-—\n~ oder Verwal~\ntung"} {
		f.Add(s)
	}
	fixer := New(lexicon)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		edits := fixer.Fix(text)
		once, err := edit.Apply(text, edits)
		require.NoError(t, err)
		assert.True(t, utf8.ValidString(once))
		assert.LessOrEqual(t, len(once), len(text))
		assert.Equal(t, strings.Count(text, "\f"), strings.Count(once, "\f"))
		assert.Empty(t, fixer.Fix(once), "of %q", once)
	})
}

func BenchmarkClean(b *testing.B) {
	text := strings.Repeat("Die Stadt oder der Verbund, und die Außen-\nund Binnenverwaltung in Sachsen-Anhalt, der Grund\nder Werkstatt\n", 1<<13)
	fixer := New(lexicon)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if fixer.Fix(text) != nil {
			b.Fatal("a clean text was changed")
		}
	}
}
