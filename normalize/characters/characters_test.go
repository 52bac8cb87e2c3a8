package characters

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"klartext/normalize/edit"
)

func TestFix(t *testing.T) {
	tests := []struct {
		name, text, want string
		fold             bool
		rules            string
	}{
		{"composes", "fu\u0308r Scho\u0308nes", "für Schönes", false, "nfc nfc"},
		{"composes two marks in any order", "o\u0323\u0302", "ộ", false, "nfc"},
		{"what has no composed form stays", "x\u0302 n\u0304", "x\u0302 n\u0304", false, ""},
		{"singleton", "5 \u212b", "5 Å", false, "nfc"},
		{"Hangul", "\u1112\u1161\u11ab", "한", false, "nfc"},
		{"compatibility forms stay", "m² № ™ ½ ª", "m² № ™ ½ ª", false, ""},
		{"ligatures", "Schi\ufb00 \ufb01nden \ufb02ach A\ufb00e O\ufb03zier Sto\ufb04as \ufb06ill", "Schiff finden flach Affe Offizier Stofflas still", false,
			"ligature ligature ligature ligature ligature ligature ligature"},
		{"long-s ligature", "i\ufb05", "iſt", false, "ligature"},
		{"long-s ligature folded", "i\ufb05", "ist", true, "ligature"},
		{"ligature with mark", "\ufb01\u0301", "f\u00ed", false, "ligature"},
		{"blanks", "5\u00a0m 1\u202f000 a\u2009b", "5 m 1 000 a b", false, "space space space"},
		{"neighbouring blanks are one edit", "a\u00a0\u00a0b", "a  b", false, "space"},
		{"invisible", "\ufeffWort\u200b und\u2060 Auf\u200clage", "Wort und Auflage", false, "control control control control"},
		{"emoji and Arabic joiners stay", "👩\u200d💻 می\u200cخواهم", "👩\u200d💻 می\u200cخواهم", false, ""},
		{"joiners beside what goes", "ᅡ\u200d\u3000ᆣ 一\u200d\ufff9x", "ᅡ ᆣ 一x", false, "control control"},
		{"controls", "a\x00b\x07c\u0080d\x7f", "abcd", false, "control control control control"},
		{"line ends stay", "a\nb\r\nc\td\fe\r\n", "a\nb\r\nc\td\fe\r\n", false, ""},
		{"lone carriage return", "a\rb\r", "a\nb\n", false, "control control"},
		{"doubled carriage return", "a\r\r\nb", "a\r\nb", false, "control"},
		{"other line ends", "a\vb\u2028c\u0085d", "a\nb\nc\nd", false, "control control control"},
		{"soft hyphen in a line", "Ver\u00adwal\u00adtung", "Verwaltung", false, "soft-hyphen soft-hyphen"},
		{"soft hyphen at a line end stays", "Verwal\u00ad\ntung Stadt\u00ad \r\nrat Ver\u00ad\f", "Verwal\u00ad\ntung Stadt\u00ad \r\nrat Ver\u00ad\f", false, ""},
		{"soft hyphen at the end of the text", "Ver\u00ad", "Ver", false, "soft-hyphen"},
		{"long s stays", "Waſſer", "Waſſer", false, ""},
		{"long s folded", "Waſſer iſt", "Wasser ist", true, "long-s long-s"},
		{"small e above, behind another mark", "ga\u0361\u0364be", "gä\u0361be", false, "small-e"},
		{"small e above", "ga\u0364be Go\u0364tter U\u0364bel", "gäbe Götter Übel", false, "small-e small-e small-e"},
		{"replacement character stays", "f\ufffdr", "f\ufffdr", false, ""},
		{"mark beyond a removed character", "u\u200b\u0308", "ü", false, "control"},
		{"clean German", "„Größe“ – ja, 5 € für ‚uns‘ …", "„Größe“ – ja, 5 € für ‚uns‘ …", false, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			edits := New(Options{FoldLongS: tt.fold}).Fix(tt.text)
			got, err := edit.Apply(tt.text, edits)
			require.NoError(t, err)
			assert.Equal(t, tt.want, got)
			var rules []string
			for _, e := range edits {
				rules = append(rules, strings.TrimPrefix(e.Rule, "characters/"))
				assert.Positive(t, e.Confidence)
			}
			assert.Equal(t, tt.rules, strings.Join(rules, " "))
		})
	}
}

func TestFixIsSmall(t *testing.T) {
	edits := New(Options{}).Fix("fu\u0308r die\u00a0Stadt")
	assert.Equal(t, []edit.Edit{
		{Start: 1, End: 4, Before: "u\u0308", After: "ü", Rule: "characters/nfc", Confidence: 1},
		{Start: 9, End: 11, Before: "\u00a0", After: " ", Rule: "characters/space", Confidence: 1},
	}, edits)
}

func TestExample(t *testing.T) {
	f := New(Options{})
	before, after := f.Example()
	got, err := edit.Apply(before, f.Fix(before))
	require.NoError(t, err)
	assert.Equal(t, after, got)
	assert.NotEmpty(t, f.Doc())
	assert.Equal(t, "characters", f.Name())
}

func FuzzFix(f *testing.F) {
	for _, s := range []string{"fu\u0308r", "a\u200b\u0308\u0364", "\ufb01\u0301", "o\u0323\u00ad\u0302", "Ver\u00ad\u00a0\r\ntung", "\r\r\n\r", "\u1112\u200d\u1161\u11ab"} {
		f.Add(s, false)
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, text string, fold bool) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		fixer := New(Options{FoldLongS: fold})
		once, err := edit.Apply(text, fixer.Fix(text))
		require.NoError(t, err)
		assert.True(t, utf8.ValidString(once))
		assert.True(t, norm.NFC.IsNormalString(once), "%q", once)
		assert.Empty(t, fixer.Fix(once), "of %q", once)
	})
}

func BenchmarkClean(b *testing.B) {
	text := strings.Repeat("Die „Größe“ der Straße über Ämter und Öfen – schön für § 5, Übung.\n", 1<<14)
	fixer := New(Options{})
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if fixer.Fix(text) != nil {
			b.Fatal("a clean text was changed")
		}
	}
}
