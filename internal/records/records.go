// Package records cleans texts that come as fields of JSON objects, one a line, and
// leaves all else in the objects as it is, byte for byte.
package records

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"klartext/normalize"
)

// changesField is the field that the changes go into.
const changesField = "changes"

// Cleaner cleans the field Text of objects.
type Cleaner struct {
	Pipeline *normalize.Pipeline
	// Text names the field that holds the text.
	Text string
}

// Failure is written in place of an object that could not be cleaned.
type Failure struct {
	// ID is the object's field id, if it could be read.
	ID    json.RawMessage `json:"id,omitempty"`
	Line  int             `json:"line"` // from 1
	Error string          `json:"error"`
}

// field is one of an object and where its value stands in the line.
type field struct {
	name     string
	from, to int
	value    json.RawMessage
}

// Clean returns the object in line with its text cleaned and its changes, and
// suggestions, in the field changes, which is added or replaced. If that fails, it
// returns a [Failure] as JSON, and the error.
func (c Cleaner) Clean(line []byte, number int) ([]byte, error) {
	fields, end, err := parse(line)
	var out []byte
	if err == nil {
		out, err = c.clean(line, fields, end)
	}
	if err == nil {
		return out, nil
	}
	return refuse(fields, number, err)
}

// Refuse returns a [Failure] for a line, which need not be complete, as JSON, and err.
func (c Cleaner) Refuse(line []byte, number int, err error) ([]byte, error) {
	fields, _, _ := parse(line) // as far as they can be read
	return refuse(fields, number, err)
}

func refuse(fields []field, number int, err error) ([]byte, error) {
	failed := Failure{Line: number, Error: err.Error()}
	for _, f := range fields {
		if f.name == "id" {
			failed.ID = f.value
		}
	}
	out, encoding := encode(failed)
	return out, errors.Join(err, encoding)
}

func (c Cleaner) clean(line []byte, fields []field, end int) ([]byte, error) {
	text, changes := -1, -1
	for i, f := range fields {
		switch f.name {
		case c.Text:
			if text >= 0 {
				return nil, fmt.Errorf("has two fields %q", c.Text)
			}
			text = i
		case changesField:
			changes = i
		}
	}
	if text < 0 {
		return nil, fmt.Errorf("has no field %q", c.Text)
	}
	var before string
	if err := json.Unmarshal(fields[text].value, &before); err != nil || fields[text].value[0] != '"' {
		return nil, fmt.Errorf("the field %q is no string", c.Text)
	}
	result, err := c.Pipeline.Clean(before)
	if err != nil {
		return nil, err
	}
	all := result.All()
	if all == nil {
		all = []normalize.Change{}
	}
	listed, err := encode(all)
	if err != nil {
		return nil, err
	}
	after := []byte(fields[text].value)
	if result.Text != before {
		if after, err = encode(result.Text); err != nil {
			return nil, err
		}
	}
	edits := []field{{from: fields[text].from, to: fields[text].to, value: after}}
	if changes >= 0 {
		edits = append(edits, field{from: fields[changes].from, to: fields[changes].to, value: listed})
	} else {
		listed = append([]byte(`,"`+changesField+`":`), listed...)
		edits = append(edits, field{from: end, to: end, value: listed})
	}
	return splice(line, edits), nil
}

// splice puts the values of edits, of which there are two, in their places.
func splice(line []byte, edits []field) []byte {
	if edits[0].from > edits[1].from {
		edits[0], edits[1] = edits[1], edits[0]
	}
	var out []byte
	at := 0
	for _, e := range edits {
		out = append(append(out, line[at:e.from]...), e.value...)
		at = e.to
	}
	return append(out, line[at:]...)
}

// parse finds the fields of the object in line, and where the last one ends.
func parse(line []byte) (fields []field, end int, err error) {
	if !utf8.Valid(line) {
		return nil, 0, errors.New("is not UTF-8")
	}
	decoder := json.NewDecoder(bytes.NewReader(line))
	if t, err := decoder.Token(); err != nil || t != json.Delim('{') {
		return nil, 0, errors.New("is no JSON object")
	}
	for decoder.More() {
		name, err := decoder.Token()
		if err != nil {
			return fields, 0, fmt.Errorf("is no JSON object: %w", err)
		}
		f := field{name: fmt.Sprint(name)}
		if err := decoder.Decode(&f.value); err != nil {
			return fields, 0, fmt.Errorf("is no JSON object: %w", err)
		}
		f.to = int(decoder.InputOffset())
		f.from = f.to - len(f.value)
		fields = append(fields, f)
		end = f.to
	}
	if _, err := decoder.Token(); err != nil {
		return fields, 0, fmt.Errorf("is no JSON object: %w", err)
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return fields, 0, errors.New("has more than a JSON object")
	}
	return fields, end, nil
}

// encode writes v as JSON without a line feed.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return nil, fmt.Errorf("writing JSON: %w", err)
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
