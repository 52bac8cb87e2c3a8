package manual

import (
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// text is the page of a command.
func text(cmd *cobra.Command, o Options) string {
	var b strings.Builder
	date := ""
	if !o.Date.IsZero() {
		date = o.Date.UTC().Format(time.DateOnly)
	}
	root := cmd.Root().Name()
	fmt.Fprintf(&b, ".TH %s 1 %s %s %s\n", quoted(strings.ToUpper(dashed(cmd))), quoted(date),
		quoted(root+" "+o.Version), quoted(root))
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n", escape(dashed(cmd)), escape(cmd.Short))
	b.WriteString(".SH SYNOPSIS\n")
	writeAsIs(&b, synopsis(cmd))
	b.WriteString(".SH DESCRIPTION\n")
	writeProse(&b, cmd.Long)
	if cmd.Example != "" {
		b.WriteString(".SH EXAMPLES\n")
		writeAsIs(&b, strings.Split(strings.TrimRight(cmd.Example, "\n"), "\n"))
	}
	writeFlags(&b, cmd)
	writeSeeAlso(&b, cmd)
	return b.String()
}

// synopsis is how a command is called, a line for each way.
func synopsis(cmd *cobra.Command) []string {
	var lines []string
	for line := range strings.SplitSeq(cmd.UseLine(), "\n") {
		lines = append(lines, strings.TrimSpace(line))
	}
	if len(documented(cmd)) > 0 {
		lines = append(lines, cmd.CommandPath()+" COMMAND")
	}
	return lines
}

// writeProse fills paragraphs and keeps lines that are indented, as examples and tables
// are.
func writeProse(b *strings.Builder, prose string) {
	kept := false
	keep := func(want bool) {
		switch {
		case want && !kept:
			b.WriteString(".PP\n.nf\n")
		case !want && kept:
			b.WriteString(".fi\n.PP\n")
		}
		kept = want
	}
	for line := range strings.SplitSeq(strings.Trim(prose, "\n"), "\n") {
		if line == "" {
			keep(false)
			b.WriteString(".PP\n")
			continue
		}
		keep(strings.HasPrefix(line, " "))
		b.WriteString(escape(line) + "\n")
	}
	keep(false)
}

// writeAsIs keeps lines as they are.
func writeAsIs(b *strings.Builder, lines []string) {
	b.WriteString(".nf\n")
	for _, line := range lines {
		b.WriteString(escape(line) + "\n")
	}
	b.WriteString(".fi\n")
}

func writeSeeAlso(b *strings.Builder, cmd *cobra.Command) {
	var names []string
	if cmd.HasParent() {
		names = append(names, dashed(cmd.Parent()))
	}
	for _, c := range documented(cmd) {
		names = append(names, dashed(c))
	}
	if len(names) == 0 {
		return
	}
	b.WriteString(".SH SEE ALSO\n")
	for i, name := range names {
		comma := ","
		if i == len(names)-1 {
			comma = ""
		}
		fmt.Fprintf(b, ".BR %s (1)%s\n", escape(name), comma)
	}
}
