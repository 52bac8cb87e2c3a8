package findings

import (
	"fmt"
	"io"
	"strings"
)

// gitHub is a workflow command for each finding, which GitHub Actions shows at its
// place in a change. Columns are told only for findings of one line, as it demands.
type gitHub struct{ output }

func newGitHub(w io.Writer, _ Options) Writer { return gitHub{output{w}} }

func (g gitHub) Write(f Finding) error {
	properties := []string{"file=" + gitHubProperty(f.Path)}
	if !f.whole() {
		properties = append(properties, fmt.Sprintf("line=%d,endLine=%d", f.Line, max(f.Line, f.EndLine)))
		if f.oneLine() {
			properties = append(properties, fmt.Sprintf("col=%d,endColumn=%d", f.Column, max(f.Column, f.EndColumn)))
		}
	}
	properties = append(properties, "title="+gitHubProperty(f.Rule))
	text := fmt.Sprintf("%s (%d %%)", visibleLines(message(f)), f.percent())
	return g.print("::warning " + strings.Join(properties, ",") + "::" + gitHubData(text) + "\n")
}

func (g gitHub) File(string, int, int) error { return nil }

func (g gitHub) Fail(path string, err error) error {
	return g.print("::error file=" + gitHubProperty(path) + "::" + gitHubData(visibleLines(err.Error())) + "\n")
}

func (g gitHub) Close() error { return nil }

// gitHubData escapes what would end a command.
func gitHubData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

// gitHubProperty escapes what would end a property. Control characters other than line
// ends have no escape, and are made visible.
func gitHubProperty(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r == '\n' || r == '\r' {
			b.WriteRune(r)
			continue
		}
		b.WriteString(visibleRune(r))
	}
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(b.String())
}
