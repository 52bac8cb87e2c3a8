package manual

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// writeFlags lists the flags of a command in their order.
func writeFlags(b *strings.Builder, cmd *cobra.Command) {
	cmd.InitDefaultHelpFlag()
	b.WriteString(".SH OPTIONS\n")
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden || f.Deprecated != "" {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		b.WriteString(".TP\n")
		if f.Shorthand != "" {
			fmt.Fprintf(b, "\\fB%s\\fR, ", escape("-"+f.Shorthand))
		}
		fmt.Fprintf(b, "\\fB%s\\fR", escape("--"+f.Name))
		if value != "" {
			fmt.Fprintf(b, " \\fI%s\\fR", escape(value))
		}
		b.WriteString("\n" + escape(usage))
		if d := defaultOf(f); d != "" {
			b.WriteString(escape(" (default: " + d + ")"))
		}
		b.WriteByte('\n')
	})
}

// defaultOf tells what a flag is where it is not given; empty if that goes without
// saying.
func defaultOf(f *pflag.Flag) string {
	if words := f.Annotations[Default]; len(words) > 0 {
		return words[0]
	}
	if slices.Contains([]string{"", "0", "false", "[]"}, f.DefValue) {
		return ""
	}
	return f.DefValue
}
