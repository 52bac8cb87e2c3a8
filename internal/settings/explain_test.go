package settings

import (
	"errors"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/normalize/words"
)

func TestOrigins(t *testing.T) {
	f := loaded(t, overridden)
	s := f.For(filepath.Join(f.dir, "letters/late/a.txt"))
	s.Encoding = FromFlag("--encoding", "cp1252")
	got := map[string]string{}
	for _, row := range s.Rows() {
		got[row.Key] = row.Value + " " + row.Origin()
	}
	for key, want := range map[string]string{
		"mode":                 `"aggressive" klartext.toml:1`,
		"era":                  `"1901" override 2 (klartext.toml:20)`,
		"encoding":             `"cp1252" flag --encoding`,
		"only":                 `["characters"] override 1 (klartext.toml:15)`,
		"skip":                 `[] override 2 (klartext.toml:21)`,
		"fold-long-s":          "false default",
		"provenance":           "true default",
		"include":              "[] default",
		"dictionary.words":     `["Klartext", "Thür", "That"] klartext.toml:6, override 1 (klartext.toml:16), override 2 (klartext.toml:23)`,
		"dictionary.protect":   `['\d'] override 2 (klartext.toml:24)`,
		"dictionary.replace":   `[{ before = "ſ", after = "" }] override 2 (klartext.toml:25)`,
		"check.output":         `"human" default`,
		"check.min-confidence": "1 override 2 (klartext.toml:29)",
		"check.fail-rate":      `"0%" default`,
		"check.disable":        `["typography/quotes"] override 2 (klartext.toml:30)`,
	} {
		assert.Equal(t, want, got[key], key)
	}
	assert.Len(t, got, 23)
}

func TestExplain(t *testing.T) {
	s := loaded(t, "\nmode = \"conservative\"\ncheck.fail-rate = \"0.5 %\"\n").For("")
	s.Jobs = FromFlag("--jobs", 3)
	var out strings.Builder
	require.NoError(t, Explain(&out, s))
	lines := strings.Split(out.String(), "\n")
	assert.Equal(t, `mode = "conservative"                    # klartext.toml:2`, lines[0])
	assert.Equal(t, `era = "auto"                             # default`, lines[1])
	assert.Contains(t, lines, `jobs = 3                                 # flag --jobs`)
	assert.Contains(t, lines, `check.fail-rate = "0.5%"                 # klartext.toml:3`)
	assert.EqualError(t, Explain(full{}, s), "full")
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestWrap(t *testing.T) {
	wrong := errors.New("wrong")
	assert.EqualError(t, Origin{File: "a/klartext.toml", Line: 3, Override: 1}.Wrap(wrong), "a/klartext.toml:3: wrong")
	assert.EqualError(t, Origin{Flag: "--mode"}.Wrap(wrong), "--mode: wrong")
	assert.Equal(t, wrong, Origin{}.Wrap(wrong))
	assert.NoError(t, Origin{Flag: "--mode"}.Wrap(nil))
	assert.ErrorIs(t, Origin{Flag: "--mode"}.Wrap(wrong), wrong)
}

// TestExample sets every key to its default.
func TestExample(t *testing.T) {
	s := loaded(t, Example).For("a.txt")
	set, defaults := s.Rows(), Defaults().Rows()
	for i, row := range set {
		assert.Equal(t, defaults[i].Value, row.Value, row.Key)
		isSet := !strings.HasPrefix(row.Key, "dictionary.") && row.Key != "jobs"
		assert.Equal(t, isSet, row.Origins[0] != Origin{}, row.Key)
		_, name, isBelow := strings.Cut(row.Key, ".")
		if !isBelow {
			name = row.Key
		}
		assert.Regexp(t, `(?m)^#?(\[\[dictionary\.)?`+name+`( =|\]\])`, Example)
	}
}

// TestExampleCommentedOut is right without the # before keys, too.
func TestExampleCommentedOut(t *testing.T) {
	f := loaded(t, regexp.MustCompile(`(?m)^#(\S)`).ReplaceAllString(Example, "$1"))
	s := f.For(filepath.Join(f.dir, "letters/a.txt"))
	assert.Equal(t, words.EraHistoric, s.Era.Value)
	assert.Equal(t, 2, s.Jobs.Value)
	assert.Equal(t, []Replacement{{"Kiartext", "Klartext", "the name of the journal"}}, s.Dictionary.Replace.All())
}
