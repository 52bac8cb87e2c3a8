package findings

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestHuman(t *testing.T) {
	long := strings.Repeat("Wort ", 40) + "=fir " + strings.Repeat("alle ", 40)
	middle := hyphenated()
	middle.Column, middle.EndLine, middle.EndColumn = 5, 7, 12
	for _, tt := range []struct {
		name string
		f    Finding
		want []string
	}{
		{"plain", found("und =fir alle", "=fir", "für"), []string{
			"a.txt:3:5: words/confusion (95 %)", "    und =fir alle", "        ^^^^", `  did you mean "für"?`,
		}},
		{"wide and combining", found("u\u0308ber 東京 😀 =fir", "=fir", "für"), []string{
			"a.txt:3:12: words/confusion (95 %)", "    u\u0308ber 東京 😀 =fir", "                 ^^^^", `  did you mean "für"?`,
		}},
		{"tabs before", found("\tund\t=fir", "=fir", "für"), []string{
			"a.txt:3:6: words/confusion (95 %)", "    \tund\t=fir", "    \t   \t^^^^", `  did you mean "für"?`,
		}},
		{"tab marked", found("ab\tc", "\tc", " c"), []string{
			"a.txt:3:3: words/confusion (95 %)", "    ab\tc", "      ^^^", `  did you mean " c"?`,
		}},
		{"hostile", found("\x1b[2J fir", "fir", "f\x07ür"), []string{
			"a.txt:3:6: words/confusion (95 %)", "    ␛[2J fir", "         ^^^", `  did you mean "f␇ür"?`,
		}},
		{"missing", missing(), []string{
			"a.txt:3:4: words/confusion (95 %)", "    daß er kam", "       ^", `  is "," missing here?`,
		}},
		{"two lines", hyphenated(), []string{
			"a.txt:7:5: line-ends/join (90 %)", "    der Verwal-", "        ^^^^^^^", `  did you mean "Verwaltung⏎"?`,
		}},
		{"whole file", mojibake(), []string{
			"b.txt: file/mojibake (80 %)", "  this seems to be UTF-8 read as Latin-1",
		}},
		{"long", found(long, "=fir", "für"), []string{
			"a.txt:3:201: words/confusion (95 %)", "    …Wort Wort Wort =fir alle alle alle…", "                    ^^^^", `  did you mean "für"?`,
		}},
		{"long at its start", found("=fir "+long, "=fir", "für"), []string{
			"a.txt:3:1: words/confusion (95 %)", "    =fir Wort Wort Wort Wort Wort Wort…", "    ^^^^", `  did you mean "für"?`,
		}},
		{"marked is long", found(strings.Repeat("x", 60), strings.Repeat("x", 50), "für"), []string{
			"a.txt:3:1: words/confusion (95 %)", "    " + strings.Repeat("x", 34) + "…", "    " + strings.Repeat("^", 34), `  did you mean "für"?`,
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			lines := strings.Split(printed(t, "human", Options{Width: 40}, tt.f), "\n")
			assert.Equal(t, tt.want, lines[:len(lines)-2])
			assert.Equal(t, "1 suspected error in 1 of 1 file with 4 words", lines[len(lines)-2])
		})
	}
}

func TestHumanColor(t *testing.T) {
	got := printed(t, "human", Options{Color: true}, found("und =fir", "=fir", "für"))
	want := "\x1b[1ma.txt:3:5\x1b[0m: \x1b[33mwords/confusion\x1b[0m (95 %)\n    und =fir\n        \x1b[31m^^^^\x1b[0m\n" +
		"  \x1b[32mdid you mean \"für\"?\x1b[0m\n1 suspected error in 1 of 1 file with 4 words\n"
	assert.Equal(t, want, got)
}

func TestHumanTotals(t *testing.T) {
	var b strings.Builder
	w, err := New("human", &b, Options{})
	require.NoError(t, err)
	require.NoError(t, w.File("a.txt", 0, 1))
	require.NoError(t, w.Fail("b\n.txt", errors.New("no \x1b[0m permission")))
	require.NoError(t, w.Close())
	assert.Equal(t, "nothing found in 1 file with 1 word; 1 file could not be checked\n", b.String())
}

func TestBrief(t *testing.T) {
	unsure := found("und fir", "fir", "für")
	unsure.Fixable = false
	got := printed(t, "brief", Options{}, found("und =fir", "=fir", "für"), missing(), hyphenated(), mojibake(), unsure,
		found("so  viel", "  ", ""))
	assert.Equal(t, `a.txt:3:5: words/confusion: =fir → für (0.95)
a.txt:3:4: words/confusion: ∅ → , (0.95)
a.txt:7:5: line-ends/join: Verwal-⏎tnng  → Verwaltung⏎ (0.90)
b.txt: file/mojibake: this seems to be UTF-8 read as Latin-1 (0.80)
a.txt:3:5: words/confusion: fir → für (0.95)
a.txt:3:3: words/confusion: ␣␣ → ∅ (0.95)
`, got)
}

// TestHumanLongLine prints many findings of a book on one line. It takes an hour if
// each is sought from the start or shown whole.
func TestHumanLongLine(t *testing.T) {
	const n = 5_000
	line := strings.Repeat("Äpfel =fir viele Leute und noch mehr davon ", n)
	f := found(line, "=fir", "für")
	for _, format := range []string{"human", "json", "sarif"} {
		var size counter
		w, err := New(format, &size, Options{})
		require.NoError(t, err)
		for i := range n {
			f.Column, f.EndColumn = 7+i*43, 11+i*43
			require.NoError(t, w.Write(f))
		}
		require.NoError(t, w.Close())
		assert.Less(t, int(size), n*2000, format)
	}
}

// counter counts what is written.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
