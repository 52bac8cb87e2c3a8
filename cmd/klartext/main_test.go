package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/assert"

	"klartext/internal/files"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"klartext": main})
}

// TestScripts runs klartext as its users do; see testdata/script.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"compress":       compress,
			"cut-off":        cutOff,
			"decompress":     decompress,
			"exits":          exits,
			"is-link":        isLink,
			"link":           link,
			"mode":           mode,
			"no-temporaries": noTemporaries,
			"nul-ended":      nulEnded,
			"odd-name":       oddName,
			"same":           same,
		},
		Condition: func(cond string) (bool, error) { return false, errors.New("no condition " + cond) },
	})
}

// compress NEW FILE compresses a file as the new one's name says.
func compress(ts *testscript.TestScript, _ bool, args []string) {
	var b bytes.Buffer
	ts.Check(compressedCopy(args[0], &b, writesString(ts.ReadFile(args[1]))))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o644))
}

// decompress FILE NEW decompresses a file.
func decompress(ts *testscript.TestScript, _ bool, args []string) {
	r, err := openCompressed(files.OS{}, ts.MkAbs(args[0]))
	ts.Check(err)
	defer r.Close()
	data, err := io.ReadAll(r)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), data, 0o644))
}

// nul-ended FILE NAME... writes names to a file, each ended by a NUL.
func nulEnded(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Join(args[1:], "\x00")+"\x00"), 0o644))
}

// odd-name LIST NAME FILE copies a file to a name that may have \n in it, which is put
// into a list, ended by a NUL.
func oddName(ts *testscript.TestScript, _ bool, args []string) {
	name := strings.ReplaceAll(args[1], `\n`, "\n")
	ts.Check(os.WriteFile(ts.MkAbs(name), []byte(ts.ReadFile(args[2])), 0o644))
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(name+"\x00"), 0o644))
}

// cut-off FILE N takes the last N bytes from a file.
func cutOff(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	info, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), info.Size()-n))
}

// exits CODE COMMAND ARGS... runs a command that must end with the exit code.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	code := 0
	var ended *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &ended) {
		code = ended.ExitCode()
	} else {
		ts.Check(err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d, not %s", code, args[0])
	}
}

// mode FILE OCTAL checks a file's mode bits.
func mode(ts *testscript.TestScript, _ bool, args []string) {
	info, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	if got := strconv.FormatUint(uint64(info.Mode().Perm()), 8); got != args[1] {
		ts.Fatalf("%s has mode %s, not %s", args[0], got, args[1])
	}
}

// link OLD NEW makes a hard link.
func link(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.Link(ts.MkAbs(args[0]), ts.MkAbs(args[1])))
}

// same A B checks that both names are of one file.
func same(ts *testscript.TestScript, _ bool, args []string) {
	a, err := os.Stat(ts.MkAbs(args[0]))
	ts.Check(err)
	b, err := os.Stat(ts.MkAbs(args[1]))
	ts.Check(err)
	if !os.SameFile(a, b) {
		ts.Fatalf("%s was replaced", args[0])
	}
}

func isLink(ts *testscript.TestScript, _ bool, args []string) {
	info, err := os.Lstat(ts.MkAbs(args[0]))
	ts.Check(err)
	if info.Mode()&fs.ModeSymlink == 0 {
		ts.Fatalf("%s is no symbolic link", args[0])
	}
}

func noTemporaries(ts *testscript.TestScript, _ bool, args []string) {
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".klartext-") {
			ts.Fatalf("%s was left behind", e.Name())
		}
	}
}

// waitingReader tells when it is read from, and then blocks.
type waitingReader struct {
	io.Reader
	reading chan struct{}
}

func (r waitingReader) Read(p []byte) (int, error) {
	close(r.reading)
	return r.Reader.Read(p)
}

func TestInterruptEndsAtOnce(t *testing.T) {
	blocked, _ := io.Pipe()
	stdin := waitingReader{blocked, make(chan struct{})}
	code := make(chan int, 1)
	go func() { code <- run([]string{"fix", "--only", "characters"}, stdin, io.Discard, io.Discard) }()
	<-stdin.reading
	self, err := os.FindProcess(os.Getpid())
	assert.NoError(t, err)
	assert.NoError(t, self.Signal(syscall.SIGINT))
	assert.Equal(t, exitInterrupted, <-code)
}

// brokenWriter fails as a full disk does.
type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestFullDiskIsReported(t *testing.T) {
	for _, args := range [][]string{
		{"fix", "--only", "characters", "testdata/sample.txt"},
		{"fix", "--only", "characters", "--diff", "testdata/sample.txt"},
		{"fix", "--only", "characters"},
		{"fix", "--list-fixers"},
		{"version"},
		{"explain", "Haus"},
		{"explain", "--json", "Haus"},
		{"eval", "--gt", "testdata/sample.txt", "testdata/sample.txt"},
		{"learn", "--gt", "../../testdata/articles/verwaltung", "--gt-suffix", "print.txt", "--ocr", "../../testdata/articles/verwaltung", "--ocr-suffix", "eng.ocr.txt"},
		{"eval", "--json", "--gt", "testdata/sample.txt", "testdata/sample.txt"},
	} {
		var stderr strings.Builder
		code := run(args, strings.NewReader("Er ﬁndet."), brokenWriter{}, &stderr)
		assert.Equal(t, exitFailure, code, args)
		assert.Contains(t, stderr.String(), syscall.ENOSPC.Error(), args)
	}
}
