package findings

import (
	"fmt"
	"io"
)

// brief is a line for each finding.
type brief struct{ output }

func newBrief(w io.Writer, _ Options) Writer { return brief{output{w}} }

func (b brief) Write(f Finding) error { return b.print(briefLine(f) + "\n") }

func (b brief) File(string, int, int) error { return nil }

func (b brief) Fail(string, error) error {
	return nil // the command tells of failures on standard error
}

func (b brief) Close() error { return nil }

// briefLine is a finding on one line, without its end.
func briefLine(f Finding) string {
	what := visible(message(f))
	if f.suggests() {
		what = orNothing(f.Before) + " → " + orNothing(f.After)
	}
	return fmt.Sprintf("%s: %s: %s (%.2f)", place(f), visible(f.Rule), what, f.certainty())
}

// orNothing is s as it is shown, with a sign for the empty text.
func orNothing(s string) string {
	if s == "" {
		return "∅"
	}
	return shown(s)
}
