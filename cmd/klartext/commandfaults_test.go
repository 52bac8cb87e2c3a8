package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/internal/files"
)

// brokenCommand is a command, beside fix, whose file system fails.
type brokenCommand struct {
	name string
	args []string // {} is the folder that the run is in
	// before are the commands that come first, undisturbed.
	before [][]string
	code   int // the exit code, undisturbed
}

var (
	learns     = []string{"learn", "--gt", "{}/truth", "--no-trial", "-o", "{}/p.tsv", "{}/scans"}
	builds     = []string{"model", "build", "-o", "{}/m.ktm", "{}/texts"}
	checks     = []string{"check", "--isolated", "--only", "characters", "--notes", "-j", "1"}
	remembers  = append(checks[:len(checks):len(checks)], "--baseline", "{}/known.json", "--update-baseline", "{}/scans")
	remembered = append(checks[:len(checks):len(checks)], "--baseline", "{}/known.json", "{}/scans")
)

var brokenCommands = []brokenCommand{
	{name: "check", args: append(checks[:len(checks):len(checks)], "{}/scans"), code: exitFindings},
	{name: "check of files in a list", args: append(checks[:len(checks):len(checks)], "--files-from", "{}/.names"), code: exitFindings},
	{name: "check, a new baseline", args: remembers},
	{name: "check, another baseline", args: remembers, before: [][]string{remembers}},
	{name: "check against a baseline", args: remembered, before: [][]string{remembers}},
	{name: "check, statistics", args: []string{"check", "--isolated", "--stats", "-j", "1", "{}/scans"}},
	{name: "learn", args: learns},
	{name: "learn again", args: learns, before: [][]string{learns}},
	{name: "learned", args: []string{"fix", "--isolated", "--profile", "{}/p.tsv", "{}/scans/1.ocr.txt"}, before: [][]string{learns}},
	{name: "eval", args: []string{
		"eval", "--gt", "{}/truth", "--gt-suffix", ".gt.txt", "--ocr", "{}/scans", "--ocr-suffix", ".ocr.txt",
		"--out-suffix", ".ocr.txt", "{}/scans",
	}},
	{name: "model build", args: builds},
	{name: "model show", args: []string{"model", "show", "{}/m.ktm"}, before: [][]string{builds}},
	{name: "dict add", args: []string{"dict", "add", "{}/words.txt", "Neuwort"}},
	{name: "text", args: []string{"text", "--isolated", "--raw", "{}/scans/1.ocr.txt", "{}/scans/2.ocr.txt"}},
}

// TestCommandFaults does to the other commands what TestFaults and TestReadFaults do to
// fix: each operation of reading or writing fails in turn. The command must come to what
// it comes to undisturbed, or fail with a message that names a file and the reason; each
// file must be as it was or as it is to be; and the same command again, undisturbed, must
// come to what it would have come to at first.
func TestCommandFaults(t *testing.T) {
	var tally commandTally
	for _, c := range brokenCommands {
		t.Run(c.name, func(t *testing.T) { c.test(t, &tally) })
	}
	fmt.Printf("%d operations of other commands, %d faults, of which %d made no difference\n",
		tally.operations, tally.faults, tally.withstood)
}

type commandTally struct{ operations, faults, withstood int }

// ending is what a command comes to.
type ending struct {
	code   int
	stdout string
	files  map[string]string
}

func (c brokenCommand) test(t *testing.T, tally *commandTally) {
	writes, reads := &faulty{}, &unreadable{}
	dir := c.begin(t)
	old := contents(t, dir)
	want, stderr := c.run(t, dir, writes)
	require.Equal(t, c.code, want.code, stderr)
	same, _ := c.run(t, c.begin(t), reads)
	require.Equal(t, want, same)
	tally.operations += writes.done + reads.done
	step := 1
	if !hostileFull() {
		step = 7
	}
	for at := 1; at <= writes.done; at += step {
		for _, r := range reasons {
			tally.faults++
			system := &faulty{at: at, reason: r.err, partial: r.partial}
			c.fault(t, tally, system, func() (string, error) { return system.failed, r.err }, old, want)
		}
	}
	for at := 1; at <= reads.done; at += step {
		for _, fault := range readFaults {
			tally.faults++
			system := &unreadable{at: at, fault: fault}
			reason := fault.err
			if reason == nil {
				reason = files.ErrShort
			}
			c.fault(t, tally, system, func() (string, error) { return system.failed, reason }, old, want)
		}
	}
}

// fault runs the command on a system that fails; failed says what has.
func (c brokenCommand) fault(t *testing.T, tally *commandTally, system files.System, failed func() (string, error), old map[string]string, want ending) {
	dir := c.begin(t)
	got, stderr := c.run(t, dir, system)
	operation, reason := failed()
	about := fmt.Sprintf("%s: %v: %s", operation, reason, stderr)
	if assert.ObjectsAreEqual(want, got) {
		tally.withstood++
	} else {
		assert.Equal(t, exitFailure, got.code, about)
		assert.Contains(t, stderr, reason.Error(), about)
		assert.Contains(t, stderr, dir, about)
	}
	for path, content := range got.files {
		before, was := old[path]
		if !(was && content == before) && content != want.files[path] {
			t.Errorf("%s: %s is neither old nor new", about, path)
		}
	}
	for path := range old {
		assert.Contains(t, got.files, path, about)
	}
	again, stderr := c.run(t, dir, &faulty{})
	assert.Equal(t, want, again, "%s; then %s", about, stderr)
	require.NoError(t, os.RemoveAll(dir))
}

// begin makes the files of a run.
func (c brokenCommand) begin(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "klartext-faults-")
	require.NoError(t, err)
	t.Cleanup(func() { os.RemoveAll(dir) })
	sentence := "Der Zwackelbauer ging mit dem Bürgermeister über die Brücke und grüßte. "
	for path, text := range map[string]string{
		"truth/1.gt.txt":  strings.Repeat("für müde Brüder\n", 9),
		"truth/2.gt.txt":  strings.Repeat("über die Brücke\n", 9),
		"scans/1.ocr.txt": strings.Repeat("fiir miide Briider ﬁnden\n", 9),
		"scans/2.ocr.txt": strings.Repeat("iiber die Briicke ﬁel\n", 9),
		"texts/1.txt":     strings.Repeat(sentence+"\n", 80),
		"texts/2.txt":     strings.Repeat(sentence+"Es regnete.\n", 40),
		"words.txt":       "Zwackelbauer\n",
		".names":          "{}/scans/1.ocr.txt\n{}/scans/2.ocr.txt\n",
	} {
		path = filepath.Join(dir, path)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
		require.NoError(t, os.WriteFile(path, []byte(strings.ReplaceAll(text, "{}", dir)), 0o644))
	}
	for _, args := range c.before {
		earlier, stderr := brokenCommand{args: args}.run(t, dir, &faulty{})
		require.Equal(t, exitDone, earlier.code, stderr)
	}
	return dir
}

// run runs the command. What it prints and writes does not tell the folder.
func (c brokenCommand) run(t *testing.T, dir string, system files.System) (e ending, stderr string) {
	t.Helper()
	var args []string
	for _, a := range c.args {
		args = append(args, strings.ReplaceAll(a, "{}", dir))
	}
	var out, errs bytes.Buffer
	e.code = execute(args, strings.NewReader(""), &out, &errs, &replacer{system: system})
	e.stdout = strings.ReplaceAll(out.String(), dir, "{}")
	e.files = contents(t, dir)
	for path, content := range e.files {
		e.files[path] = strings.ReplaceAll(content, dir, "{}")
	}
	return e, errs.String()
}
