package manual

import "strings"

// escape turns a line of plain text into roff that shows just that: hyphens, quotes and
// the like stay ASCII, so that commands can be copied from the page.
func escape(line string) string {
	line = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`).Replace(line)
	if strings.HasPrefix(line, ".") {
		return `\&` + line // it would be a request
	}
	return line
}

// quoted is an argument of a request.
func quoted(s string) string { return `"` + strings.ReplaceAll(escape(s), `"`, `\(dq`) + `"` }
