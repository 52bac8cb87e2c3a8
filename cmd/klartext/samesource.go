package main

import (
	"fmt"
	"io/fs"
	"os"

	"klartext/normalize"
)

// learn reads the files that are to be cleaned a first time, for --same-source, to
// see how they were misread. Each is let go of before the next. A file that cannot be
// read is reported and not done; the others are returned. What can be read only once,
// standard input or a pipe, has no say, but is cleaned as the files show.
func (c *cleaner) learn(jobs []job) (readable []job, failed error) {
	c.source = c.pipeline.NewSource()
	for _, j := range jobs {
		if err := c.learnFrom(j); err != nil {
			c.report(err)
			failed = errReported
			continue
		}
		readable = append(readable, j)
	}
	return readable, failed
}

func (c *cleaner) learnFrom(j job) error {
	if j.name == standardStream {
		return nil
	}
	info, err := os.Stat(j.name)
	if err == nil {
		err = c.suitable(info)
	}
	if err != nil {
		return fmt.Errorf("reading %s: %w", j.name, reason(err))
	}
	if !info.Mode().IsRegular() {
		return nil
	}
	file, err := os.Open(j.name)
	if err != nil {
		return fmt.Errorf("reading %s: %w", j.name, reason(err))
	}
	defer file.Close()
	if err := c.source.AddFrom(file); err != nil {
		return fmt.Errorf("reading %s: %w", j.name, reason(err))
	}
	return nil
}

// forStream is the pipeline for a text that is not held.
func (c *cleaner) forStream() *normalize.Pipeline {
	if c.source == nil {
		return c.pipeline
	}
	return c.source.Pipeline()
}

// forDocument is the pipeline for a text from a file with the given mode, or from
// standard input, which has none.
func (c *cleaner) forDocument(text string, mode fs.FileMode, name string) (*normalize.Pipeline, error) {
	if c.source == nil || name == standardStream || !mode.IsRegular() {
		return c.forStream(), nil
	}
	return c.source.PipelineFor(text)
}
