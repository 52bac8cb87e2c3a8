package report

import (
	"encoding/csv"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// restored undoes defused, as a reader of a report would.
func restored(cell string) string {
	var b strings.Builder
	begins := true
	for i := range len(cell) { // all that matters is ASCII
		if !begins || cell[i] != '\'' || !isFormula(cell[i+1:]) {
			b.WriteByte(cell[i])
		}
		begins = strings.IndexByte(separators, cell[i]) >= 0
	}
	return b.String()
}

func TestDefused(t *testing.T) {
	for cell, want := range map[string]string{
		"":                    "",
		"für":                 "für",
		"Gr\xfc\xdfe;":        "Gr\xfc\xdfe;",
		"Sachsen-Anhalt":      "Sachsen-Anhalt",
		"'s war":              "'s war",
		"2 + 2 = 4":           "2 + 2 = 4",
		"=1+1":                "'=1+1",
		"+1":                  "'+1",
		"-1":                  "'-1",
		"@SUM(A1)":            "'@SUM(A1)",
		"\t=1":                "'\t'=1",
		"\r=1":                "'\r'=1",
		"\n=1":                "'\n'=1",
		"＝1":                  "'＝1",
		"'=1":                 "''=1",
		`"=1`:                 `'"=1`,
		"Wort;=cmd|'/C calc'": "Wort;'=cmd|'/C calc'",
		"a;b;\"-1":            "a;b;'\"-1",
	} {
		assert.Equal(t, want, defused(cell), "%q", cell)
		assert.Equal(t, cell, restored(want), "%q", cell)
	}
}

// TestDefusedCells looks at random cells as spreadsheets of several countries read
// them: none may be a formula, and all must come back.
func TestDefusedCells(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	letters := []rune("=+-@\t\r\n＝;,'\"aß ")
	for range 20000 {
		var cell []rune
		for range random.IntN(8) {
			cell = append(cell, letters[random.IntN(len(letters))])
		}
		text := string(cell)
		out := defused(text)
		assert.Equal(t, text, restored(out))
		for _, part := range strings.FieldsFunc(out, func(r rune) bool { return strings.ContainsRune(separators, r) }) {
			assert.NotContains(t, "=+-@＝", string([]rune(strings.Trim(part, `"`) + " ")[0]), "%q", out)
		}
	}
}

func TestCSVHasNoFormulas(t *testing.T) {
	var b strings.Builder
	require.NoError(t, writeCSV(&b, "@a.txt", "=1", "a\"b", "x;=1"))
	row, err := csv.NewReader(strings.NewReader(b.String())).Read()
	require.NoError(t, err)
	assert.Equal(t, []string{"'@a.txt", "'=1", `a"b`, "x;'=1"}, row)
}
