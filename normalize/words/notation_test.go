package words

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// TestNotationStays puts what is no prose into German full of errors.
func TestNotationStays(t *testing.T) {
	f := shippedFixer(t)
	for _, passage := range []string{
		"https://www.archiv-miihle.example/fir/iiber?q=kénnen",
		"www.miihle-fir.example",
		"post.fir@miihle.example",
		"miihle-fir.example/iiber/1956",
		"/usr/share/fir/Biirger", `C:\Biirger\fir`, "~/fir/miihle.txt", "Biirger_fir.csv",
		"fir_alle_biirger", "MAX_LANGE", "getBiirger2Name", "leseLange2()",
		"BGBl. I S. 1234", "(ABl. L 119 vom 4.5.2016, S. 1)", "§ 13 Abs. 2 Satz 1 Nr. 4", "ISBN 978-3-00-000000-2",
		"mv = kg × ms", "Qi = ri · si / ni", "sin x + cos y = 2",
	} {
		text := fmt.Sprintf(damagedGerman, passage)
		start := strings.Index(text, passage)
		for _, p := range f.Proposals(text) {
			if p.Start < start+len(passage) && start < p.End {
				t.Errorf("%q: proposes %q for %q", passage, p.After, text[p.Start:p.End])
			}
		}
	}
}

func TestTablesStay(t *testing.T) {
	f := shippedFixer(t)
	const row = "Kalberg 1.234 fir 12,5 % 88"
	text := fmt.Sprintf(damagedGerman, "") + "\nStadt Einwohner Flache\n" + row + "\nBiirg 17 4.500 9 91\n"
	at := strings.Index(text, row)
	for _, p := range f.Proposals(text) {
		assert.Less(t, p.Start, at, "%q → %q", text[p.Start:p.End], p.After)
	}
}

func TestIsCode(t *testing.T) {
	for _, chunk := range []string{
		"/usr/lib/x", "~/brief.txt", "./a", `C:\Daten`, `\\server\x`, "brief.txt", "(scan-01.pdf),", "docs/a.md/b.html", "name.example", "name.example/x.",
		"snake_case", "MAX_SIZE", "a_1_b", "getHttp2Response", "parseUtf8",
	} {
		assert.True(t, isCode(chunk), chunk)
	}
	for _, chunk := range []string{
		"", ".", "und/oder", "1/2", "km/h", "z.B.", "i.d.R.", "Satz.Und", "14.5", "3.5.2016", "Aul3en", "Gr6Se", "heiSt", "kSnnen", "M6glichkeit",
		"hatten_,,fiir", "Wort_", "_Wort", "der_Mann", "für_uns", "l0", "1b", "E-Mail", "GmbH2", "Haus.", "...", "a:b", "_", "__",
	} {
		assert.False(t, isCode(chunk), chunk)
	}
}

// TestProseWithNumbersIsProse: dates, sums and lists of numbers stand in sentences.
func TestProseWithNumbersIsProse(t *testing.T) {
	f := shippedFixer(t)
	for text, word := range map[string]string{
		"vom 12. bis zum 14. Marz 1873":                      "Marz",
		"Für 2000 erheben fich 25, fir 3000 38, für 5000 45": "fich",
		"Haus= und Hof= Thiir =":                             "Thiir",
		"Die Art der Arbeit, das Heft fiir 3 Mark":           "fiir",
		"Im Jahre 1871, am 3. 5. in Miinchen":                "Miinchen",
	} {
		assert.False(t, untouched(f.finder.read(text), word), text)
	}
}

// TestNotationIsLinear would take minutes if each sign looked at all the others.
func TestNotationIsLinear(t *testing.T) {
	f := shippedFixer(t)
	for _, unit := range []string{"= a ", "S. 1, ", "the of and. ", "1 2 3\n", "a'", "x_", "“the ” "} {
		began := time.Now()
		f.finder.read(strings.Repeat(unit, 50_000))
		assert.Less(t, time.Since(began), 30*time.Second, unit)
	}
}
