package settings

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/normalize"
	"klartext/normalize/decode"
	"klartext/normalize/words"
)

// loaded writes a settings file to a new folder and reads it.
func loaded(t *testing.T, text string) *File {
	t.Helper()
	path := filepath.Join(t.TempDir(), Name)
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	f, err := Load(path)
	require.NoError(t, err)
	return f
}

func TestLoadProblems(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"a key misspelled", "\nmdoe = \"balanced\"\n", []string{`2:1: there is no key "mdoe"; did you mean "mode"?`}},
		{"a key with _", "fold_long_s = true", []string{`1:1: there is no key "fold_long_s"; did you mean "fold-long-s"?`}},
		{"a key in a table", "[check]\n  min-confidnce = 1", []string{`2:3: there is no key "min-confidnce" in check; did you mean "min-confidence"?`}},
		{"a dotted key", "check.ouput = 1", []string{`1:7: there is no key "ouput" in check; did you mean "output"?`}},
		{"a table misspelled", "[dictonary]\nwords = []", []string{`1:2: there is no key "dictonary"; did you mean "dictionary"?`}},
		{"nothing like it", "[check]\nxyz = 1", []string{`2:1: there is no key "xyz" in check; there are output, min-confidence, max-findings, fail-rate, baseline, disable`}},
		{"below a table", "[check]\njobs = 1", []string{`2:1: there is no key "jobs" in check; it belongs before [check]`}},
		{"outside of a table", "disable = []", []string{`1:1: there is no key "disable"; it belongs to [check]`}},
		{"in an inline table", `dictionary = { replace = [{ befor = "a", after = "b" }] }`, []string{`1:29: there is no key "befor"; did you mean "before"?`}},
		{"in an override", "[[override]]\npaths = [\"a\"]\n[[override]]\npaths = [\"a\"]\nears = 1", []string{`5:1: there is no key "ears"; did you mean "era"?`}},

		{"no string", "mode = 3", []string{`1:8: mode is a string, not a whole number`}},
		{"no bool", `provenance = "yes"`, []string{`1:14: provenance is true or false, not a string`}},
		{"no whole number", "jobs = 2.5", []string{`1:8: jobs is a whole number, not a number`}},
		{"no number", "check.min-confidence = true", []string{`1:24: check.min-confidence is a number, not true or false`}},
		{"no list", `only = "words"`, []string{`1:8: only is a list, not a string`}},
		{"no list of strings", "only = [\n  \"words\", # ö\n  2,\n]", []string{`3:3: each element of only is a string, not a whole number`}},
		{"no table", "check = 1979-05-27", []string{`1:9: check is a table, not a date or time`}},
		{"a table", "[mode]", []string{`1:2: mode is a string, not a table`}},
		{"no list of tables", "[override]\npaths = []", []string{`1:2: override is a list, not a table`}},
		{"an override that is none", "override = [1]", []string{`1:13: each element of override is a table, not a whole number`}},

		{"mode", `mode = "bold"`, []string{`1:8: there is no mode "bold"; there are conservative, balanced, aggressive`}},
		{"era", `era = "1900"`, []string{`1:7: there is no era "1900"; there are auto, modern, 1901, historic`}},
		{"encoding", `encoding = "cp1"`, []string{`1:12: unknown encoding "cp1"; known are ` + strings.Join(decode.Names(), ", ")}},
		{"fixer", `skip = ["wrods"]`, []string{`1:9: there is no fixer "wrods"; did you mean "words"?`}},
		{"no fixer", `skip = ["x"]`, []string{`1:9: there is no fixer "x"; there are decode, characters, line-ends, words, typography`}},
		{"glob", `exclude = ["ä", "[a"]`, []string{`1:17: the pattern "[a" is malformed`}},
		{"jobs", "jobs = 0", []string{"1:8: jobs is 1 to 1024, not 0"}},
		{"path", `profiles = [""]`, []string{`1:13: "" is no path`}},
		{"confidence", "check.min-confidence = 78", []string{"1:24: check.min-confidence is 0 to 1, not 78"}},
		{"no number at all", "check.min-confidence = nan", []string{"1:24: check.min-confidence is 0 to 1, not NaN"}},
		{"fail-rate", "check.fail-rate = 0.5", []string{`1:19: check.fail-rate is a string from "0%" to "100%", such as "0.5%"`}},
		{"rule", `check.disable = ["Quotes!"]`, []string{`1:18: "Quotes!" is no rule; they are named as in "typography/quotes"`}},
		{"words", `dictionary.words = ["a b"]`, []string{`1:21: "a b" is not one word`}},
		{"expression", `dictionary.protect = ['(']`, []string{"1:23: error parsing regexp: missing closing ): `(`"}},
		{"empty expression", `dictionary.protect = ['a*']`, []string{"1:23: the expression matches the empty text, and that is everywhere"}},
		{"no before", "[[dictionary.replace]]\nafter = \"\"", []string{"1:14: dictionary.replace has no before"}},
		{"no after", "[[dictionary.replace]]\nbefore = \"a\"", []string{`1:14: dictionary.replace has no after, which is "" to remove something`}},
		{"by itself", "[[dictionary.replace]]\nbefore = \"a\"\nafter = \"a\"", []string{`1:14: dictionary.replace replaces "a" by itself`}},

		{"no paths", "[[override]]\nera = \"1901\"", []string{"1:3: the override has no paths, which say what files it is for"}},
		{"paths elsewhere", "[[override]]\npaths = [\"../a\"]", []string{"2:10: patterns are for paths below the folder of the settings file, without / or . or .. before them"}},
		{"paths of a folder", "[[override]]\npaths = [\"a/\"]", []string{`2:10: the pattern "a/" matches no file; did you mean "a/**"?`}},
		{"not to override", "[[override]]\npaths = [\"a\"]\njobs = 2\ncheck.output = \"x\"", []string{
			"3:1: jobs is the same for all files; it can't be overridden",
			"4:7: output is the same for all files; it can't be overridden",
		}},

		{"all of it", "jobs = 0\n[check]\nmin-confidence = 2\nmode = 1\n[dictionary]\nwords = [\"\", 1]", []string{
			"1:8: jobs is 1 to 1024, not 0",
			"3:18: check.min-confidence is 0 to 1, not 2",
			`4:1: there is no key "mode" in check; it belongs before [check]`,
			`6:10: "" is not one word`,
			"6:14: each element of dictionary.words is a string, not a whole number",
		}},
		{"no TOML", "mode = \"ä\" ö\n", []string{"1:12: expected newline but got U+00F6 'ö'"}},
		{"an umlaut in a key", "era = \"auto\"\nstädte = 1", []string{"2:3: expected '=' after key"}},
		{"no UTF-8", "era = \"\xff\"", []string{"1:8: invalid UTF-8 character in basic string"}},
		{"an end too early", "era =", []string{"1:5: expected value, not end of input"}},
		{"twice", "jobs = 1\n\njobs = 2", []string{"3:1: key jobs is already defined"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := parse("dir/klartext.toml", []byte(tt.text))
			require.Error(t, err)
			got := strings.Split(err.Error(), "\n")
			require.Len(t, got, len(tt.want), "%s", err)
			for i, want := range tt.want {
				assert.Equal(t, "dir/klartext.toml:"+want, got[i])
			}
			var p *Problem
			assert.True(t, errors.As(err, &p))
		})
	}
}

func TestLoadUnreadable(t *testing.T) {
	dir := t.TempDir()
	_, err := Load(filepath.Join(dir, "none"))
	assert.ErrorIs(t, err, os.ErrNotExist)
	assert.ErrorContains(t, err, "reading settings: ")

	long := filepath.Join(dir, "long.toml")
	require.NoError(t, os.WriteFile(long, []byte(strings.Repeat("#", MaxSize+1)), 0o644))
	_, err = Load(long)
	assert.EqualError(t, err, "reading settings: "+long+" is longer than 1 MiB, which no settings file is")
	require.NoError(t, os.Truncate(long, MaxSize))
	_, err = Load(long)
	assert.NoError(t, err)
}

// TestLoadHostile files in little time.
func TestLoadHostile(t *testing.T) {
	for name, text := range map[string]string{
		"long line":   "only = [" + strings.Repeat("1,", MaxSize/8) + "]",
		"deep list":   "a = " + strings.Repeat("[", MaxSize/2),
		"deep table":  "a = " + strings.Repeat("{a=", 9000) + "1" + strings.Repeat("}", 9000),
		"long key":    "a" + strings.Repeat(".a", 1<<14) + " = 1",
		"many tables": strings.Repeat("[[override]]\n", MaxSize/64),
	} {
		t.Run(name, func(t *testing.T) {
			begin := time.Now()
			_, err := parse(Name, []byte(text))
			assert.Error(t, err)
			assert.Less(t, time.Since(begin), time.Minute)
		})
	}
}

func TestLoadMark(t *testing.T) {
	f := loaded(t, "\ufeffera = \"1901\"\r\njobs = 3\r\n")
	s := f.For("-")
	assert.Equal(t, words.Era1901, s.Era.Value)
	assert.Equal(t, 2, s.Jobs.Origin.Line)
}

// TestFixers are those of a pipeline.
func TestFixers(t *testing.T) {
	pipeline, err := normalize.New()
	require.NoError(t, err)
	var names []string
	for _, f := range pipeline.Fixers() {
		names = append(names, f.Name())
	}
	assert.Equal(t, names, fixers())
}
