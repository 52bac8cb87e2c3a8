package confusion

import (
	"embed"
	"fmt"
	"path"
	"strings"
)

// profiles are the tables of known engines, learned by `klartext learn` from the
// pages that the comments in each file name.
//
//go:embed profiles/*.tsv
var profiles embed.FS

// Shapes is the name of the table of confusions that every engine makes.
const Shapes = "shapes"

// Shipped returns the tables in the program, in order of their names.
func Shipped() ([]*Table, error) {
	files, err := profiles.ReadDir("profiles")
	if err != nil {
		return nil, fmt.Errorf("listing the shipped confusions: %w", err)
	}
	var tables []*Table
	for _, file := range files {
		f, err := profiles.Open(path.Join("profiles", file.Name()))
		if err != nil {
			return nil, fmt.Errorf("opening the shipped confusions: %w", err)
		}
		table, err := Read(strings.TrimSuffix(file.Name(), ".tsv"), f)
		if err != nil {
			return nil, err
		}
		if err := f.Close(); err != nil {
			return nil, fmt.Errorf("closing the shipped confusions: %w", err)
		}
		tables = append(tables, table)
	}
	return tables, nil
}
