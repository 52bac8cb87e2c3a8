package main

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/internal/batch"
	"klartext/internal/files"
)

// TestKilledRunsResume kills a batch three times, at random, and resumes it: the
// folder is then the same, byte for byte, as that of a run left in peace.
func TestKilledRunsResume(t *testing.T) {
	dir := t.TempDir()
	makeScans(t, filepath.Join(dir, "scans"))
	fix := func(out string, more ...string) *exec.Cmd {
		cmd := exec.Command("klartext", append([]string{"fix", "-q", "-j", "2", "-o", out, "scans"}, more...)...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1000000000")
		return cmd
	}
	begun := time.Now()
	require.Error(t, fix("peace").Run(), "one file is broken")
	took := time.Since(begun)
	random := rand.New(rand.NewPCG(1, 2))
	for range 3 {
		cmd := fix("killed", "--resume")
		require.NoError(t, cmd.Start())
		time.Sleep(time.Duration(random.Float64() * 0.7 * float64(took)))
		require.NoError(t, cmd.Process.Kill())
		// That it was killed is no news.
		_ = cmd.Wait()
	}
	assert.Error(t, fix("killed", "--resume").Run())
	assert.Equal(t, contents(t, filepath.Join(dir, "peace")), contents(t, filepath.Join(dir, "killed")))
	_, intact, err := batch.Verify(files.OS{}, filepath.Join(dir, "killed"))
	require.NoError(t, err)
	assert.Equal(t, scans, intact+1, "all but the broken one; the inputs were read from another folder")
}

// TestKilledWritesAreTakenUp kills runs that rewrite a folder in place and keep the
// originals. The last run, left in peace, comes to what one run does, and sweeps away
// what the others left.
func TestKilledWritesAreTakenUp(t *testing.T) {
	dir := t.TempDir()
	fix := func(folder string) *exec.Cmd {
		cmd := exec.Command("klartext", "fix", "-q", "-j", "2", "--write", "--backup", ".orig", "--include", "*[lrt]", folder)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1000000000")
		return cmd
	}
	makeScans(t, filepath.Join(dir, "peace"))
	makeScans(t, filepath.Join(dir, "killed"))
	begun := time.Now()
	require.Error(t, fix("peace").Run(), "one file is broken")
	took := time.Since(begun)
	// It is swept by the run that first writes into its folder, whichever that is.
	require.NoError(t, os.WriteFile(filepath.Join(dir, "killed", "0", ".klartext-7.tmp"), []byte("half"), 0o600))
	random := rand.New(rand.NewPCG(1, 2))
	for range 3 {
		cmd := fix("killed")
		require.NoError(t, cmd.Start())
		time.Sleep(time.Duration(random.Float64() * 0.7 * float64(took)))
		require.NoError(t, cmd.Process.Kill())
		// That it was killed is no news.
		_ = cmd.Wait()
	}
	assert.Error(t, fix("killed").Run(), "one file is broken")
	assert.Equal(t, contents(t, filepath.Join(dir, "peace")), contents(t, filepath.Join(dir, "killed")))
}

// scans is how many files makeScans makes.
const scans = 25

// makeScans fills a folder with pages of several formats, one of them broken.
func makeScans(t *testing.T, dir string) {
	t.Helper()
	paths, err := filepath.Glob("../../testdata/formats/nachrichten*[lr]")
	require.NoError(t, err)
	texts, err := filepath.Glob("../../testdata/articles/*/eng.ocr.txt")
	require.NoError(t, err)
	paths = append(paths, texts...)
	for i := range scans {
		data, err := os.ReadFile(paths[i%len(paths)])
		require.NoError(t, err)
		if i == 3 {
			data = []byte("<alto>")
		}
		path := filepath.Join(dir, fmt.Sprint(i%4), fmt.Sprintf("%02d-%s", i, filepath.Base(paths[i%len(paths)])))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
		require.NoError(t, os.WriteFile(path, data, 0o644))
	}
}

// contents are all files below dir.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := make(map[string]string)
	require.NoError(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		all[strings.TrimPrefix(path, dir)] = string(data)
		return err
	}))
	return all
}
