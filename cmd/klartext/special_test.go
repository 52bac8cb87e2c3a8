//go:build unix

package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/internal/batch"
	"klartext/internal/files"
)

// pipe makes a named pipe that yields content once.
func pipe(t *testing.T, path, content string) {
	t.Helper()
	require.NoError(t, syscall.Mkfifo(path, 0o644))
	go func() {
		if file, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil {
			_, _ = io.WriteString(file, content) // nobody may read on
			_ = file.Close()
		}
	}()
}

// TestPipesAreReadOnce wants all of a pipe, also of one that is too long to be held: it
// must not be opened again.
func TestPipesAreReadOnce(t *testing.T) {
	for name, content := range map[string]string{
		"short": "Er ﬁndet es.\n",
		"long":  strings.Repeat("Er ﬁndet es, und sie ﬂiegt.\n", (maxWhole+maxWhole/8)/32),
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			want := strings.NewReplacer("ﬁ", "fi", "ﬂ", "fl").Replace(content)
			path := filepath.Join(dir, "page.txt")
			pipe(t, path, content)
			code, stdout, stderr := fixed(nil, path)
			assert.Equal(t, exitDone, code, stderr)
			assert.True(t, want == stdout, "%d bytes instead of %d", len(stdout), len(want))

			path = filepath.Join(dir, "other.txt")
			pipe(t, path, content)
			out := filepath.Join(dir, "out")
			code, _, stderr = fixed(nil, "-q", "-o", out, "--resume", path)
			assert.Equal(t, exitDone, code, stderr)
			written, err := os.ReadFile(filepath.Join(out, "other.txt"))
			require.NoError(t, err)
			assert.True(t, want == string(written), "%d bytes instead of %d", len(written), len(want))
			entries, err := batch.ReadManifest(files.OS{}, out)
			require.NoError(t, err)
			assert.Equal(t, batch.Sum([]byte(content)), entries["other.txt"].InputSHA256)
			assert.EqualValues(t, len(content), entries["other.txt"].InputBytes)
		})
	}
}

// TestDevices wants an answer from devices that have no end, and errors of those that
// are full.
func TestDevices(t *testing.T) {
	for _, tt := range []struct {
		name, stderr string
		code         int
		args         []string
	}{
		{"nothing", "", exitDone, []string{"/dev/null"}},
		{"NULs without end", "cleaning /dev/zero: decoding: input is binary", exitFailure, []string{"/dev/zero"}},
		{"nothing to a folder", "", exitDone, []string{"-o", "{}", "/dev/null"}},
		{"in place", "is not a regular file and cannot be rewritten", exitFailure, []string{"--write", "/dev/null"}},
		{"a full list", "writing the list of changes /dev/full: no space left on device", exitFailure, []string{"-o", "{}", "--changes", "/dev/full", "testdata/sample.txt"}},
		{"a list for nobody", "", exitDone, []string{"-o", "{}", "--changes", "/dev/null", "testdata/sample.txt"}},
		{"a folder that is a device", "making /dev/null: not a directory", exitFailure, []string{"-o", "/dev/null", "testdata/sample.txt"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			for i := range tt.args {
				tt.args[i] = strings.ReplaceAll(tt.args[i], "{}", dir)
			}
			code, _, stderr := fixed(nil, tt.args...)
			assert.Equal(t, tt.code, code, stderr)
			assert.Contains(t, stderr, tt.stderr)
		})
	}
}
