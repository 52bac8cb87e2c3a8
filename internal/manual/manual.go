// Package manual writes the help of a program's commands as pages for man(1).
package manual

import (
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// Default is the annotation of a flag that says in words what its default is, where
// that depends on the machine: the pages must be the same wherever they are made.
const Default = "manual_default"

// Page is the manual of a command.
type Page struct {
	Name string // of the file: klartext-fix.1
	Text string // in roff
}

// Options are what is on each page.
type Options struct {
	// Version is that of the program.
	Version string
	// Date is that of the pages. Without one, they have none.
	Date time.Time
}

// Pages are those of a command and of all below it, but for hidden ones and help.
func Pages(cmd *cobra.Command, o Options) []Page {
	pages := []Page{{Name: dashed(cmd) + ".1", Text: text(cmd, o)}}
	for _, c := range documented(cmd) {
		pages = append(pages, Pages(c, o)...)
	}
	return pages
}

// documented are the commands right below cmd that have a page.
func documented(cmd *cobra.Command) []*cobra.Command {
	var found []*cobra.Command
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() && c.Name() != "help" {
			found = append(found, c)
		}
	}
	return found
}

// dashed is what a page is called: klartext-fix.
func dashed(cmd *cobra.Command) string { return strings.ReplaceAll(cmd.CommandPath(), " ", "-") }
