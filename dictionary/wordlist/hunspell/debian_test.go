package hunspell

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// debian is the German dictionary of a Debian system, which this project neither
// holds nor needs.
const debian = "/usr/share/hunspell/de_DE.dic"

// TestAgainstHunspell compares the forms of a large dictionary with what the
// program hunspell takes for words, both ways.
func TestAgainstHunspell(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	if _, err := os.Stat(debian); err != nil {
		t.Skip("needs the package hunspell-de-de")
	}
	if _, err := exec.LookPath("hunspell"); err != nil {
		t.Skip("needs the package hunspell")
	}
	base := withoutCompounds(t)
	forms := make(map[string]bool)
	require.NoError(t, Read(base+".dic", func(f Form) { forms[f.Text] = true }))
	assert.Greater(t, len(forms), 200_000)
	var sample, guesses []string
	i := 0
	for f := range forms {
		if strings.ContainsAny(f, "-.'’") {
			continue // hunspell divides the text there
		}
		if i++; i%10 == 0 {
			sample = append(sample, f)
			guesses = append(guesses, "un"+f, f+"e", f+"s", f+"in", f+"en", "ver"+f)
		}
	}
	assert.Empty(t, refused(t, base, sample), "forms that hunspell does not know")
	wrong := make(map[string]bool)
	for _, w := range refused(t, base, guesses) {
		wrong[w] = true
	}
	var missing []string
	for _, g := range guesses {
		if !wrong[g] && !forms[g] && !forms[strings.ToLower(g)] {
			missing = append(missing, g)
		}
	}
	assert.Empty(t, missing, "words of hunspell that are no forms")
}

// withoutCompounds copies the dictionary without the options that let hunspell
// put words together, which is not what is compared.
func withoutCompounds(t *testing.T) (base string) {
	base = filepath.Join(t.TempDir(), "de")
	for _, ext := range []string{".aff", ".dic"} {
		data, err := os.ReadFile(strings.TrimSuffix(debian, ".dic") + ext)
		require.NoError(t, err)
		if ext == ".aff" {
			data = regexp.MustCompile(`(?m)^(COMPOUND|BREAK|CHECKSHARPS|WORDCHARS).*$`).ReplaceAll(data, nil)
			data = append(data, "\nBREAK 0\n"...)
		}
		require.NoError(t, os.WriteFile(base+ext, data, 0o600))
	}
	return base
}

// refused returns the words that hunspell takes for wrong.
func refused(t *testing.T, base string, words []string) []string {
	cmd := exec.Command("hunspell", "-d", base, "-i", "UTF-8", "-l")
	cmd.Stdin = strings.NewReader(strings.Join(words, "\n") + "\n")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	require.NoError(t, err)
	return strings.Fields(string(out))
}
