package report

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestInBrowser opens the page in a browser, by addresses that filter, and looks at
// the rows that it shows then.
func TestInBrowser(t *testing.T) {
	browser := findBrowser()
	if browser == "" {
		t.Skip("no browser here: install chromium to try the page in one")
	}
	path := filepath.Join(t.TempDir(), "report.html")
	require.NoError(t, os.WriteFile(path, []byte(written(t, path, "en")), 0o644))
	for _, tt := range []struct {
		name, hash  string
		want, wrong []string
	}{
		{"all", "", []string{"Page 1 of 1 · 3 places", ">=fir<", ">würde<"}, nil},
		{"by word", "#q=wür", []string{"1 places", ">würde<"}, []string{">a.txt:1:1<"}},
		{"by name of a file", "#q=A.TXT", []string{"2 places"}, nil},
		{"one change exactly", "#q=fir→für", []string{"1 places"}, []string{">a.txt:1:1<"}},
		{"by rule", "#rule=words/context", []string{"1 places", "words/context (suggested)"}, nil},
		{"by confidence", "#min=93", []string{"1 places", ">a.txt:1:1<"}, nil},
		{"suggestions", "#kind=0", []string{"1 places", ">würde<"}, nil},
		{"sorted", "#sort=confidence", []string{`aria-sort="ascending"`, "3 places"}, nil},
		{"nothing fits", "#q=xyz", []string{"0 places", `<p id="none">`}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			page := dump(t, browser, "file://"+path+tt.hash)
			assert.True(t, strings.Contains(page, "<title>klartext report</title>"), "no text of a document is run")
			_, places, found := strings.Cut(page, `id="position"`)
			require.True(t, found)
			for _, s := range tt.want {
				assert.True(t, strings.Contains(places, s), "%q is missing", s)
			}
			for _, s := range tt.wrong {
				assert.False(t, strings.Contains(places, s), "%q is shown", s)
			}
		})
	}
}

func findBrowser() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// dump is the page at an address after its script has run.
func dump(t *testing.T, browser, address string) string {
	t.Helper()
	cmd := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=5000",
		"--user-data-dir="+t.TempDir(), "--dump-dom", address)
	out, err := cmd.Output()
	require.NoError(t, err)
	return string(out)
}
