package settings

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// FuzzParse checks that whatever loads is explained as a file that loads as the same.
func FuzzParse(f *testing.F) {
	f.Add(Example)
	f.Add(overridden)
	f.Add("only = [\"wrods\"]\n[check]\njobs = 1")
	f.Add("model = \"a'\\\\\\u007f\\t\"\ncheck.min-confidence = -0.0\ncheck.fail-rate = \"1e-7%\"")
	f.Fuzz(func(t *testing.T, text string) {
		file, err := parse("/settings/klartext.toml", []byte(text))
		if err != nil {
			assert.Regexp(t, `^/settings/klartext.toml:[1-9][0-9]*:[1-9][0-9]*: `, err.Error())
			return
		}
		for _, input := range []string{"-", "/settings/letters/late/a.txt"} {
			s := file.For(filepath.FromSlash(input))
			var out strings.Builder
			require.NoError(t, Explain(&out, s))
			again, err := parse("/settings/klartext.toml", []byte(out.String()))
			require.NoError(t, err, out.String())
			want := s.Rows()
			for i, row := range again.For("-").Rows() {
				assert.Equal(t, want[i].Value, row.Value, row.Key)
			}
		}
	})
}
