package hunspell

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// forms returns the different forms in order.
func forms(t *testing.T, aff, dic string) []string {
	t.Helper()
	var got []string
	err := expandFiles(file{"t.aff", []byte(aff)}, file{"t.dic", []byte(dic)}, usual(), func(f Form) { got = append(got, f.Text) })
	require.NoError(t, err)
	slices.Sort(got)
	return slices.Compact(got)
}

// Each test has the smallest dictionary that shows a feature.
func TestForms(t *testing.T) {
	for _, test := range []struct{ name, aff, dic, want string }{
		{"plain words", "SET UTF-8", "3\nHaus\nMühle\n\nund\tpo:conj\n# Kommentar\n", "Haus Mühle und"},
		{"morphology after a blank", "SET UTF-8", "1\nHaus po:noun is:nom\n", "Haus"},
		{"words with blanks", "SET UTF-8", "2\nNew York\nYork\n", "York"},
		{"slash", "SET UTF-8\nSFX A Y 1\nSFX A 0 s .", "2\nkm\\/h/A\n/\n", "/ km/h km/hs"},
		{"suffix with strip", "SET UTF-8\nSFX A Y 2\nSFX A e ung e\nSFX A 0 n e\n", "2\nliefere/A\nrat/A\n", "liefere lieferen lieferung rat"},
		{"conditions", "SET UTF-8\nSFX A Y 3\nSFX A 0 s [^sßx]\nSFX A 0 es [sß]\nSFX A 0 er .ü[bn]\n", "4\nRad/A\nMaß/A\nHaus/A\nGrün/A\n",
			"Grün Grüner Grüns Haus Hauses Maß Maßes Rad Rads"},
		{"no condition", "SET UTF-8\nSFX A Y 1\nSFX A 0 s\n", "1\nRad/A\n", "Rad Rads"},
		{"condition longer than the word", "SET UTF-8\nSFX A Y 1\nSFX A 0 s ....\n", "1\nRad/A\n", "Rad"},
		{"cross product", "SET UTF-8\nPFX U Y 1\nPFX U 0 un .\nSFX A Y 1\nSFX A 0 e .\n", "1\nklar/UA\n", "klar klare unklar unklare"},
		{"no cross product", "SET UTF-8\nPFX U N 1\nPFX U 0 un .\nSFX A Y 1\nSFX A 0 e .\n", "1\nklar/UA\n", "klar klare unklar"},
		{"prefix with strip and condition", "SET UTF-8\nPFX G Y 2\nPFX G a A a\nPFX G ü Ü ü\n", "3\nabend/G\nübung/G\nhaus/G\n", "Abend abend haus Übung übung"},
		{"two suffixes", "SET UTF-8\nSFX A Y 1\nSFX A 0 lich/B .\nSFX B Y 1\nSFX B 0 er/A .\n", "1\nfreund/A\n", "freund freundlich freundlicher"},
		{"prefix by a suffix", "SET UTF-8\nSFX A Y 1\nSFX A 0 lich/U .\nPFX U Y 1\nPFX U 0 un .\n", "1\nfreund/A\n", "freund freundlich unfreundlich"},
		{"suffix by a prefix", "SET UTF-8\nPFX U Y 1\nPFX U 0 un/A .\nSFX A Y 1\nSFX A 0 s .\n", "1\nding/U\n", "ding unding undings"},
		{"forbidden", "SET UTF-8\nFORBIDDENWORD !\nSFX A Y 1\nSFX A 0 s .\n", "3\nHaus/A\nHauss/!\nMaus/A!\n", "Haus"},
		{"no suggestion", "SET UTF-8\nNOSUGGEST !\n", "1\ndoof/!\n", "doof"},
		{"needs an affix", "SET UTF-8\nNEEDAFFIX X\nSFX A Y 1\nSFX A 0 e .\nPFX U Y 1\nPFX U 0 an .\n", "1\ngeb/XAU\n", "angeb angebe gebe"},
		{"PSEUDOROOT", "SET UTF-8\nPSEUDOROOT X\nSFX A Y 1\nSFX A 0 e .\n", "1\ngeb/XA\n", "gebe"},
		{"affix needs an affix", "SET UTF-8\nNEEDAFFIX X\nSFX A Y 1\nSFX A 0 lich/XB .\nSFX B Y 1\nSFX B 0 er .\nPFX U Y 1\nPFX U 0 un .\n", "1\nfreund/AU\n",
			"freund freundlicher unfreund unfreundlich unfreundlicher"},
		{"only in compounds", "SET UTF-8\nONLYINCOMPOUND O\nSFX A Y 2\nSFX A 0 s/O .\nSFX A 0 e .\n", "2\nTag/A\nBio/OA\n", "Tag Tage"},
		{"circumfix", "SET UTF-8\nCIRCUMFIX X\nPFX G Y 1\nPFX G 0 ge/X .\nSFX T Y 2\nSFX T 0 t/X .\nSFX T 0 en .\n", "1\nmach/GT\n", "gemacht mach machen"},
		{"whole word stripped", "SET UTF-8\nSFX A Y 1\nSFX A gut besser gut\n", "1\ngut/A\n", "gut"},
		{"FULLSTRIP", "SET UTF-8\nFULLSTRIP\nSFX A Y 1\nSFX A gut besser gut\n", "1\ngut/A\n", "besser gut"},
		{"long flags", "SET UTF-8\nFLAG long\nSFX Aa Y 1\nSFX Aa 0 s .\nSFX Bb Y 1\nSFX Bb 0 e .\n", "1\nTag/AaBb\n", "Tag Tage Tags"},
		{"numeric flags", "SET UTF-8\nFLAG num\nSFX 999 Y 1\nSFX 999 0 s .\nSFX 65000 Y 1\nSFX 65000 0 e .\n", "1\nTag/999,65000\n", "Tag Tage Tags"},
		{"UTF-8 flags", "SET UTF-8\nFLAG UTF-8\nSFX ä Y 1\nSFX ä 0 s .\n", "1\nTag/ä\n", "Tag Tags"},
		{"aliases", "SET UTF-8\nAF 2\nAF A # 1\nAF AB # 2\nSFX A Y 1\nSFX A 0 s .\nSFX B Y 1\nSFX B 0 chen/1 .\n", "2\nTag/1\nRad/2\n", "Rad Radchen Radchens Rads Tag Tags"},
		{"options after the rows", "SET UTF-8\nSFX 10 Y 1\nSFX 10 0 s/20 .\nONLYINCOMPOUND 20\nFLAG num\n", "1\nTag/10\n", "Tag"},
		{"what is passed over", "SET UTF-8\nTRY abc\nREP 1\nREP f ph\nICONV 1\nICONV ’ '\nCOMPOUNDFLAG Z\nCHECKSHARPS\nSFX A Y 1\nSFX A 0 s . # a remark\n", "1\nTag/AZ\n", "Tag Tags"},
		{"no SET", "TRY abc", "1\nM\xfchle\n", "Mühle"},
		{"ISO8859-1", "SET ISO8859-1\nSFX A Y 1\nSFX A e \xf6 e", "1\nMaße/A\n", "MaÃ\u009fe MaÃ\u009fö"},
		{"ISO8859-15", "SET ISO8859-15\nSFX \xfc Y 1\nSFX \xfc 0 s .", "1\n\xbcuvre/\xfc\n", "Œuvre Œuvres"},
		{"CP1252", "SET microsoft-cp1252", "1\n\x9cuvre\n", "œuvre"},
		{"BOM and NFC", "\ufeffSET UTF-8\r\nSFX A Y 1\r\nSFX A 0 n .\r\n", "\ufeff1\r\nMu\u0308hle/A\r\n", "Mühle Mühlen"},
	} {
		t.Run(test.name, func(t *testing.T) {
			want := strings.Fields(test.want)
			slices.Sort(want)
			assert.Equal(t, want, forms(t, test.aff, test.dic))
		})
	}
}

func TestFormsNameTheirLine(t *testing.T) {
	lines := map[string]int{}
	err := expandFiles(file{"t.aff", []byte("SET UTF-8\nSFX A Y 1\nSFX A 0 s .\n")}, file{"t.dic", []byte("2\n\nTag/A\nRad\n")}, usual(),
		func(f Form) { lines[f.Text] = f.Line })
	require.NoError(t, err)
	assert.Equal(t, map[string]int{"Tag": 3, "Tags": 3, "Rad": 4}, lines)
}
