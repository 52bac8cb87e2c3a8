package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/internal/files"
)

// TestReadFaults has each operation of reading in a run fail in turn, or yield less than
// there is. The run must come to what it would have come to undisturbed, or fail with a
// message that names the file and the reason; no file may be lost or half, and the same
// run again, undisturbed, must come to what it would have come to at first.
func TestReadFaults(t *testing.T) {
	var tally faultTally
	operations, withstood := 0, 0
	for _, d := range []disturbed{
		{name: "write", args: []string{"--write", "{}/scans"}},
		{name: "write and backup", args: []string{"--write", "--backup", ".orig", "{}/scans"}, keeps: true},
		{name: "output folder and resume", args: []string{"-o", "{}/out", "--resume", "{}/scans"}, keeps: true},
		{name: "all is done", args: []string{"-o", "{}/out", "--resume", "{}/scans"}, keeps: true, twice: true},
		{name: "one source", args: []string{"-o", "{}/out", "--same-source", "{}/scans"}, keeps: true},
		{name: "the target in the source", args: []string{"-o", "{}/out", "{}"}, keeps: true, twice: true},
		{name: "names in a list", args: []string{"-o", "{}/out", "--files-from", "{}/.names"}, keeps: true},
		{name: "files and lists", args: []string{
			"-o", "{}/out", "--changes", "{}/changes.jsonl", "--report", "{}/report.csv", "{}/scans/a.txt", "{}/scans/e.txt.gz",
		}, keeps: true},
	} {
		d.tally = &tally
		t.Run(d.name, func(t *testing.T) {
			n, done := d.testReading(t)
			operations += n
			withstood += done
		})
	}
	fmt.Printf("%d operations of reading, %d faults, of which %d made no difference: %d files looked at, %d lost, %d temporary files left behind\n",
		operations, tally.faults, withstood, tally.files, tally.lost, tally.left)
	assert.Zero(t, tally.lost)
	assert.Zero(t, tally.left)
}

// readFaultStep is how many operations further the next fault is.
func readFaultStep() int {
	if hostileFull() {
		return 1
	}
	return 37
}

// testReading returns how many operations of reading a run has, and how many faults
// made no difference.
func (d disturbed) testReading(t *testing.T) (operations, withstood int) {
	t.Setenv("SOURCE_DATE_EPOCH", "1000000000")
	peace := d.begin(t)
	system := &unreadable{}
	code, stderr := d.run(peace, system)
	require.Equal(t, exitDone, code, stderr)
	want := d.contents(t, peace)
	for at := 1; at <= system.done; at += readFaultStep() {
		for _, fault := range readFaults {
			d.tally.faults++
			if d.readFault(t, &unreadable{at: at, fault: fault}, want) {
				withstood++
			}
		}
	}
	return system.done, withstood
}

// readFault tells whether the run came to what it was to all the same.
func (d disturbed) readFault(t *testing.T, system *unreadable, want map[string]string) bool {
	dir := d.begin(t)
	code, stderr := d.run(dir, system)
	about := fmt.Sprintf("operation %d, %s: %s: %s", system.at, system.failed, system.fault.name, stderr)
	if code == exitDone {
		assert.Equal(t, want, d.contents(t, dir), about)
	} else {
		assert.Equal(t, exitFailure, code, about)
		reason := files.ErrShort
		if system.fault.err != nil {
			reason = system.fault.err
		}
		assert.Contains(t, stderr, reason.Error(), about)
		_, path, _ := strings.Cut(system.failed, dir)
		assert.Contains(t, stderr, filepath.Join(dir, path), about)
	}
	d.check(t, dir, about)
	d.sweptUp(t, dir, about)
	d.again(t, dir, want, about)
	return code == exitDone
}
