// Package report writes what was changed in a batch of documents for people: as a
// page for the browser, as a table, or as lines of JSON.
package report

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"klartext/internal/files"
	"klartext/normalize"
)

// Document is a cleaned document: its running text, and what was found in it.
type Document struct {
	Name string // as given by the user
	normalize.Reading
}

// Writer takes documents in the order of the batch.
type Writer interface {
	// Add takes a document, of which nothing is kept but what the report shows.
	Add(Document) error
	// Finish writes the rest to out.
	Finish(out io.Writer) error
	// Discard lets go of what was kept, without a report. It is fine after Finish.
	Discard()
}

// New returns the writer for the ending of a file's name: .html, .csv or .jsonl. lang
// is "de" or "en". What waits for the end waits in a scratch file of system. It fails
// for other endings and languages, see [Check], and without such a file.
func New(system files.System, path, lang string) (Writer, error) {
	if err := Check(path, lang); err != nil {
		return nil, err
	}
	s, err := newSpill(system)
	if err != nil {
		return nil, err
	}
	switch kindOf(path) {
	case ".csv":
		return newTable(s, csvRows)
	case ".jsonl":
		return newTable(s, jsonRows)
	}
	return newHTML(s, lang), nil
}

// Check tells whether there are reports of a file of that name and in that language.
func Check(path, lang string) error {
	if lang != "de" && lang != "en" {
		return fmt.Errorf("a report is in de or en, not in %q", lang)
	}
	switch kindOf(path) {
	case ".html", ".htm", ".csv", ".jsonl":
		return nil
	}
	return fmt.Errorf("the report %s is of no known kind: its name ends in .html, .csv or .jsonl", path)
}

func kindOf(path string) string { return strings.ToLower(filepath.Ext(path)) }

// Language is that of the user's environment, by LC_ALL, LC_MESSAGES and LANG in this
// order: "de" for German, otherwise "en".
func Language(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			if strings.HasPrefix(strings.ToLower(value), "de") {
				return "de"
			}
			return "en"
		}
	}
	return "en"
}
