package settings

import (
	"fmt"
	"io"
	"strings"
)

// Row is a setting, the value in force and where that comes from.
type Row struct {
	// Key is the whole name, "check.disable".
	Key string
	// Value is in TOML.
	Value string
	// Origins is one, or several for a list that several places add to.
	Origins []Origin
}

// Origin is where the value comes from: "klartext.toml:3, override 1
// (klartext.toml:20)".
func (r Row) Origin() string {
	names := make([]string, len(r.Origins))
	for i, o := range r.Origins {
		names[i] = o.String()
	}
	return strings.Join(names, ", ")
}

// Rows returns all settings in the order in which they are documented.
func (s Settings) Rows() []Row {
	all := s.all()
	rows := make([]Row, len(all))
	for i, x := range all {
		rows[i] = x.cell.row(x.key)
	}
	return rows
}

// margin is the column from which origins stand, after values that leave it free.
const margin = 40

// Explain writes all settings as a settings file, each with its origin as a comment.
// The error is that of w.
func Explain(w io.Writer, s Settings) error {
	for _, row := range s.Rows() {
		line := row.Key + " = " + row.Value
		if _, err := fmt.Fprintf(w, "%-*s # %s\n", margin, line, row.Origin()); err != nil {
			return err
		}
	}
	return nil
}
