package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"klartext/internal/batch"
	"klartext/internal/files"
	"klartext/internal/settings"
)

// inputOptions are the flags that say which files are worked on, and how many at a time.
type inputOptions struct {
	include, exclude     []string
	hidden, follow, null bool
	filesFrom            string
	jobs                 int
}

// addInputFlags adds the flags that fix and check have.
func addInputFlags(cmd *cobra.Command, o *inputOptions) {
	flags := cmd.Flags()
	flags.StringSliceVar(&o.include, "include", nil, "in folders, take the files that match `PATTERN` (with ** for any folders) instead of those with the endings of OCR texts")
	flags.StringSliceVar(&o.exclude, "exclude", nil, "in folders, leave out files and folders that match `PATTERN`")
	flags.BoolVar(&o.hidden, "hidden", false, "in folders, take hidden files and folders, too")
	flags.BoolVar(&o.follow, "follow", false, "in folders, follow links to folders")
	flags.StringVar(&o.filesFrom, "files-from", "", "read names of files from `FILE` (-: standard input), one a line")
	flags.BoolVarP(&o.null, "null", "0", false, "with --files-from, the names end in NUL")
	flags.IntVarP(&o.jobs, "jobs", "j", settings.Defaults().Jobs.Value, "work on up to `N` files at a time")
	describeDefault(cmd, "jobs", "the number of cores")
	for _, free := range []string{"exclude", "include", "jobs"} {
		completeValues(cmd, free)
	}
}

// settle takes from settings what no flag says.
func (o *inputOptions) settle(s settings.Settings, given *pflag.FlagSet) {
	set(&o.include, s.Include, given, "include")
	set(&o.exclude, s.Exclude, given, "exclude")
	set(&o.jobs, s.Jobs, given, "jobs")
}

// set takes a value from settings if no flag says it.
func set[T any](option *T, setting settings.Value[T], given *pflag.FlagSet, flag string) {
	if setting.IsSet() && !given.Changed(flag) {
		*option = setting.Value
	}
}

// check refuses what makes no sense.
func (o *inputOptions) check() error {
	switch {
	case o.null && o.filesFrom == "":
		return errors.New("-0 goes with --files-from, which is not given")
	case o.jobs < 1:
		return fmt.Errorf("--jobs is at least 1, not %d", o.jobs)
	}
	return o.walk().Check()
}

// walk says which files of folders are wanted.
func (o *inputOptions) walk() batch.Walk {
	return batch.Walk{Include: o.include, Exclude: o.exclude, Hidden: o.hidden, Follow: o.follow}
}

// named adds the names in --files-from to those given by themselves.
func (o *inputOptions) named(names []string, source files.Source, stdin io.Reader) ([]string, error) {
	if o.filesFrom == "" {
		return names, nil
	}
	more, err := readNames(source, o.filesFrom, o.null, stdin)
	if err != nil {
		return nil, failure{err}
	}
	return append(names, more...), nil
}
