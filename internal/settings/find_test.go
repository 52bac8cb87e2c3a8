package settings

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// written makes an empty file, and the folders it is in.
func written(t *testing.T, parts ...string) string {
	t.Helper()
	path := filepath.Join(parts...)
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
	require.NoError(t, os.WriteFile(path, nil, 0o666))
	return path
}

// finder has that home, and XDG_CONFIG_HOME if xdg is not "".
func finder(home, xdg string) Finder {
	return Finder{
		Getenv: func(name string) string {
			if name == "XDG_CONFIG_HOME" {
				return xdg
			}
			return ""
		},
		Home: func() (string, error) {
			if home == "" {
				return "", errors.New("no home")
			}
			return home, nil
		},
	}
}

func TestFindUpward(t *testing.T) {
	dir, home := t.TempDir(), t.TempDir()
	written(t, home, ".config/klartext/config.toml")
	above := written(t, dir, Name)
	nearest := written(t, dir, "a/b", Name)
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "x", Name), 0o777), "a folder of that name")
	input := written(t, dir, "a/b/c/page.txt")
	for start, want := range map[string]string{
		input:                             nearest,
		filepath.Join(dir, "a/b"):         nearest,
		filepath.Join(dir, "a/b/none"):    nearest,
		filepath.Join(dir, "a"):           above,
		filepath.Join(dir, "no/ne/x.txt"): above,
		filepath.Join(dir, "x"):           above,
		filepath.Join(input, "below"):     nearest,
	} {
		got, err := finder(home, "").Find(start)
		assert.NoError(t, err, start)
		assert.Equal(t, want, got, start)
	}
	t.Chdir(filepath.Join(dir, "a/b/c"))
	for _, start := range []string{"", "-", "page.txt", "."} {
		got, err := finder(home, "").Find(start)
		assert.NoError(t, err, start)
		assert.Equal(t, nearest, got, start)
	}
}

func TestFindOfUser(t *testing.T) {
	dir, home, xdg := t.TempDir(), t.TempDir(), t.TempDir()
	ofHome := written(t, home, ".config/klartext/config.toml")
	ofXDG := written(t, xdg, "klartext/config.toml")
	for name, tt := range map[string]struct{ home, xdg, want string }{
		"home":                {home, "", ofHome},
		"XDG_CONFIG_HOME":     {home, xdg, ofXDG},
		"a relative one":      {home, "xdg", ofHome},
		"one that is missing": {home, dir, ""},
		"no home":             {"", "", ""},
		"an empty home":       {dir, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := finder(tt.home, tt.xdg).Find(dir)
			assert.NoError(t, err)
			assert.Equal(t, tt.want, got)
		})
	}
}

func TestFindFails(t *testing.T) {
	dir := t.TempDir()
	loop := filepath.Join(dir, Name)
	require.NoError(t, os.Symlink(loop, loop))
	_, err := finder("", "").Find(dir)
	assert.ErrorContains(t, err, "looking for settings: stat "+loop)
}
