package main

import (
	"bytes"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/internal/findings"
)

// TestJobsMakeNoDifference compares what is written, listed, reported and printed with
// one job and with many.
func TestJobsMakeNoDifference(t *testing.T) {
	t.Setenv("SOURCE_DATE_EPOCH", "1000000000")
	scans := filepath.Join(t.TempDir(), "scans")
	makeScans(t, scans)
	fix := []string{"fix", "-o", "{}/out", "--changes", "-", "--report", "{}/r.html", "--report", "{}/r.csv", "--report", "{}/r.jsonl", scans}
	commands := map[string][]string{
		"fix":      fix,
		"findings": {"check", "--notes", "--output", "json", scans},
	}
	if hostileFull() {
		commands["same source"] = append(fix[:len(fix):len(fix)], "--same-source")
		commands["statistics"] = []string{"check", "--stats", scans}
		commands["diff"] = []string{"fix", "--diff", scans}
		commands["baseline"] = []string{"check", "--baseline", "{}/known", "--update-baseline", scans}
		for _, format := range findings.Formats() {
			commands["findings as "+format] = []string{"check", "--notes", "--output", format, scans}
		}
	}
	for name, args := range commands {
		t.Run(name, func(t *testing.T) {
			one, seven := jobsDone(t, "1", args), jobsDone(t, "7", args)
			require.Equal(t, slices.Sorted(maps.Keys(one)), slices.Sorted(maps.Keys(seven)))
			for name, want := range one {
				sameLines(t, name, want, seven[name])
			}
		})
	}
}

// sameLines shows the first lines in which two texts differ, which may be long.
func sameLines(t *testing.T, name, want, got string) {
	t.Helper()
	wanted, gotten := strings.Split(want, "\n"), strings.Split(got, "\n")
	assert.Len(t, gotten, len(wanted), name)
	for i := range min(len(wanted), len(gotten)) {
		if wanted[i] != gotten[i] {
			t.Errorf("%s:%d:\n%.500s\n%.500s", name, i+1, wanted[i], gotten[i])
			return
		}
	}
}

// jobsDone are all the files that a command writes to {} with so many jobs, and what it
// prints.
func jobsDone(t *testing.T, jobs string, args []string) map[string]string {
	t.Helper()
	dir := t.TempDir()
	command := []string{args[0], "--isolated", "-j", jobs}
	for _, a := range args[1:] {
		command = append(command, strings.ReplaceAll(a, "{}", dir))
	}
	var stdout, stderr bytes.Buffer
	assert.Equal(t, exitFailure, execute(command, nil, &stdout, &stderr, &replacer{}), "one file is broken")
	done := contents(t, dir)
	done["stdout"], done["stderr"] = stdout.String(), stderr.String()
	for name, content := range done {
		done[name] = strings.ReplaceAll(content, dir, "{}")
	}
	return done
}
