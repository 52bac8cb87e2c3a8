package main

import (
	"fmt"
	"io"
	"strings"

	"klartext/normalize"
)

// listFixers explains each fixer of the pipeline, in the order in which they run.
func listFixers(w io.Writer, pipeline *normalize.Pipeline) error {
	var b strings.Builder
	for _, f := range pipeline.Fixers() {
		before, after := f.Example()
		fmt.Fprintf(&b, "%s\n    %s\n    %s → %s\n", f.Name(), f.Doc(), oneLine(before), oneLine(after))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// oneLine shows line ends and characters that cannot be seen.
func oneLine(text string) string {
	return strings.NewReplacer("\n", "⏎", "\f", "␌", "\u00AD", "[soft hyphen]",
		"\u00A0", "[no-break space]", "\u200B", "[zero-width space]").Replace(text)
}
