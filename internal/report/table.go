package report

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
)

// table is a report of one row for each change, without anything that must be known
// before. The rows wait in a temporary file, so that there is a report of all or none.
type table struct {
	spill *spill
	row   func(io.Writer, Document, shown) error
}

// rows is how a kind of table writes its head and its rows.
type rows struct {
	head func(io.Writer) error
	row  func(io.Writer, Document, shown) error
}

func newTable(s *spill, kind rows) (Writer, error) {
	if err := kind.head(s.w); err != nil {
		s.discard()
		return nil, err
	}
	return &table{spill: s, row: kind.row}, nil
}

func (t *table) Add(d Document) error {
	for _, c := range inContext(d) {
		if err := t.row(t.spill.w, d, c); err != nil {
			return waiting(err)
		}
	}
	return nil
}

func (t *table) Finish(out io.Writer) error { return t.spill.copyTo(out) }

func (t *table) Discard() { t.spill.discard() }

// csvRows is CSV by RFC 4180, for spreadsheets: what they would take for a formula is
// defused. Programs had better read the lines of JSON, which have the text as it is.
var csvRows = rows{
	head: func(w io.Writer) error {
		return writeCSV(w, "file", "line", "column", "applied", "confidence", "rule", "before", "after", "left", "right")
	},
	row: func(w io.Writer, d Document, c shown) error {
		return writeCSV(w, d.Name, strconv.Itoa(c.Line), strconv.Itoa(c.Column), strconv.FormatBool(c.Applied),
			strconv.FormatFloat(c.Confidence, 'f', 3, 64), c.Rule, c.Before, c.After, c.left, c.right)
	},
}

func writeCSV(w io.Writer, fields ...string) error {
	for i, f := range fields {
		fields[i] = defused(f)
	}
	c := csv.NewWriter(w)
	if err := c.Write(fields); err != nil {
		return err
	}
	c.Flush()
	return c.Error()
}

// jsonRows is an object on each line.
var jsonRows = rows{
	head: func(io.Writer) error { return nil },
	row: func(w io.Writer, d Document, c shown) error {
		encoder := json.NewEncoder(w)
		encoder.SetEscapeHTML(false)
		return encoder.Encode(struct {
			File        string  `json:"file"`
			Line        int     `json:"line"`
			Column      int     `json:"column"`
			Before      string  `json:"before"`
			After       string  `json:"after"`
			Rule        string  `json:"rule"`
			Confidence  float64 `json:"confidence"`
			Applied     bool    `json:"applied"`
			ContextLeft string  `json:"left"`
			Right       string  `json:"right"`
		}{d.Name, c.Line, c.Column, c.Before, c.After, c.Rule, c.Confidence, c.Applied, c.left, c.right})
	},
}
