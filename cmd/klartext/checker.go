package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"
	"golang.org/x/term"

	"klartext/internal/batch"
	"klartext/internal/check"
	"klartext/internal/files"
	"klartext/internal/findings"
)

// checker examines files, some of them at a time.
type checker struct {
	engine   *engine
	options  checkOptions
	given    *pflag.FlagSet
	writer   findings.Writer
	baseline *findings.Baseline // nil if there is none
	files    *replacer
	stdin    io.Reader
	stderr   io.Writer

	found, words int
	failed       bool
}

// examined is a file with what was found in it.
type examined struct {
	path   string
	result check.Result
	err    error
}

// inputs are the files named and those of the folders named.
func (c *checker) inputs(names []string) []job {
	var x expanded
	w := c.options.walk()
	w.Source = c.files.files()
	for _, name := range names {
		if name == standardStream {
			x.jobs = append(x.jobs, job{name: name})
			continue
		}
		info, err := w.Source.Stat(name)
		if err != nil || !info.IsDir() {
			x.jobs = append(x.jobs, job{name: name, err: reason(err)})
			continue
		}
		skipped := w.Files(name, func(f batch.Found) { x.jobs = append(x.jobs, job{name: f.Path}) }, func(path string, err error) {
			x.jobs = append(x.jobs, job{name: path, err: reason(err)})
		})
		x.skipped.Add(skipped)
	}
	if !c.options.quiet {
		writeLeftOut(c.stderr, x.skipped)
	}
	return x.jobs
}

// all examines the inputs and tells by its error what the exit code is to be.
func (c *checker) all(jobs []job) error {
	err := batch.Ordered(c.options.jobs, slices.Values(jobs), c.one, c.deliver)
	if closing := c.writer.Close(); err == nil {
		err = closing
	}
	switch {
	case err != nil:
		return printed(err)
	case c.options.updateBaseline && !c.failed:
		return c.writeBaseline()
	case c.failed:
		return errReported
	case c.tooMany():
		return errFindings
	}
	return nil
}

func (c *checker) one(j job) (e examined) {
	e.path = shownPath(j.name)
	if e.err = j.err; e.err != nil {
		return e
	}
	tuned, err := c.engine.pipeline(j.name)
	if err != nil {
		e.err = err
		return e
	}
	e.result, err = c.examine(tuned, j.name, e.path)
	e.err = reason(err)
	return e
}

// examine reads and examines an input: as a whole, or as a stream if it is too long.
func (c *checker) examine(tuned *tuned, name, path string) (check.Result, error) {
	reader, err := openInput(c.files.files(), name, c.stdin)
	if err != nil {
		return check.Result{}, err
	}
	defer reader.Close()
	rest := &peeked{r: reader}
	limit := int64(maxWhole)
	if rest.isMarkup(c.options.format) {
		limit = maxMarkup
	}
	var head strings.Builder
	n, err := io.Copy(&head, io.LimitReader(rest, limit+1))
	if err != nil {
		return check.Result{}, err
	}
	o := c.wanted(tuned)
	switch {
	case n <= limit:
		return check.Examine(tuned.Pipeline, path, []byte(head.String()), o)
	case limit == maxMarkup:
		return check.Result{}, fmt.Errorf("is larger than %d MiB; --format text reads it as text", maxMarkup>>20)
	}
	return check.Stream(tuned.Pipeline, path, io.MultiReader(strings.NewReader(head.String()), rest), o)
}

// wanted is what counts as a finding in an input of these settings.
func (c *checker) wanted(tuned *tuned) check.Options {
	o := check.Options{MinConfidence: c.options.minConfidence, Notes: c.options.notes, Disabled: c.options.disable}
	set(&o.MinConfidence, tuned.settings.Check.MinConfidence, c.given, "min-confidence")
	o.Noisy = o.MinConfidence
	switch {
	case tuned.settings.Check.MinConfidence.IsSet() || c.given.Changed("min-confidence"):
	case c.baseline != nil && !c.options.updateBaseline:
		o.MinConfidence, o.Noisy = check.FreshConfidence, check.FreshConfidence
	default:
		o.Noisy = check.DefaultNoisy
	}
	set(&o.Disabled, tuned.settings.Check.Disable, c.given, "disable")
	return o
}

// openInput opens a file, or standard input, and decompresses it if its name says so.
func openInput(source files.Source, name string, stdin io.Reader) (io.ReadCloser, error) {
	if name == standardStream {
		return io.NopCloser(stdin), nil
	}
	info, err := source.Stat(name)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, errors.New("is a folder")
	}
	return openCompressed(source, name)
}

// deliver reports what was found in a file.
func (c *checker) deliver(e examined) error {
	if e.err != nil {
		c.failed = true
		fmt.Fprintf(c.stderr, "klartext: reading %s: %v\n", called(e.path), e.err)
		return c.writer.Fail(e.path, e.err)
	}
	fresh := e.result.Findings
	switch {
	case c.options.updateBaseline:
		c.baseline.Collect(e.path, slices.Concat(fresh, e.result.Faint))
	case c.baseline != nil:
		fresh = c.unknown(e)
	}
	for _, f := range fresh {
		if err := c.writer.Write(f); err != nil {
			return err
		}
	}
	c.found += len(fresh)
	c.words += e.result.Words
	return c.writer.File(e.path, len(fresh), e.result.Words)
}

// unknown returns the findings that the baseline does not know. The faint ones take part
// in the comparison: what was faint when the baseline was made is known, too.
func (c *checker) unknown(e examined) (fresh []findings.Finding) {
	found := e.result.Findings
	for _, f := range c.baseline.New(e.path, slices.Concat(found, e.result.Faint)) {
		at := slices.Index(found, f)
		if at < 0 {
			break // the rest is faint
		}
		fresh, found = append(fresh, f), found[at+1:]
	}
	return fresh
}

// tooMany tells whether there are more findings than are allowed.
func (c *checker) tooMany() bool {
	rate, _ := c.options.rate() // checked before
	if rate < 0 {
		return c.found > c.options.maxFindings
	}
	return float64(c.found) > rate*float64(c.words) && c.found > c.options.maxFindings
}

func (c *checker) writeBaseline() error {
	err := c.files.replace(c.options.baseline, 0o644, false, func(w io.Writer) error {
		_, err := c.baseline.WriteTo(w)
		return err
	})
	if err != nil {
		return failure{err}
	}
	if !c.options.quiet {
		fmt.Fprintf(c.stderr, "klartext: %s knows %d findings\n", c.options.baseline, c.baseline.Len())
	}
	return nil
}

// shownPath is how findings name a file: below the working folder by its relative path,
// with slashes, so that they are the same on every machine.
func shownPath(name string) string {
	if name == standardStream {
		return name
	}
	if wd, err := os.Getwd(); err == nil && filepath.IsAbs(name) {
		if relative, err := filepath.Rel(wd, name); err == nil && filepath.IsLocal(relative) {
			name = relative
		}
	}
	return filepath.ToSlash(filepath.Clean(name))
}

// terminalWidth is the width of the terminal that w is, 0 if it is none.
func terminalWidth(w io.Writer) int {
	file, ok := w.(*os.File)
	if !ok {
		return 0
	}
	width, _, err := term.GetSize(int(file.Fd()))
	if err != nil {
		return 0
	}
	return width
}
