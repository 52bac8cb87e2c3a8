package main

import (
	"fmt"

	"klartext/normalize"
)

// learn reads the files that are to be cleaned a first time, for --same-source, to
// see how they were misread. Each is let go of before the next. A file that cannot be
// read is reported and not done; the others are returned. What can be read only once,
// standard input or a pipe, has no say, but is cleaned as the files show.
func (c *cleaner) learn(jobs []job) (readable []job, failed error) {
	tuned, err := c.engine.pipeline("")
	if err != nil {
		return nil, err
	}
	c.source = tuned.NewSource()
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
	if j.err != nil || j.name == standardStream {
		return j.err
	}
	info, err := c.files.files().Stat(j.name)
	if err == nil {
		err = c.suitable(info)
	}
	if err != nil {
		return fmt.Errorf("reading %s: %w", called(j.name), reason(err))
	}
	if !info.Mode().IsRegular() {
		return nil
	}
	if err := c.addToSource(j.name); err != nil {
		return fmt.Errorf("reading %s: %w", called(j.name), reason(err))
	}
	return nil
}

// addToSource has the source gather the running text of a file.
func (c *cleaner) addToSource(name string) error {
	in, err := c.readFile(name)
	if err != nil {
		return err
	}
	if in.data != nil {
		tuned, err := c.engine.pipeline(name)
		if err != nil {
			return err
		}
		running, err := tuned.Running(in.data)
		if err != nil {
			return err
		}
		return c.source.Add(running)
	}
	reader, err := in.stream()
	if err != nil {
		return err
	}
	defer reader.Close()
	return c.source.AddFrom(reader)
}

// forStream is the pipeline for a text that is not held.
func (c *cleaner) forStream(name string) (*normalize.Pipeline, error) {
	if c.source != nil {
		return c.source.Pipeline(), nil
	}
	tuned, err := c.engine.pipeline(name)
	if err != nil {
		return nil, err
	}
	return tuned.Pipeline, nil
}

// forDocument is the pipeline for an input that is held.
func (c *cleaner) forDocument(in input, name string) (*normalize.Pipeline, error) {
	if c.source == nil || name == standardStream || !in.mode.IsRegular() {
		return c.forStream(name)
	}
	tuned, err := c.engine.pipeline(name)
	if err != nil {
		return nil, err
	}
	running, err := tuned.Running(in.data)
	if err != nil {
		return nil, err
	}
	return c.source.PipelineFor(running)
}
