package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/pflag"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/internal/files"
)

// TestLargeFilesAreStreamed checks every way out for files above the limit.
func TestLargeFilesAreStreamed(t *testing.T) {
	const dirty, clean = "Er ﬁndet es.\nUnd ﬂiegt.\n", "Er findet es.\nUnd fliegt.\n"
	for _, c := range []struct {
		name, input    string
		write, toFile  bool
		stdout, stored string // stored is what the job's output holds then
	}{
		{"to standard output", dirty, false, false, clean, ""},
		{"to a folder", dirty, false, true, "", clean},
		{"in place", dirty, true, true, "", clean},
		{"in place, clean already", clean, true, true, "", clean},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			j := job{name: filepath.Join(dir, "page.txt")}
			require.NoError(t, os.WriteFile(j.name, []byte(c.input), 0o640))
			if c.toFile {
				j.output = filepath.Join(dir, "out.txt")
			}
			if c.write {
				j.output = j.name
			}
			given := pflag.NewFlagSet("", pflag.ContinueOnError)
			given.String("only", "", "")
			require.NoError(t, given.Set("only", "characters"))
			engine, err := newEngine(engineOptions{only: []string{"characters"}, isolated: true}, given, files.OS{})
			require.NoError(t, err)
			var stdout, stderr, logged strings.Builder
			log := &changeLog{encoder: json.NewEncoder(&logged)}
			cl := &cleaner{
				engine: engine, files: &replacer{}, options: fixOptions{write: c.write}, maxWhole: 1,
				log: log, observers: []observer{log},
				stdout: &stdout, stderr: &stderr,
			}
			require.NoError(t, cl.all([]job{j}), stderr.String())
			assert.Equal(t, c.stdout, stdout.String())
			assert.Equal(t, strings.Count(c.input, "ﬁ")+strings.Count(c.input, "ﬂ"), strings.Count(logged.String(), "\n"))
			if c.toFile {
				data, err := os.ReadFile(j.output)
				require.NoError(t, err)
				assert.Equal(t, c.stored, string(data))
			}
		})
	}
}

// TestSomebodyElseWrites has a file changed between reading and rewriting it.
func TestSomebodyElseWrites(t *testing.T) {
	path := filepath.Join(t.TempDir(), "page.txt")
	require.NoError(t, os.WriteFile(path, []byte("Er ﬁndet."), 0o644))
	cl := &cleaner{files: &replacer{}, options: fixOptions{write: true, backup: ".orig"}, maxWhole: maxWhole}
	in, err := cl.readFile(path)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(path, []byte("Sie findet mehr."), 0o644))
	err = cl.store(job{name: path, output: path}, in, false, "Er findet.")
	assert.ErrorContains(t, err, "writing "+path+": somebody has changed it since it was read")
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, "Sie findet mehr.", string(data))
	assert.Equal(t, []string{"page.txt"}, names(t, filepath.Dir(path)))
}
