package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"

	"klartext/internal/batch"
	"klartext/internal/files"
	"klartext/normalize"
)

// cleaner cleans inputs, some of them at a time.
type cleaner struct {
	engine         *engine
	source         *normalize.Source // what the files show together; nil if each is by itself
	observers      []observer
	log            *changeLog // one of the observers, which takes streams, too
	files          *replacer
	manifest       *batch.Manifest // nil if there is none
	progress       *progress       // nil if none is shown
	paint          painter
	options        fixOptions
	jobs           int
	maxWhole       int64 // bytes
	stdin          io.Reader
	stdout, stderr io.Writer
}

// observer is told of each document that has been cleaned, in the order of the inputs.
type observer interface {
	observe(d document) error
	finish() error
}

// document is a cleaned input.
type document struct {
	name string // as given
	file normalize.File
}

// outcome is what has become of a job.
type outcome struct {
	job  job
	err  error
	file normalize.File
	// print, if there is one, writes to standard output; it waits for its turn.
	print func() error
	// skipped tells that the output was there already.
	skipped bool
	entry   batch.Entry
}

// all does the jobs. One that fails is reported and does not stop the others; only a
// closed standard output does.
func (c *cleaner) all(jobs []job) error {
	var failed error
	if c.options.sameSource {
		jobs, failed = c.learn(jobs)
	}
	c.progress.begin(len(jobs))
	err := batch.Ordered(max(1, c.jobs), slices.Values(jobs), c.one, func(o *outcome) error {
		err := c.deliver(o)
		if errors.Is(err, syscall.EPIPE) && o.job.output == "" {
			return err
		}
		if err != nil {
			c.progress.clear()
			c.report(err)
			failed = errReported
		}
		c.progress.done(o, err)
		return nil
	})
	c.progress.end()
	if err != nil {
		return err
	}
	return failed
}

func (c *cleaner) report(err error) { fmt.Fprintf(c.stderr, "klartext: %v\n", err) }

// one does a job, up to what must wait for its turn.
func (c *cleaner) one(j job) *outcome {
	o := &outcome{job: j, err: j.err}
	if o.err != nil {
		c.account(o, input{})
		return o
	}
	if j.name == standardStream {
		o.print = func() error { return c.standardInput(&o.file) }
		return o
	}
	if c.options.resume && c.isDone(o) {
		return o
	}
	in, err := c.readFile(j.name)
	switch {
	case err != nil:
		o.err = fmt.Errorf("reading %s: %w", called(j.name), reason(err))
	case in.data == nil:
		o.err = c.streamed(o, in)
	default:
		o.err = c.document(o, in)
	}
	c.account(o, in)
	return o
}

// deliver does what of a job has waited for its turn. The changes are told of last: a
// list of changes that were not written would be a lie.
func (c *cleaner) deliver(o *outcome) error {
	err := o.err
	if err == nil && o.print != nil {
		err = o.print()
	}
	if c.manifest != nil && !o.skipped {
		if err != nil {
			o.entry.Error = err.Error()
		}
		if noting := c.manifest.Add(o.entry); err == nil {
			err = noting
		}
	}
	if err != nil || o.skipped {
		return err
	}
	for _, observer := range c.observers {
		if err := observer.observe(document{name: o.job.name, file: o.file}); err != nil {
			return err
		}
	}
	return nil
}

// standardInput is streamed if it is a text, except for a diff, which needs all of it.
func (c *cleaner) standardInput(file *normalize.File) error {
	rest := &peeked{r: c.stdin}
	if !c.options.diff && len(c.options.reports) == 0 && !rest.isMarkup(c.options.format) {
		pipeline, err := c.forStream(standardStream)
		if err != nil {
			return err
		}
		err = pipeline.Stream(rest, c.stdout, func(change normalize.Change) error {
			return c.log.add(standardStream, change)
		})
		if err != nil {
			return fmt.Errorf("cleaning standard input: %w", err)
		}
		return nil
	}
	in, err := c.read(rest)
	if err == nil && in.data == nil {
		err = errors.New("is too large for a report: name a file")
	}
	if err != nil {
		return fmt.Errorf("reading standard input: %w", err)
	}
	o := outcome{job: job{name: standardStream}}
	if err := c.document(&o, in); err != nil {
		return err
	}
	*file = o.file
	return o.print()
}

// document cleans an input as a whole.
func (c *cleaner) document(o *outcome, in input) error {
	pipeline, err := c.forDocument(in, o.job.name)
	if err != nil {
		return fmt.Errorf("reading %s: %w", called(o.job.name), err)
	}
	if o.file, err = pipeline.CleanFile(in.data); err != nil {
		return fmt.Errorf("reading %s: %w", called(o.job.name), err)
	}
	same := o.file.Text == string(in.data)
	switch {
	case c.options.diff:
		o.print = func() error {
			_, err := c.stdout.Write(unifiedDiff(files.Shown(o.job.name), o.file.Input, o.file.Changes, c.paint))
			return writing(err)
		}
	case o.job.output == "":
		o.print = func() error {
			_, err := io.WriteString(c.stdout, o.file.Text)
			return writing(err)
		}
	case c.options.write && same:
	default:
		return c.store(o.job, in, same, o.file.Text)
	}
	return nil
}

// called is what messages call an input.
func called(name string) string {
	if name == standardStream {
		return "standard input"
	}
	return files.Shown(name)
}

// store writes a clean text to the job's output: in place of the input, which may be
// kept under another name, or elsewhere. What has not changed stays the same to the
// byte, compressed or not.
func (c *cleaner) store(j job, in input, same bool, text string) error {
	if err := c.makeFolder(j.output); err != nil {
		return err
	}
	return c.files.replaceAfter(j.output, in.mode, false, func(w io.Writer) error {
		if same && in.raw != nil {
			return writesString(string(in.raw))(w)
		}
		return compressedCopy(j.output, w, writesString(text))
	}, c.keeping(j, in))
}

// makeFolder makes the folder that path is to be in.
func (c *cleaner) makeFolder(path string) error {
	dir := filepath.Dir(path)
	if err := c.files.files().MkdirAll(dir); err != nil {
		return fmt.Errorf("making %s: %w", called(dir), reason(err))
	}
	return nil
}

// streamed cleans a text that is not held. Its changes are told of when it is written;
// if they go nowhere but to the list, and the text to standard output, as they come.
func (c *cleaner) streamed(o *outcome, in input) error {
	each := func(change normalize.Change) error { return c.log.add(o.job.name, change) }
	if len(c.options.reports) > 0 || o.job.output != "" && c.log != nil {
		each = o.collect
	}
	if o.job.output == "" {
		o.print = func() error { return c.streamTo(c.stdout, o.job.name, in, each) }
		return nil
	}
	if err := c.makeFolder(o.job.output); err != nil {
		return err
	}
	return c.files.replaceAfter(o.job.output, in.mode, c.options.write, func(w io.Writer) error {
		return compressedCopy(o.job.output, w, func(w io.Writer) error { return c.streamTo(w, o.job.name, in, each) })
	}, c.keeping(o.job, in))
}

// collect notes a change of a text that is streamed.
func (o *outcome) collect(change normalize.Change) error {
	f := &o.file
	if change.Applied {
		f.Changes = append(f.Changes, change)
	} else {
		f.Suggestions = append(f.Suggestions, change)
	}
	f.Reading.Changes, f.Reading.Suggestions = f.Changes, f.Suggestions
	return nil
}

func (c *cleaner) streamTo(w io.Writer, name string, in input, each func(normalize.Change) error) error {
	reader, err := in.stream()
	if err != nil {
		return fmt.Errorf("reading %s: %w", called(name), reason(err))
	}
	defer reader.Close()
	pipeline, err := c.forStream(name)
	if err != nil {
		return err
	}
	if err := pipeline.Stream(reader, w, each); err != nil {
		return fmt.Errorf("cleaning %s: %w", called(name), err)
	}
	return nil
}

// writing says of an error that it comes of writing to standard output.
func writing(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("writing standard output: %w", err)
}

// keeping makes sure that an input that is to be rewritten is still what was read, and
// stores it under another name, if that is wanted.
func (c *cleaner) keeping(j job, in input) func() error {
	return func() error {
		if !c.options.write {
			return nil
		}
		if err := c.unchanged(j.output, in.info); err != nil {
			return fmt.Errorf("writing %s: %w", called(j.name), reason(err))
		}
		if c.options.backup == "" {
			return nil
		}
		return keepBackup(c.files, j.output, j.output+c.options.backup, in.mode)
	}
}

// unchanged fails if somebody has written to a file since before: what they wrote
// would be lost.
func (c *cleaner) unchanged(path string, before fs.FileInfo) error {
	now, err := c.files.files().Stat(path)
	if err != nil {
		return err
	}
	if !os.SameFile(before, now) || now.Size() != before.Size() || !now.ModTime().Equal(before.ModTime()) {
		return errors.New("somebody has changed it since it was read; it is left as they made it")
	}
	return nil
}
