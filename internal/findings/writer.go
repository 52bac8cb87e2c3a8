package findings

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// Writer prints findings in one format. The findings of a file come one after the
// other, in order of their place, and before its File or Fail. A Writer is for one
// goroutine at a time. Each method fails if the output can't be written.
type Writer interface {
	// Write prints a finding.
	Write(Finding) error
	// File says that a file was checked to its end: it has so many findings, all of
	// them written, and so many words.
	File(path string, findings, words int) error
	// Fail says that a file could not be checked, or not to its end.
	Fail(path string, err error) error
	// Close writes the rest. It does not close the output.
	Close() error
}

// Options are about how findings are printed. The zero value is fine.
type Options struct {
	// Color lets the format human use the colours of a terminal.
	Color bool
	// Width is how many columns the format human fills at most; 0 is 100. Fewer than
	// 40 are taken as 40.
	Width int
	// Version is that of klartext, and URL where to learn more of it. They are left
	// out where empty.
	Version, URL string
	// Rules tells what a rule finds, by its id, in a sentence. Rules that are missing
	// here are described by their id.
	Rules map[string]string
}

// makers makes a writer of each format.
func makers() map[string]func(io.Writer, Options) Writer {
	return map[string]func(io.Writer, Options) Writer{
		"human":  newHuman,
		"brief":  newBrief,
		"json":   newJSON,
		"sarif":  newSARIF,
		"github": newGitHub,
		"junit":  newJUnit,
	}
}

// Formats are the names that [New] knows, sorted.
func Formats() []string { return slices.Sorted(maps.Keys(makers())) }

// New returns a writer of a format to w. It fails for a format that is none of
// [Formats], and names those.
func New(format string, w io.Writer, o Options) (Writer, error) {
	newWriter, ok := makers()[format]
	if !ok {
		return nil, fmt.Errorf("there is no format %q: it is one of %s", format, strings.Join(Formats(), ", "))
	}
	return newWriter(w, o), nil
}

// output is where a writer prints to.
type output struct{ w io.Writer }

// print writes s at once, so that a finding is printed whole or not at all.
func (o output) print(s string) error {
	if _, err := io.WriteString(o.w, s); err != nil {
		return fmt.Errorf("writing the findings: %w", err)
	}
	return nil
}
