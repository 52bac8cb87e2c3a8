package main

import (
	"fmt"
	"io"

	"klartext/internal/report"
)

// reporter tells a report of each document and writes it in the end.
type reporter struct {
	path   string
	writer report.Writer
	files  *replacer
}

func (r *reporter) observe(d document) error {
	return reporting(r.path, r.writer.Add(report.Document{Name: d.name, Reading: d.file.Reading}))
}

func (r *reporter) finish() error {
	defer r.writer.Discard()
	return r.files.replace(r.path, 0o644, false, func(w io.Writer) error { return r.writer.Finish(w) })
}

// reporting names the report that can't be written.
func reporting(path string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("writing %s: %w", called(path), reason(err))
}
