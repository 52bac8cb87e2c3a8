package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/normalize"
)

func change(input, before, after string) normalize.Change {
	start := strings.Index(input, before)
	return normalize.Change{Start: start, End: start + len(before), Before: before, After: after}
}

func TestUnifiedDiff(t *testing.T) {
	for _, c := range []struct {
		name, input string
		changes     []normalize.Change
		want        string
	}{
		{"nothing", "a\n", nil, ""},
		{"a change that changes nothing", "a\n", []normalize.Change{change("a\n", "a", "a")}, ""},
		{"one line", "kénnen\n", []normalize.Change{change("kénnen\n", "é", "ö")},
			"@@ -1 +1 @@\n-kénnen\n+können\n"},
		{"the line after a moved line end stays out", "Verwal-\ntung\nRest\n",
			[]normalize.Change{change("Verwal-\ntung\nRest\n", "-\ntung\n", "tung\n")},
			"@@ -1,3 +1,2 @@\n-Verwal-\n-tung\n+Verwaltung\n Rest\n"},
		{"no end of the last line", "a\nb", []normalize.Change{change("a\nb", "b", "c")},
			"@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"},
		{"CRLF stays", "a\r\nb\r\n", []normalize.Change{change("a\r\nb\r\n", "b", "c")},
			"@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n"},
		{"all gone", "x\n", []normalize.Change{change("x\n", "x\n", "")}, "@@ -1 +0,0 @@\n-x\n"},
		{"out of nothing", "", []normalize.Change{{After: "x\n"}}, "@@ -0,0 +1 @@\n+x\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := c.want
			if want != "" {
				want = "--- f\n+++ f\n" + want
			}
			assert.Equal(t, want, string(unifiedDiff("f", c.input, c.changes, false)))
		})
	}
}

// TestDiffLeadsToTheCleanText applies diffs of random changes.
func TestDiffLeadsToTheCleanText(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		input := randomLines(r, 60)
		changes := randomChanges(r, input)
		want, err := normalize.Apply(input, changes)
		require.NoError(t, err)
		diff := string(unifiedDiff("f", input, changes, false))
		if input == want {
			assert.Empty(t, diff)
			continue
		}
		require.Equal(t, want, patch(t, input, diff), "%q\n%s", input, diff)
	}
}

func randomLines(r *rand.Rand, longest int) string {
	var b strings.Builder
	for range r.IntN(longest) {
		b.WriteByte("ab\n\n"[r.IntN(4)])
	}
	return b.String()
}

func randomChanges(r *rand.Rand, text string) []normalize.Change {
	var changes []normalize.Change
	for at := r.IntN(12); at <= len(text); at += 1 + r.IntN(25) {
		end := min(at+r.IntN(4), len(text))
		changes = append(changes, normalize.Change{Start: at, End: end, Before: text[at:end], After: randomLines(r, 4), Applied: true})
		at = end
	}
	return changes
}

// patch applies a unified diff strictly: everything must be where it says.
func patch(t *testing.T, input, diff string) string {
	t.Helper()
	lines, out, at := splitLines(input), []string(nil), 0
	rows := strings.SplitAfter(diff, "\n")
	for i, row := range rows[2:] {
		if row == "" || row[0] == '\\' {
			continue
		}
		body := row[1:]
		if next := i + 3; next < len(rows) && strings.HasPrefix(rows[next], "\\") {
			body = strings.TrimSuffix(body, "\n")
		}
		switch row[0] {
		case '@':
			out, at = startHunk(t, row, lines, out, at)
		case '+':
			out = append(out, body)
		default:
			require.Equal(t, lines[at], body)
			at++
			if row[0] == ' ' {
				out = append(out, body)
			}
		}
	}
	return strings.Join(append(out, lines[at:]...), "")
}

// startHunk copies the lines up to a hunk and checks both of its line numbers.
func startHunk(t *testing.T, header string, lines, out []string, at int) ([]string, int) {
	t.Helper()
	first := func(s string) int {
		var line int
		length := 1
		_, err := fmt.Sscanf(strings.ReplaceAll(s, ",", " ")[1:], "%d", &line)
		require.NoError(t, err)
		if _, after, found := strings.Cut(s, ","); found {
			_, err := fmt.Sscan(after, &length)
			require.NoError(t, err)
		}
		if length == 0 {
			return line
		}
		return line - 1
	}
	fields := strings.Fields(header)
	from := first(fields[1])
	out = append(out, lines[at:from]...)
	require.Len(t, out, first(fields[2]))
	return out, from
}

func TestColour(t *testing.T) {
	terminal, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("no terminal to be had")
	}
	defer terminal.Close()
	for _, c := range []struct {
		when, noColor, term string
		want                painter
	}{
		{"auto", "", "xterm", true},
		{"auto", "1", "xterm", false},
		{"auto", "", "dumb", false},
		{"never", "", "xterm", false},
		{"always", "1", "dumb", true},
	} {
		t.Setenv("NO_COLOR", c.noColor)
		t.Setenv("TERM", c.term)
		got, err := newPainter(c.when, terminal)
		require.NoError(t, err)
		assert.Equal(t, c.want, got, c)
	}
	got, err := newPainter("auto", &strings.Builder{})
	require.NoError(t, err)
	assert.False(t, bool(got), "only terminals are coloured")
}
