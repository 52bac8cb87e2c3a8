package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"syscall"

	"klartext/internal/files"
	"klartext/normalize"
)

// changeLog writes changes as JSON lines. A nil changeLog writes none.
type changeLog struct {
	path    string
	encoder *json.Encoder
	close   func() error
	closed  bool // the reader at the other end has gone
}

// loggedChange is one line.
type loggedChange struct {
	File string `json:"file"`
	normalize.Change
}

// openChangeLog opens path, "-" for stdout. Without a path there is no log.
func openChangeLog(system files.System, path string, stdout io.Writer) (*changeLog, error) {
	if path == "" {
		return nil, nil
	}
	log := &changeLog{path: "to standard output", close: func() error { return nil }}
	if path != standardStream {
		file, err := system.Create(path)
		if err != nil {
			return nil, fmt.Errorf("writing %s: %w", called(path), reason(err))
		}
		log.path, log.close, stdout = called(path), file.Close, file
	}
	log.encoder = json.NewEncoder(stdout)
	log.encoder.SetEscapeHTML(false)
	return log, nil
}

func (l *changeLog) add(file string, change normalize.Change) error {
	if l == nil || l.closed {
		return nil
	}
	err := l.encoder.Encode(loggedChange{File: file, Change: change})
	if errors.Is(err, syscall.EPIPE) {
		// Nobody reads the log any more; the files must be done all the same.
		l.closed = true
		return nil
	}
	if err != nil {
		return fmt.Errorf("writing the list of changes %s: %w", l.path, reason(err))
	}
	return nil
}

// observe writes the changes and suggestions of a document.
func (l *changeLog) observe(d document) error {
	for _, c := range d.file.All() {
		if err := l.add(d.name, c); err != nil {
			return err
		}
	}
	return nil
}

func (l *changeLog) finish() error {
	if l == nil {
		return nil
	}
	if err := l.close(); err != nil {
		return fmt.Errorf("writing the list of changes %s: %w", l.path, reason(err))
	}
	return nil
}
