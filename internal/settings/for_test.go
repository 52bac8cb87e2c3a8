package settings

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"

	"klartext/normalize/words"
)

const overridden = `mode = "aggressive"
only = ["words", "decode"]
skip = ["typography"]

[dictionary]
words = ["Klartext"]
files = ["names.txt", "/abs.dic"]

[check]
disable = ["words"]

[[override]]
paths = ["letters/**", "*.alto.xml"]
era = "historic"
only = ["characters"]
dictionary = { words = ["Thür"] }

[[override]]
paths = ["letters/late/*"]
era = "1901"
skip = []
[override.dictionary]
words = ["That"]
protect = ['\d']
[[override.dictionary.replace]]
before = "ſ"
after = ""
[override.check]
min-confidence = 1
disable = ["typography/quotes"]
`

func TestFor(t *testing.T) {
	f := loaded(t, overridden)
	for _, tt := range []struct {
		path       string
		era        words.Era
		only, skip []string
		words      []string
	}{
		{"a.txt", words.EraAuto, []string{"words", "decode"}, []string{"typography"}, []string{"Klartext"}},
		{"letters/a.txt", words.EraHistoric, []string{"characters"}, []string{"typography"}, []string{"Klartext", "Thür"}},
		{"x/letters/a.txt", words.EraAuto, []string{"words", "decode"}, []string{"typography"}, []string{"Klartext"}},
		{"x/b.alto.xml", words.EraHistoric, []string{"characters"}, []string{"typography"}, []string{"Klartext", "Thür"}},
		{"../b.alto.xml", words.EraHistoric, []string{"characters"}, []string{"typography"}, []string{"Klartext", "Thür"}},
		{"letters/../a.txt", words.EraAuto, []string{"words", "decode"}, []string{"typography"}, []string{"Klartext"}},
		{"letters/late/a.txt", words.Era1901, []string{"characters"}, []string{}, []string{"Klartext", "Thür", "That"}},
	} {
		s := f.For(filepath.Join(f.dir, tt.path))
		assert.Equal(t, words.Aggressive, s.Mode.Value, tt.path)
		assert.Equal(t, tt.era, s.Era.Value, tt.path)
		assert.Equal(t, tt.only, s.Only.Value, tt.path)
		assert.Equal(t, tt.skip, s.Skip.Value, tt.path)
		assert.Equal(t, tt.words, s.Dictionary.Words.All(), tt.path)
	}
}

func TestForStdin(t *testing.T) {
	f := loaded(t, "[[override]]\npaths = [\"**\"]\nera = \"1901\"")
	for path, want := range map[string]words.Era{"": words.EraAuto, "-": words.EraAuto, filepath.Join(f.dir, "a"): words.Era1901} {
		assert.Equal(t, want, f.For(path).Era.Value, path)
	}
}

func TestForRelativeInput(t *testing.T) {
	f := loaded(t, overridden)
	t.Chdir(f.dir)
	assert.Equal(t, words.EraHistoric, f.For("letters/a.txt").Era.Value)
	assert.Equal(t, words.EraHistoric, f.For("./letters/a.txt").Era.Value)
}

// TestForIsIndependent of what was asked for before.
func TestForIsIndependent(t *testing.T) {
	f := loaded(t, overridden)
	a := f.For(filepath.Join(f.dir, "letters/a"))
	b := f.For(filepath.Join(f.dir, "letters/late/b"))
	_ = f.For(filepath.Join(f.dir, "letters/c"))
	assert.Equal(t, []string{"Klartext", "Thür"}, a.Dictionary.Words.All())
	assert.Equal(t, []string{"Klartext", "Thür", "That"}, b.Dictionary.Words.All())
}

func TestForNoFile(t *testing.T) {
	var f *File
	assert.Equal(t, Defaults(), f.For("a.txt"))
}

func TestPathsAreRelativeToTheFile(t *testing.T) {
	f := loaded(t, overridden)
	s := f.For("-")
	assert.Equal(t, []string{filepath.Join(f.dir, "names.txt"), filepath.FromSlash("/abs.dic")}, s.Dictionary.Files.All())
	s = loaded(t, `profiles = ["a/../my.profile"]`).For("")
	assert.True(t, filepath.IsAbs(s.Profiles.Value[0]))
	assert.Equal(t, "my.profile", filepath.Base(s.Profiles.Value[0]))
}
