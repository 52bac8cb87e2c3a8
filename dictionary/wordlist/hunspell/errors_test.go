package hunspell

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestErrors(t *testing.T) {
	for _, test := range []struct{ aff, dic, want string }{
		{"SET KLINGON", "0", "t.aff:1: SET KLINGON: no known encoding"},
		{"\nSET UTF-8\n\xff", "0", "t.aff:3: not UTF-8, as SET says it is"},
		{"SET UTF-8", "1\nM\xfchle", "t.dic:2: not UTF-8, as SET says it is"},
		{"FLAG", "0", "t.aff:1: FLAG without a type"},
		{"FLAG short", "0", "t.aff:1: FLAG short: not long, num or UTF-8"},
		{"FORBIDDENWORD", "0", "t.aff:1: FORBIDDENWORD without a flag"},
		{"NEEDAFFIX AB", "0", `t.aff:1: "AB" is not one flag`},
		{"AF", "0", "t.aff:1: AF without flags"},
		{"AF x", "0", "t.aff:1: AF x: not the number of aliases"},
		{"AF 1\nAF A\nAF B", "0", "t.aff:3: more lines AF than the first one says"},
		{"SFX A Y", "0", "t.aff:1: SFX needs a flag, Y or N, and the number of rows"},
		{"SFX AB Y 1", "0", `t.aff:1: "AB" is not one flag`},
		{"SFX A J 1", "0", `t.aff:1: SFX A: cross product "J" is not Y or N`},
		{"SFX A Y viel", "0", `t.aff:1: SFX A: "viel" is not the number of rows`},
		{"SFX A Y 2\nSFX A 0 s .\n", "0", "t.aff:2: the file ends before the last 1 rows of SFX A"},
		{"SFX A Y 1\nTRY abc", "0", "t.aff:2: TRY stands where 1 more rows of SFX A are to come"},
		{"SFX A Y 1\nSFX B 0 s .", "0", "t.aff:2: a row of another class where 1 more of SFX A are to come"},
		{"SFX A Y 1\nSFX A 0", "0", "t.aff:2: SFX A: a row needs what to strip and what to add"},
		{"SFX A Y 1\nSFX A 0 " + strings.Repeat("s", 201), "0", "t.aff:2: SFX A: an affix of more than 200 bytes"},
		{"SFX A Y 1\nSFX A 0 s [ab", "0", `t.aff:2: condition "[ab": [ without ]`},
		{"SFX A Y 1\nSFX A 0 s []", "0", `t.aff:2: condition "[]": an empty set`},
		{"SFX A Y 1\nSFX A 0 s " + strings.Repeat(".", 201), "0", "t.aff:2: a condition of 201 bytes; 200 are the most"},
		{"FLAG long", "1\nTag/abc", `t.dic:2: flags "abc": FLAG long needs two characters each`},
		{"FLAG num", "1\nTag/1,x", `t.dic:2: flags "1,x": FLAG num needs numbers from 1 to 65535 with commas`},
		{"FLAG num", "1\nTag/65536", `t.dic:2: flags "65536": FLAG num needs numbers from 1 to 65535 with commas`},
		{"AF 1\nAF A", "1\nTag/2", `t.dic:2: flags "2": not the number of one of the 1 aliases`},
		{"", "", "t.dic:1: an empty file instead of the number of words"},
		{"", "Haus\nMaus", `t.dic:1: "Haus" is not the number of words`},
		{"", "1\n" + strings.Repeat("x", 201), "t.dic:2: a word of 201 bytes; 200 are the most"},
	} {
		err := expandFiles(file{"t.aff", []byte(test.aff)}, file{"t.dic", []byte(test.dic)}, usual(), func(Form) {})
		assert.EqualError(t, err, test.want)
	}
}

func TestReadFindsAffixesBesideWords(t *testing.T) {
	base := filepath.Join(t.TempDir(), "klein")
	require.EqualError(t, Read("klein.txt", nil), "klein.txt: the name of a Hunspell dictionary ends in .dic")
	require.ErrorIs(t, Read(base+".dic", nil), os.ErrNotExist)
	require.NoError(t, os.WriteFile(base+".aff", []byte("SET UTF-8\n"), 0o600))
	require.EqualError(t, Read(base+".dic", nil), "reading the Hunspell dictionary: open "+base+".dic: no such file or directory")
	require.NoError(t, os.WriteFile(base+".dic", []byte("1\nHaus\n"), 0o600))
	var got []Form
	require.NoError(t, Read(base+".dic", func(f Form) { got = append(got, f) }))
	assert.Equal(t, []Form{{"Haus", 2}}, got)
}

// hostile is an .aff whose every word has rows² forms, or none if they do not fit.
func hostile(rows int, condition string) string {
	var b strings.Builder
	for _, class := range []string{"A", "B"} {
		fmt.Fprintf(&b, "SFX %s Y %d\n", class, rows)
		for i := range rows {
			fmt.Fprintf(&b, "SFX %s 0 %d/B %s\n", class, i+1, condition)
		}
	}
	return "SET UTF-8\n" + b.String()
}

func TestHostileFilesEndInErrors(t *testing.T) {
	few := limits{forms: 1000, bytes: 5000, wordForms: 100, tries: 20_000, wordTries: 500}
	for _, test := range []struct {
		name, aff, dic string
		most           limits
		want           string
	}{
		{"forms of a word", hostile(1000, "."), "1\nx/A\n", usual(), "t.dic:2: more than 100000 forms of one word"},
		{"tries of a word", hostile(1000, "y"), "1\nx/" + strings.Repeat("A", 1001) + "\n", usual(), "t.dic:2: more than 1000000 affixes to try on one word"},
		{"flags of a word", "SET UTF-8", "1\nx/" + strings.Repeat("A", 1_000_001) + "\n", usual(), "t.dic:2: more than 1000000 affixes to try on one word"},
		{"forms in all", hostile(5, "."), "40\n" + strings.Repeat("x/A\n", 40), few, "t.dic:34: more than 1000 word forms in all"},
		{"bytes in all", hostile(5, "."), "40\n" + strings.Repeat(strings.Repeat("x", 99)+"/A\n", 40), few, "t.dic:3: word forms of more than 5000 bytes in all"},
		{"tries in all", hostile(50, "y"), "400\n" + strings.Repeat("x/A\n", 400), few, "t.dic:394: more than 20000 affixes to try in all"},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := expandFiles(file{"t.aff", []byte(test.aff)}, file{"t.dic", []byte(test.dic)}, test.most, func(Form) {})
			assert.EqualError(t, err, test.want)
		})
	}
}

func FuzzExpand(f *testing.F) {
	f.Add([]byte("SET UTF-8\nFLAG num\nAF 1\nAF 1,2\nSFX 1 Y 1\nSFX 1 e n/1 [^a]e\nPFX 2 Y 1\nPFX 2 0 un/1 .\n"), []byte("1\nMühle/1\n"))
	f.Add([]byte("SET ISO8859-15\nCIRCUMFIX X\nNEEDAFFIX N\nFULLSTRIP\nSFX A N 1\nSFX A abc 0/XN .\n"), []byte("1\nabc/AX po:x\n"))
	f.Add([]byte(hostile(20, "[0-9x]")), []byte("1\nx/A\n"))
	most := usual()
	most.forms, most.tries = 300_000, 3_000_000 // a second or so
	f.Fuzz(func(t *testing.T, aff, dic []byte) {
		n := 0
		err := expandFiles(file{"t.aff", aff}, file{"t.dic", dic}, most, func(form Form) {
			n++
			require.NotEmpty(t, form.Text)
		})
		if err != nil {
			require.Regexp(t, `^t\.(aff|dic)(:\d+)?: `, err.Error())
		}
		require.LessOrEqual(t, n, most.forms)
	})
}
