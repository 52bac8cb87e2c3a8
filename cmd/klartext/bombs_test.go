package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/internal/compressed"
)

// hostileFull tells that hostile inputs are wanted in their full size, which takes
// minutes and gigabytes: docs/benchmarks/hostile.sh.
func hostileFull() bool { return os.Getenv("KLARTEXT_HOSTILE") == "full" }

// fixed runs klartext fix in this process.
func fixed(stdin io.Reader, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = execute(append([]string{"fix", "--isolated", "--only", "characters"}, args...), stdin, &out, &errs, &replacer{})
	return code, out.String(), errs.String()
}

// repeated yields piece again and again.
type repeated struct {
	piece string
	at    int
}

func (r *repeated) Read(p []byte) (int, error) {
	for n := 0; n < len(p); {
		m := copy(p[n:], r.piece[r.at:])
		n, r.at = n+m, (r.at+m)%len(r.piece)
	}
	return len(p), nil
}

// bomb writes a small file that is size bytes long when it is decompressed.
func bomb(t *testing.T, path, head, piece string, size int64) {
	t.Helper()
	file, err := os.Create(path)
	require.NoError(t, err)
	w, err := compressed.Of(path).NewWriter(file)
	require.NoError(t, err)
	_, err = io.Copy(w, io.LimitReader(io.MultiReader(strings.NewReader(head), &repeated{piece: piece}), size))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	require.NoError(t, file.Close())
}

// watched counts what is written, and looks now and then how much memory is in use.
type watched struct {
	n    int64
	heap uint64
}

func (w *watched) Write(p []byte) (int, error) {
	if w.n>>25 != (w.n+int64(len(p)))>>25 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		w.heap = max(w.heap, m.HeapInuse)
	}
	w.n += int64(len(p))
	return len(p), nil
}

// TestBombs streams texts of any length in bounded memory, and refuses pages beyond the
// limit.
func TestBombs(t *testing.T) {
	size := int64(100 << 20)
	if hostileFull() {
		size = 4 << 30
	}
	dir := t.TempDir()
	for _, ending := range []string{".gz", ".zst"} {
		path := filepath.Join(dir, "bomb.txt"+ending)
		bomb(t, path, "", "Er findet es.\n", size)
		var out watched
		var stderr strings.Builder
		code := execute([]string{"fix", "--isolated", "--only", "characters", path}, nil, &out, &stderr, &replacer{})
		assert.Equal(t, exitDone, code, stderr.String())
		assert.Equal(t, size, out.n)
		assert.Less(t, out.heap, uint64(512<<20), "bytes of memory")
	}
	if !hostileFull() {
		return
	}
	for _, command := range []string{"fix", "text"} {
		path := filepath.Join(dir, "bomb.xml.gz")
		bomb(t, path, `<alto><TextBlock><TextLine><String CONTENT="`, "a", 2<<30)
		var stderr strings.Builder
		code := execute([]string{command, "--isolated", path}, nil, io.Discard, &stderr, &replacer{})
		assert.Equal(t, exitFailure, code)
		assert.Contains(t, stderr.String(), "bomb.xml.gz: is larger than 512 MiB")
	}
}

// TestEndlessAttribute wants an end of reading XML that has none.
func TestEndlessAttribute(t *testing.T) {
	if !hostileFull() {
		t.Skip("takes gigabytes: docs/benchmarks/hostile.sh")
	}
	in := io.MultiReader(strings.NewReader(`<alto><TextBlock><TextLine><String CONTENT="`), &repeated{piece: "a"})
	code, stdout, stderr := fixed(in)
	assert.Equal(t, exitFailure, code)
	assert.Empty(t, stdout)
	assert.Contains(t, stderr, "standard input: is larger than 512 MiB")
}

// TestCutOff cuts compressed files off at many places, and damages them: nothing is
// written of what has no right end.
func TestCutOff(t *testing.T) {
	text := strings.Repeat("Er ﬁndet es, und sie ﬂiegt. ", 10)
	for _, ending := range []string{".gz", ".zst"} {
		dir := t.TempDir()
		var b bytes.Buffer
		require.NoError(t, compressedCopy("x"+ending, &b, writesString(text)))
		out := filepath.Join(dir, "out")
		for n := 1; n < b.Len(); n += 3 {
			path := filepath.Join(dir, "page.txt"+ending)
			require.NoError(t, os.WriteFile(path, b.Bytes()[:n], 0o644))
			code, _, stderr := fixed(nil, "-o", out, path)
			require.Equal(t, exitFailure, code, "%d bytes", n)
			require.Contains(t, stderr, path+": decompressing: ", "%d bytes", n)
			require.Empty(t, names(t, out), "%d bytes", n)
		}
		path := filepath.Join(dir, "page.txt"+ending)
		require.NoError(t, os.WriteFile(path, append(b.Bytes(), "more"...), 0o644))
		code, _, stderr := fixed(nil, "-o", out, path)
		assert.Equal(t, exitFailure, code)
		assert.Contains(t, stderr, "decompressing: ")
		assert.Empty(t, names(t, out))
	}
}

// TestCutOffInTheMidst rewrites an archive that is streamed and has no right end: the
// old one stays.
func TestCutOffInTheMidst(t *testing.T) {
	path := filepath.Join(t.TempDir(), "page.txt.gz")
	bomb(t, path, "", "Er ﬁndet es.\n", maxWhole+maxWhole/2)
	info, err := os.Stat(path)
	require.NoError(t, err)
	require.NoError(t, os.Truncate(path, info.Size()-9))
	before, err := os.ReadFile(path)
	require.NoError(t, err)
	code, _, stderr := fixed(nil, "--write", "--backup", ".orig", path)
	assert.Equal(t, exitFailure, code)
	assert.Contains(t, stderr, path+": reading: decompressing: unexpected EOF")
	after, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(before, after))
	assert.Equal(t, []string{"page.txt.gz"}, names(t, filepath.Dir(path)))
}
