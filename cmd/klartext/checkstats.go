package main

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"klartext/internal/batch"
	"klartext/normalize/words"
)

// quality is what is estimated of a file.
type quality struct {
	Path  string `json:"path"`
	Error string `json:"error,omitempty"`
	// Words is how many there are, WER the estimated share of wrong ones, UnknownShare
	// that of words in no dictionary.
	Words        int            `json:"words"`
	WER          float64        `json:"wer"`
	UnknownShare float64        `json:"unknown_share"`
	Era          string         `json:"era,omitempty"`
	Noise        float64        `json:"noise"`
	Engines      []words.Engine `json:"engines"`
}

// statistics prints the estimated quality of each input.
func (c *checker) statistics(stdout io.Writer, jobs []job) error {
	table := tabwriter.NewWriter(stdout, 0, 0, 2, ' ', 0)
	var write func(quality) error
	switch c.options.output {
	case "json":
		encoder := json.NewEncoder(stdout)
		encoder.SetEscapeHTML(false)
		write = func(q quality) error { return encoder.Encode(q) }
	case "human", "brief":
		fmt.Fprintln(table, "WER\tunknown\twords\tera\tread by\tfile")
		write = func(q quality) error { return q.row(table) }
	default:
		return fmt.Errorf("--stats goes with --output human or json, not %s", c.options.output)
	}
	err := batch.Ordered(c.options.jobs, slices.Values(jobs), c.assess, func(q quality) error {
		if q.Error == "" {
			return write(q)
		}
		c.failed = true
		fmt.Fprintf(c.stderr, "klartext: reading %s: %s\n", called(q.Path), q.Error)
		if c.options.output == "json" {
			return write(q)
		}
		return nil
	})
	if flushing := table.Flush(); err == nil {
		err = flushing
	}
	if err == nil && c.failed {
		return errReported
	}
	return printed(err)
}

// row prints q as a line of the table.
func (q quality) row(w io.Writer) error {
	engine := "-"
	if len(q.Engines) > 0 && q.Engines[0].Share > 0.5 { // else nothing tells
		engine = q.Engines[0].Name
	}
	era := q.Era
	if era == "" {
		era = "-"
	}
	path := strings.NewReplacer("\t", "␉", "\n", "␊").Replace(q.Path)
	_, err := fmt.Fprintf(w, "%.1f %%\t%.1f %%\t%d\t%s\t%s\t%s\n", 100*q.WER, 100*q.UnknownShare, q.Words, era, engine, path)
	return err
}

func (c *checker) assess(j job) quality {
	q := quality{Path: shownPath(j.name)}
	err := j.err
	if err == nil {
		err = c.assessInput(j.name, &q)
	}
	if err != nil {
		q.Error = reason(err).Error()
	}
	return q
}

func (c *checker) assessInput(name string, q *quality) error {
	tuned, err := c.engine.pipeline(name)
	if err != nil {
		return err
	}
	reader, err := openInput(c.files.files(), name, c.stdin)
	if err != nil {
		return err
	}
	defer reader.Close()
	// A part of a long text tells enough, but a page must be whole.
	rest := &peeked{r: reader}
	limit := int64(maxWhole)
	if rest.isMarkup(c.options.format) {
		limit = maxMarkup
	}
	data, err := io.ReadAll(io.LimitReader(rest, limit))
	if err != nil {
		return err
	}
	text, err := tuned.Running(data)
	if err != nil {
		return err
	}
	a, err := tuned.Assess(text)
	if err != nil {
		return err
	}
	q.Words, q.WER, q.Era, q.Noise, q.Engines = a.Words, a.WER(), a.Era, a.Noise, a.Engines
	if a.Words > 0 {
		q.UnknownShare = float64(a.Unknown) / float64(a.Words)
	}
	return nil
}
