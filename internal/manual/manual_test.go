package manual

import (
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// tool is a command with two below it, one of them hidden.
func tool(t *testing.T) *cobra.Command {
	t.Helper()
	run := func(*cobra.Command, []string) {}
	root := &cobra.Command{Use: "tool", Short: "Do all", Long: "tool does all.", Run: run}
	mend := &cobra.Command{
		Use: "mend [flags] FILE", Short: "Mend it", Run: run, Example: "  tool mend 'a b'",
		Long: "mend mends.\nIt does:\n  this  so\n  that  otherwise\n.done\n\nAnd \\ stays.",
	}
	mend.Flags().IntP("jobs", "j", 8, "do `N` at a time")
	mend.Flags().String("mode", "fair", "how")
	mend.Flags().Bool("secret", false, "not told")
	require.NoError(t, mend.Flags().SetAnnotation("jobs", Default, []string{"one"}))
	require.NoError(t, mend.Flags().MarkHidden("secret"))
	root.AddCommand(mend, &cobra.Command{Use: "hide", Hidden: true, Run: run})
	root.InitDefaultHelpCmd()
	return root
}

func TestPagesOfAllCommands(t *testing.T) {
	pages := Pages(tool(t), Options{Version: "v1"})
	require.Len(t, pages, 2)
	assert.Equal(t, "tool.1", pages[0].Name)
	assert.Contains(t, pages[0].Text, ".TH \"TOOL\" 1 \"\" \"tool v1\" \"tool\"\n.SH NAME\ntool \\- Do all\n")
	assert.Contains(t, pages[0].Text, "\ntool COMMAND\n")
	assert.Contains(t, pages[0].Text, ".SH SEE ALSO\n.BR tool\\-mend (1)\n")
	assert.Equal(t, "tool-mend.1", pages[1].Name)
	assert.Contains(t, pages[1].Text, "tool\\-mend \\- Mend it\n")
	assert.True(t, strings.HasSuffix(pages[1].Text, ".SH SEE ALSO\n.BR tool (1)\n"))
}

func TestPageShowsTheHelp(t *testing.T) {
	text := Pages(tool(t), Options{})[1].Text
	assert.Contains(t, text, "mend mends.\nIt does:\n.PP\n.nf\n  this  so\n  that  otherwise\n.fi\n.PP\n\\&.done\n.PP\nAnd \\e stays.\n")
	assert.Contains(t, text, ".SH EXAMPLES\n.nf\n  tool mend \\(aqa b\\(aq\n.fi\n")
	assert.Contains(t, text, ".TP\n\\fB\\-j\\fR, \\fB\\-\\-jobs\\fR \\fIN\\fR\ndo N at a time (default: one)\n")
	assert.Contains(t, text, "\\fB\\-\\-mode\\fR \\fIstring\\fR\nhow (default: fair)\n")
	assert.NotContains(t, text, "secret")
}

func TestDateIsThatGiven(t *testing.T) {
	at := time.Date(2026, 2, 3, 1, 0, 0, 0, time.FixedZone("", 2*60*60))
	assert.Contains(t, Pages(tool(t), Options{Date: at})[0].Text, ` 1 "2026\-02\-02" `)
}
