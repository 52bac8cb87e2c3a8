package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"

	"klartext/normalize"
)

// maxWhole is up to how many bytes a file is cleaned as one document, which is
// best: larger ones are streamed, with bounded memory.
const maxWhole = 16 << 20

// cleaner cleans one input after the other.
type cleaner struct {
	pipeline       *normalize.Pipeline
	source         *normalize.Source // what the files show together; nil if each is by itself
	log            *changeLog
	files          *replacer
	paint          painter
	options        fixOptions
	maxWhole       int64 // bytes
	stdin          io.Reader
	stdout, stderr io.Writer
}

// all does the jobs in order. One that fails is reported and does not stop the
// others; only a closed standard output does.
func (c *cleaner) all(jobs []job) error {
	var failed error
	if c.options.sameSource {
		jobs, failed = c.learn(jobs)
	}
	for _, j := range jobs {
		err := c.one(j)
		if errors.Is(err, syscall.EPIPE) && j.output == "" {
			return err
		}
		if err != nil {
			c.report(err)
			failed = errReported
		}
	}
	return failed
}

func (c *cleaner) report(err error) { fmt.Fprintf(c.stderr, "klartext: %v\n", err) }

func (c *cleaner) one(j job) error {
	if j.name == standardStream {
		return c.standardInput()
	}
	info, err := os.Stat(j.name)
	if err == nil {
		err = c.suitable(info)
	}
	if err != nil {
		return fmt.Errorf("reading %s: %w", j.name, reason(err))
	}
	if info.Size() > c.maxWhole && !c.options.diff {
		return c.largeFile(j, info.Mode())
	}
	data, err := os.ReadFile(j.name)
	if err != nil {
		return fmt.Errorf("reading %s: %w", j.name, reason(err))
	}
	return c.document(j, data, info.Mode())
}

// suitable refuses what cannot be cleaned or must not be replaced.
func (c *cleaner) suitable(info fs.FileInfo) error {
	switch {
	case info.IsDir():
		return errors.New("is a folder; name the files in it")
	case c.options.write && !info.Mode().IsRegular():
		return errors.New("is not a regular file and cannot be rewritten")
	case c.options.write && info.Mode().Perm()&0o200 == 0:
		return errors.New("is read-only")
	}
	return nil
}

// standardInput is streamed, except for a diff, which needs all of it.
func (c *cleaner) standardInput() error {
	if !c.options.diff {
		err := c.forStream().Stream(c.stdin, c.stdout, func(change normalize.Change) error {
			return c.log.add(standardStream, change)
		})
		if err != nil {
			return fmt.Errorf("cleaning standard input: %w", err)
		}
		return nil
	}
	data, err := io.ReadAll(c.stdin)
	if err != nil {
		return fmt.Errorf("reading standard input: %w", err)
	}
	return c.document(job{name: standardStream}, data, 0)
}

// document cleans data as a whole. The changes are logged last: a list of
// changes that were not written would be a lie.
func (c *cleaner) document(j job, data []byte, mode fs.FileMode) error {
	text, err := c.pipeline.Decode(data)
	if err != nil {
		return fmt.Errorf("reading %s: %w", j.name, err)
	}
	pipeline, err := c.forDocument(text, mode, j.name)
	if err != nil {
		return fmt.Errorf("cleaning %s: %w", j.name, err)
	}
	result, err := pipeline.Clean(text)
	if err != nil {
		return fmt.Errorf("cleaning %s: %w", j.name, err)
	}
	switch {
	case c.options.diff:
		_, err = c.stdout.Write(unifiedDiff(j.name, text, result.Changes, c.paint))
	case j.output == "":
		_, err = io.WriteString(c.stdout, result.Text)
	case !c.options.write || result.Text != string(data):
		err = c.files.replace(j.output, mode, false, func(w io.Writer) error {
			_, err := io.WriteString(w, result.Text)
			return err
		})
	}
	if err != nil {
		return writing(j, err)
	}
	return c.log.addAll(j.name, result.All())
}

// largeFile streams a file.
func (c *cleaner) largeFile(j job, mode fs.FileMode) error {
	file, err := os.Open(j.name)
	if err != nil {
		return fmt.Errorf("reading %s: %w", j.name, reason(err))
	}
	defer file.Close()
	if j.output == "" {
		err := c.forStream().Stream(file, c.stdout, func(change normalize.Change) error {
			return c.log.add(j.name, change)
		})
		if err != nil {
			return fmt.Errorf("cleaning %s: %w", j.name, err)
		}
		return nil
	}
	var changes []normalize.Change
	err = c.files.replace(j.output, mode, c.options.write, func(w io.Writer) error {
		return c.forStream().Stream(file, w, func(change normalize.Change) error {
			if c.log != nil {
				changes = append(changes, change)
			}
			return nil
		})
	})
	if err != nil {
		return err
	}
	return c.log.addAll(j.name, changes)
}

// writing names what could not be written, which a replacer has done already.
func writing(j job, err error) error {
	if j.output != "" {
		return err
	}
	return fmt.Errorf("writing standard output: %w", err)
}
