package token

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// marks shows the kinds of token in the tests below.
var marks = map[Kind]string{Word: "w", Number: "n", Punctuation: "p", Enclosing: "e"}

// show writes the tokens of text as kind:text, with a blank between them.
func show(text string) string {
	var parts []string
	for _, t := range All(nil, text) {
		parts = append(parts, marks[t.Kind]+":"+text[t.Start:t.End])
	}
	return strings.Join(parts, " ")
}

func TestAll(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"white space alone", " \t\r\n\f  ", ""},
		{"a word", "Haus", "w:Haus"},
		{"umlauts", "Öl für Füße", "w:Öl w:für w:Füße"},
		{"combining marks", "fu\u0308r", "w:fu\u0308r"},
		{"the long s", "daſs", "w:daſs"},
		{"other alphabets", "Αθήνα и Москва", "w:Αθήνα w:и w:Москва"},
		{"hyphens inside", "Rhein-Main-Gebiet", "w:Rhein-Main-Gebiet"},
		{"a non-breaking hyphen", "E‑Mail", "w:E‑Mail"},
		{"a hyphen at the end", "Ein- und Ausgang", "w:Ein p:- w:und w:Ausgang"},
		{"a hyphen before", "-teil", "p:- w:teil"},
		{"two hyphens", "ja--nein", "w:ja p:- p:- w:nein"},
		{"a hyphen before a digit", "A-4", "w:A p:- n:4"},
		{"a hyphen behind a digit", "U2-Bahn", "w:U2 p:- w:Bahn"},
		{"apostrophes inside", "geht's wie’s", "w:geht's w:wie’s"},
		{"apostrophes outside", "'n Hans'", "e:' w:n w:Hans e:'"},
		{"a dash", "Köln – Bonn", "w:Köln p:– w:Bonn"},
		{"a number", "1987", "n:1987"},
		{"signs inside numbers", "3.141,59 12:30", "n:3.141,59 n:12:30"},
		{"signs behind numbers", "Am 3. Mai, 5: 7.", "w:Am n:3 p:. w:Mai p:, n:5 p:: n:7 p:."},
		{"a range", "1914-1918", "n:1914 p:- n:1918"},
		{"a sign", "-5 %", "p:- n:5 p:%"},
		{"digits and letters", "3D und H2O im 19ten", "w:3D w:und w:H2O w:im w:19ten"},
		{"quotes", "„so“, »so« und 'so'", "e:„ w:so e:“ p:, e:» w:so e:« w:und e:' w:so e:'"},
		{"brackets and markup", "(a) [b] {c} *d* <e> #f", "e:( w:a e:) e:[ w:b e:] e:{ w:c e:} e:* w:d e:* e:< w:e e:> e:# w:f"},
		{"punctuation by single signs", "Was?! …", "w:Was p:? p:! p:…"},
		{"other signs", "§ 5 & €", "p:§ n:5 p:& p:€"},
		{"an address", "a@b.de", "w:a p:@ w:b p:. w:de"},
		{"a no-break space", "z. B.", "w:z p:. w:B p:."},
		{"invalid UTF-8", "a\xffb", "w:a p:\xff w:b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, show(tt.text)) })
	}
}

func TestAllAppends(t *testing.T) {
	first := Token{Start: 7, End: 9, Kind: Punctuation}
	got := All([]Token{first}, "ja 5")
	assert.Equal(t, []Token{first, {0, 2, Word}, {3, 4, Number}}, got)
}

func TestNext(t *testing.T) {
	const text = "  über  7,5 km"
	tests := []struct {
		name string
		at   int
		want Token
		ok   bool
	}{
		{"skips white space", 0, Token{2, 7, Word}, true},
		{"begins where it is told", 2, Token{2, 7, Word}, true},
		{"in the middle of a word", 4, Token{4, 7, Word}, true},
		{"in the middle of a number", 10, Token{10, 11, Punctuation}, true},
		{"the last", 13, Token{13, 15, Word}, true},
		{"behind the last", len(text), Token{}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := Next(text, tt.at)
			assert.Equal(t, tt.ok, ok)
			assert.Equal(t, tt.want, got)
		})
	}
	_, ok := Next("  ", 0)
	assert.False(t, ok)
}

// checkTokens tells that the tokens of text stand in order, are not empty, lie
// within it, and leave out nothing but white space.
func checkTokens(t *testing.T, text string) {
	t.Helper()
	at := 0
	for {
		tok, ok := Next(text, at)
		if !ok {
			break
		}
		require.GreaterOrEqual(t, tok.Start, at, "%q", text)
		require.Greater(t, tok.End, tok.Start, "%q: an empty token", text)
		require.LessOrEqual(t, tok.End, len(text), "%q", text)
		require.Empty(t, strings.TrimSpace(text[at:tok.Start]), "%q: left out", text)
		word := text[tok.Start:tok.End]
		if tok.Kind == Word {
			require.True(t, strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }), "%q", word)
		} else if tok.Kind != Number {
			require.Equal(t, 1, utf8.RuneCountInString(word), "%q", word)
		}
		at = tok.End
	}
	require.Empty(t, strings.TrimSpace(text[at:]), "%q: left out", text)
}

func FuzzNext(f *testing.F) {
	for _, seed := range []string{
		"", "Die Größe: 3,5 m.", "fu\u0308r’s 'n „Tag“ - A-4 1.2.3:", "3-", "x-", "-", "’", "\xff\xc3", "1.", "a\u0301\u0302-b", "½ ² 1²",
	} {
		f.Add(seed)
	}
	f.Fuzz(checkTokens)
}
