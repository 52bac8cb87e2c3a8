package decode

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/charmap"

	"klartext/normalize/edit"
)

// misread makes mojibake of s. Bytes that CP1252 has no character for become
// control characters.
func misread(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		b.WriteRune(charmap.Windows1252.DecodeByte(c))
	}
	return b.String()
}

func TestMojibake(t *testing.T) {
	tests := []struct {
		name, text, want string
		edits            int
	}{
		{"umlaut", "fÃ¼r", "für", 1},
		{"each run an edit", "fÃ¼r schÃ¶ne", "für schöne", 2},
		{"quotes", "â€žJaâ€œ", "„Ja“", 2},
		{"sharp s and capital", "StraÃŸe Ãœbung", "Straße Übung", 2},
		{"capital O umlaut", "Ã–sterreich", "Österreich", 1},
		{"capital A umlaut", "Ã„mter", "Ämter", 1},
		{"paragraph sign", "nach Â§ 5", "nach § 5", 1},
		{"twice", misread(misread("für „die“ Größe – ja")), "für „die“ Größe – ja", 5},
		{"three times", misread(misread(misread("Größe"))), "Größe", 1},
		{"next to a right quote", "„GrÃ¼n“ und „Ã„ste“", "„Grün“ und „Äste“", 2},
		{"Latin-1 controls", "StraÃ\u009fe", "Straße", 1},
		{"euro", "5 â‚¬", "5 €", 1},
		{"ligature", misread("ﬁnden"), "ﬁnden", 1},
		{"decomposed", misread("u\u0308ber"), "u\u0308ber", 1},
		{"lost byte", "â€œNoâ€\ufffd", "“No”", 2},
		{"doubtful with evidence", "â€žIRMÃ“â€œ und Ã“", "„IRMÓ“ und Ó", 3},
		{"dash with evidence", "fÃ¼r dÃ©jÃ\u00a0 vu", "für déjà vu", 3},

		{"right German", "„Größe“ über Äpfel – Öl…“ äüö Ä“ Ü” ß“ »Ö«", "", 0},
		{"right Portuguese", "São João «IRMû NÃO “MAÇû", "", 0},
		{"right French", "à « tête » – château, forêt… «café»… Â»", "", 0},
		{"right Scandinavian", "Å“ Ångström 5 Å…", "", 0},
		{"alone", "Ã â € Â", "", 0},
		{"stammering", "Ä… Ö…", "", 0},
		{"not German", misread("語"), "", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			edits := New().Fix(tt.text)
			got, err := edit.Apply(tt.text, edits)
			require.NoError(t, err)
			want := tt.want
			if want == "" {
				want = tt.text
			}
			assert.Equal(t, want, got)
			assert.Len(t, edits, tt.edits)
			for _, e := range edits {
				assert.Equal(t, "decode/mojibake", e.Rule)
			}
		})
	}
}

func TestExample(t *testing.T) {
	before, after := New().Example()
	got, err := edit.Apply(before, New().Fix(before))
	require.NoError(t, err)
	assert.Equal(t, after, got)
	assert.NotEmpty(t, New().Doc())
	assert.Equal(t, "decode", New().Name())
}

func FuzzMojibake(f *testing.F) {
	for _, s := range []string{"fÃ¼r", "â€žJaâ€œ", misread(misread("Größe")), "Ã»Ã¼", "ÃÂÃ¼", "Å“Ã¢â‚¬Å¾"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip()
		}
		once, err := edit.Apply(text, New().Fix(text))
		require.NoError(t, err)
		assert.True(t, utf8.ValidString(once))
		assert.Empty(t, New().Fix(once), "of %q", once)
	})
}

func BenchmarkClean(b *testing.B) {
	text := strings.Repeat(sentence, 1<<14)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if New().Fix(text) != nil {
			b.Fatal("a clean text was changed")
		}
	}
}
