package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/internal/files"
)

// disturbed is a run that file systems fail in the midst of.
type disturbed struct {
	name string
	args []string // {} is the folder that the run is in
	// keeps tells that the originals are kept, by another name or elsewhere.
	keeps bool
	// twice tells that the same run has been there before.
	twice bool
	// tallied counts what was tried.
	tally *faultTally
}

// faultTally sums up all that is tried.
type faultTally struct{ faults, stops, losses, files, lost, left int }

// TestFaults has each operation on files of a run fail in turn, stop the process, or
// be the last before a loss of power. Each file must then be whole, as it was or as it
// is to be, and the same run again, undisturbed, must come to what it would have come
// to at first. The tally is printed: docs/robustness.md has it.
func TestFaults(t *testing.T) {
	var tally faultTally
	for _, d := range []disturbed{
		{name: "write", args: []string{"--write", "{}/scans"}},
		{name: "write and backup", args: []string{"--write", "--backup", ".orig", "{}/scans"}, keeps: true},
		{name: "output folder and resume", args: []string{"-o", "{}/out", "--resume", "{}/scans"}, keeps: true},
		{name: "names in a list", args: []string{"-o", "{}/out", "--files-from", "{}/.names"}, keeps: true},
		{name: "files and lists", args: []string{
			"-o", "{}/out", "--changes", "{}/changes.jsonl", "--report", "{}/report.csv", "{}/scans/a.txt", "{}/scans/b.alto.xml",
		}, keeps: true},
	} {
		d.tally = &tally
		t.Run(d.name, d.test)
	}
	fmt.Printf("%d faults, %d ends of the process, %d losses of power: %d files looked at, %d lost, %d temporary files left behind\n",
		tally.faults, tally.stops, tally.losses, tally.files, tally.lost, tally.left)
	assert.Zero(t, tally.lost)
	assert.Zero(t, tally.left)
}

// faultStep is how many operations further the next fault is. All take half a minute,
// which docs/benchmarks/hostile.sh takes.
func faultStep() int {
	if hostileFull() {
		return 1
	}
	return 11
}

// originals are the files of a run, and what they become.
var originals = map[string][2]string{
	"scans/a.txt":           {"Er ﬁndet.\n", "Er findet.\n"},
	"scans/b.alto.xml":      {alto("ﬁel"), alto("fiel")},
	"scans/clean.txt":       {"Er findet.\n", "Er findet.\n"},
	"scans/deep/d.txt":      {"Es ﬂiegt.\n", "Es fliegt.\n"},
	"scans/deep/umlaut.txt": {"u\u0308ber\n", "über\n"},
	"scans/e.txt.gz":        {gzipped("Er ﬁel.\n"), gzipped("Er fiel.\n")},
}

func gzipped(text string) string {
	var b bytes.Buffer
	// A buffer takes anything.
	_ = compressedCopy("x.gz", &b, writesString(text))
	return b.String()
}

func alto(word string) string {
	return `<alto><TextBlock><TextLine><String CONTENT="` + word + `"/></TextLine></TextBlock></alto>`
}

func (d disturbed) test(t *testing.T) {
	t.Setenv("SOURCE_DATE_EPOCH", "1000000000")
	peace := d.begin(t)
	system := &faulty{}
	code, stderr := d.run(peace, system)
	require.Equal(t, exitDone, code, stderr)
	want := d.contents(t, peace)
	for at := 1; at <= system.done; at += faultStep() {
		for _, r := range reasons {
			d.tally.faults++
			d.fault(t, &faulty{at: at, reason: r.err, partial: r.partial}, want)
		}
		d.tally.stops++
		d.stop(t, at, want, func(*memory) error { return nil })
		for kept := range 3 {
			d.tally.losses++
			d.stop(t, at, want, func(m *memory) error { return m.lose(kept) })
		}
	}
}

// fault has one operation fail.
func (d disturbed) fault(t *testing.T, system *faulty, want map[string]string) {
	dir := d.begin(t)
	code, stderr := d.run(dir, system)
	about := fmt.Sprintf("operation %d, %s: %v: %s", system.at, system.failed, system.reason, stderr)
	assert.Equal(t, exitFailure, code, about)
	assert.Contains(t, stderr, system.reason.Error(), about)
	assert.Contains(t, stderr, dir, about)
	d.check(t, dir, about)
	if system.failed != "remove" {
		d.sweptUp(t, dir, about)
	}
	d.again(t, dir, want, about)
}

// stop ends the process at an operation, half done if it is a write.
func (d disturbed) stop(t *testing.T, at int, want map[string]string, after func(*memory) error) {
	dir := d.begin(t)
	system := &faulty{at: at, reason: errStopped, partial: true}
	d.run(dir, system)
	require.NoError(t, after(&system.afterward))
	about := fmt.Sprintf("stopped at operation %d, %s", at, system.failed)
	d.check(t, dir, about)
	d.again(t, dir, want, about)
}

// check looks for files that are lost: neither old nor new or, if the originals are
// kept, not to be had any more.
func (d disturbed) check(t *testing.T, dir, about string) {
	t.Helper()
	now := contents(t, dir)
	for path, o := range originals {
		d.tally.files++
		at := now["/"+path]
		isWhole := at == o[0] || at == o[1]
		isKept := !d.keeps || at == o[0] || now["/"+path+".orig"] == o[0]
		output, written := now["/out/"+strings.TrimPrefix(path, "scans/")]
		if !isWhole || !isKept || written && output != o[1] {
			d.tally.lost++
			t.Errorf("%s: %s is lost: %q", about, path, at)
		}
	}
}

// sweptUp looks for temporary files.
func (d disturbed) sweptUp(t *testing.T, dir, about string) {
	t.Helper()
	for path := range contents(t, dir) {
		if files.IsTemporary(path) {
			d.tally.left++
			t.Errorf("%s: %s was left behind", about, path)
		}
	}
}

// again runs undisturbed.
func (d disturbed) again(t *testing.T, dir string, want map[string]string, about string) {
	t.Helper()
	code, stderr := d.run(dir, &faulty{})
	assert.Equal(t, exitDone, code, "%s; then %s", about, stderr)
	got := d.contents(t, dir)
	assert.Equal(t, want, got, about)
	require.NoError(t, os.RemoveAll(dir))
}

// begin makes the files of a run.
func (d disturbed) begin(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "klartext-faults-")
	require.NoError(t, err)
	t.Cleanup(func() { os.RemoveAll(dir) })
	for path, o := range originals {
		path = filepath.Join(dir, path)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o777))
		require.NoError(t, os.WriteFile(path, []byte(o[0]), 0o644))
	}
	if slices.Contains(d.args, "{}/.names") {
		names := strings.Join(slices.Sorted(maps.Keys(originals)), "\n"+dir+"/")
		require.NoError(t, os.WriteFile(filepath.Join(dir, ".names"), []byte(dir+"/"+names+"\n"), 0o644))
	}
	if d.twice {
		code, stderr := d.run(dir, &faulty{})
		require.Equal(t, exitDone, code, stderr)
	}
	return dir
}

// contents are the files in dir, which they may name.
func (d disturbed) contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := contents(t, dir)
	for path, content := range all {
		all[path] = strings.ReplaceAll(content, dir, "{}")
	}
	return all
}

func (d disturbed) run(dir string, system files.System) (code int, stderr string) {
	args := []string{"fix", "--isolated", "--only", "characters", "-q", "-j", "1"}
	for _, a := range d.args {
		args = append(args, strings.ReplaceAll(a, "{}", dir))
	}
	var out, errs bytes.Buffer
	code = execute(args, strings.NewReader(""), &out, &errs, &replacer{system: system})
	return code, errs.String()
}
