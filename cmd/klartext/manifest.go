package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"klartext/internal/batch"
	"klartext/internal/settings"
)

// account fills in what the manifest is to say of o, if there is one.
func (c *cleaner) account(o *outcome, in input) {
	if c.manifest == nil {
		return
	}
	o.entry = batch.Entry{
		Input: o.job.name, Output: c.relative(o.job.output), Version: shortVersion(), Options: c.fingerprint(o.job.name),
		Format: string(o.file.Format), Words: o.file.Reading.Words, Suggestions: len(o.file.Reading.Suggestions),
		Changes: countRules(o.file.Reading.Changes),
	}
	if in.mode == 0 {
		return // it could not be read
	}
	again, err := o.job.name, error(nil)
	switch {
	case in.sum != nil:
		o.entry.InputSHA256, o.entry.InputBytes = in.sum()
	case in.raw != nil:
		o.entry.InputSHA256, o.entry.InputBytes = batch.Sum(in.raw), int64(len(in.raw))
	default:
		o.entry.InputSHA256, o.entry.InputBytes, err = batch.SumFile(c.files.files(), again)
	}
	if err == nil && o.err == nil {
		again = o.job.output
		o.entry.OutputSHA256, o.entry.OutputBytes, err = batch.SumFile(c.files.files(), again)
	}
	if err != nil && o.err == nil {
		o.err = fmt.Errorf("reading %s again: %w", called(again), reason(err))
	}
}

// relative is an output's path below the output folder, with slashes.
func (c *cleaner) relative(output string) string {
	relative, err := filepath.Rel(c.options.outputDir, output)
	if err != nil {
		return output
	}
	return filepath.ToSlash(relative)
}

// isDone tells whether the manifest knows o's output as made of what the input is now,
// in the same way, and the output is still that.
func (c *cleaner) isDone(o *outcome) bool {
	if c.manifest == nil {
		return false
	}
	e, known := c.manifest.Entry(c.relative(o.job.output))
	if !known || e.Error != "" || e.Input != o.job.name || e.Version != shortVersion() || e.Options != c.fingerprint(o.job.name) {
		return false
	}
	// A pipe must not be read only to look: what it holds does not come again.
	if info, err := c.files.files().Stat(o.job.name); err != nil || !info.Mode().IsRegular() {
		return false
	}
	if sum, _, err := batch.SumFile(c.files.files(), o.job.name); err != nil || sum != e.InputSHA256 {
		return false
	}
	if sum, _, err := batch.SumFile(c.files.files(), o.job.output); err != nil || sum != e.OutputSHA256 {
		return false
	}
	o.skipped, o.entry = true, e
	return true
}

// fingerprint tells of all that the clean text depends on, in one line. It is empty if
// the settings for the input cannot be read, which is an error of its own.
func (c *cleaner) fingerprint(name string) string {
	tuned, err := c.engine.pipeline(name)
	if err != nil {
		return ""
	}
	return tuned.fingerprint
}

// fingerprint tells of settings that the clean text depends on, in one line; sums name
// the user's files by their content.
func fingerprint(s settings.Settings, o engineOptions, sums []string) string {
	out := []string{"mode=" + s.Mode.Value.String(), "era=" + s.Era.Value.String(), "format=" + o.format}
	list := func(name string, values []string) {
		if len(values) > 0 {
			out = append(out, name+"="+strings.Join(values, ","))
		}
	}
	list("only", s.Only.Value)
	list("skip", s.Skip.Value)
	if s.Encoding.Value != "" {
		out = append(out, "encoding="+s.Encoding.Value)
	}
	out = append(out, sums...)
	for _, flag := range []struct {
		name string
		set  bool
	}{
		{"fold-long-s", s.FoldLongS.Value}, {"keep-original", s.KeepOriginal.Value}, {"no-provenance", !s.Provenance.Value},
		{"same-source", o.sameSource},
	} {
		if flag.set {
			out = append(out, flag.name)
		}
	}
	return strings.Join(out, " ")
}
