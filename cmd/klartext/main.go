// Command klartext turns raw OCR text into clean German.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// The exit codes.
const (
	exitDone        = 0
	exitFailure     = 1 // at least one file failed, or nothing could be done
	exitUsage       = 2 // the command line makes no sense; nothing was written
	exitFindings    = 2 // of check, for which wrong usage is a failure
	exitInterrupted = 130
)

func main() {
	collectGarbage()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run executes the command line and returns the exit code. An interrupt ends it
// at once, whatever it is reading or cleaning, with no temporary file left.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	// A closed pipe then shows as an error of the write, which ends the work in
	// good order, instead of killing the process between two files.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	files := &replacer{}
	done := make(chan int, 1)
	go func() { done <- execute(args, stdin, stdout, stderr, files) }()
	select {
	case code := <-done:
		return code
	case <-ctx.Done():
		files.abandon()
		return exitInterrupted
	}
}

// execute runs the command and reports its error.
func execute(args []string, stdin io.Reader, stdout, stderr io.Writer, files *replacer) int {
	root := newRootCommand(files)
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	command, err := root.ExecuteC()
	if settling := files.settleAll(); err == nil && settling != nil {
		err = failure{settling}
	}
	switch failed := (failure{}); {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return exitDone
	case errors.Is(err, errReported):
		return exitFailure
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.As(err, &failed):
		fmt.Fprintf(stderr, "klartext: %v\n", err)
		return exitFailure
	}
	fmt.Fprintf(stderr, "klartext: %v\nTry '%s --help'.\n", err, command.CommandPath())
	if command.Name() == "check" {
		return exitFailure // 2 would look like findings
	}
	return exitUsage
}

// failure is an error of the work, not of the command line: all others that a
// command returns are taken for wrong usage.
type failure struct{ error }

func (f failure) Unwrap() error { return f.error }

// asFailure turns an error of the work into a failure.
func asFailure(err error) error {
	if err == nil {
		return nil
	}
	return failure{err}
}

// printed turns the error of writing to standard output into a failure.
func printed(err error) error {
	if err == nil {
		return nil
	}
	return failure{fmt.Errorf("writing standard output: %w", reason(err))}
}

// errReported says that the work failed and that stderr says how.
var errReported = errors.New("failed")
