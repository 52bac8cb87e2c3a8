package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"klartext/internal/batch"
)

// account fills in what the manifest is to say of o, if there is one.
func (c *cleaner) account(o *outcome, in input) {
	if c.manifest == nil {
		return
	}
	o.entry = batch.Entry{
		Input: o.job.name, Output: c.relative(o.job.output), Version: shortVersion(), Options: c.options.fingerprint(),
		Format: string(o.file.Format), Words: o.file.Reading.Words, Suggestions: len(o.file.Reading.Suggestions),
		Changes: countRules(o.file.Reading.Changes),
	}
	if in.mode == 0 {
		return // it could not be read
	}
	var err error
	if in.raw != nil {
		o.entry.InputSHA256, o.entry.InputBytes = batch.Sum(in.raw), int64(len(in.raw))
	} else {
		o.entry.InputSHA256, o.entry.InputBytes, err = batch.SumFile(o.job.name)
	}
	if err == nil && o.err == nil {
		o.entry.OutputSHA256, o.entry.OutputBytes, err = batch.SumFile(o.job.output)
	}
	if err != nil && o.err == nil {
		o.err = fmt.Errorf("reading %s again: %w", o.job.name, reason(err))
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
	if !known || e.Error != "" || e.Input != o.job.name || e.Version != shortVersion() || e.Options != c.options.fingerprint() {
		return false
	}
	if sum, _, err := batch.SumFile(o.job.name); err != nil || sum != e.InputSHA256 {
		return false
	}
	if sum, _, err := batch.SumFile(o.job.output); err != nil || sum != e.OutputSHA256 {
		return false
	}
	o.skipped, o.entry = true, e
	return true
}

// fingerprint tells of all options that the clean text depends on, in one line.
func (o fixOptions) fingerprint() string {
	settings := []string{"mode=" + o.mode.String(), "era=" + o.era.String(), "format=" + o.format}
	list := func(name string, values []string) {
		if len(values) > 0 {
			settings = append(settings, name+"="+strings.Join(values, ","))
		}
	}
	list("only", o.only)
	list("skip", o.skip)
	if o.encoding != "" {
		settings = append(settings, "encoding="+o.encoding)
	}
	for _, flag := range []struct {
		name string
		set  bool
	}{
		{"fold-long-s", o.foldLongS}, {"keep-original", o.keepOriginal}, {"no-provenance", o.noProvenance}, {"same-source", o.sameSource},
	} {
		if flag.set {
			settings = append(settings, flag.name)
		}
	}
	return strings.Join(settings, " ")
}
