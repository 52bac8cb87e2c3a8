package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"syscall"

	"github.com/spf13/cobra"

	"klartext/internal/batch"
	"klartext/internal/files"
	"klartext/internal/records"
	"klartext/normalize"
)

// maxRecord is how long a line of JSON may be, in bytes.
const maxRecord = 64 << 20

// record is a line of JSON and its number.
type record struct {
	line   []byte
	number int
	// tooLong tells that only the beginning of the line was kept.
	tooLong bool
	err     error // why it could not be read; it is the last one then
}

// cleanedRecord is a line to be written, and what went wrong with it.
type cleanedRecord struct {
	line []byte
	err  error
	last bool // nothing more can be read
}

// cleanRecords cleans lines of JSON from files or standard input. Each is written as
// soon as it is ready and its turn has come, since somebody may be waiting for it.
func cleanRecords(cmd *cobra.Command, pipeline *normalize.Pipeline, names []string, o fixOptions, source files.Source) error {
	if len(names) == 0 {
		names = []string{standardStream}
	}
	cleaner := records.Cleaner{Pipeline: pipeline, Text: o.textField}
	failed := 0
	for _, name := range names {
		in, err := openRecords(source, name, cmd.InOrStdin())
		if err != nil {
			return failure{fmt.Errorf("reading %s: %w", called(name), reason(err))}
		}
		err = batch.Ordered(o.jobs, recordsOf(in), func(r record) cleanedRecord {
			if r.err != nil {
				return cleanedRecord{err: r.err, last: true}
			}
			if r.tooLong {
				line, err := cleaner.Refuse(r.line, r.number, fmt.Errorf("is longer than %d MiB", maxRecord>>20))
				return cleanedRecord{line: line, err: err}
			}
			line, err := cleaner.Clean(r.line, r.number)
			return cleanedRecord{line: line, err: err}
		}, func(c cleanedRecord) error {
			if c.last {
				return c.err
			}
			if c.err != nil {
				failed++
			}
			_, err := cmd.OutOrStdout().Write(append(c.line, '\n'))
			return writing(err)
		})
		if closing := in.Close(); err == nil {
			err = closing
		}
		if errors.Is(err, syscall.EPIPE) {
			return err
		}
		if err != nil {
			return failure{fmt.Errorf("cleaning %s: %w", called(name), err)}
		}
	}
	if failed > 0 {
		return failure{fmt.Errorf("%s could not be cleaned; they have a field error instead", count(failed, "record"))}
	}
	return nil
}

func openRecords(source files.Source, name string, stdin io.Reader) (io.ReadCloser, error) {
	if name == standardStream {
		return io.NopCloser(stdin), nil
	}
	return openCompressed(source, name)
}

// recordsOf yields the lines of r that are not blank.
func recordsOf(r io.Reader) iter.Seq[record] {
	return func(yield func(record) bool) {
		reader := bufio.NewReaderSize(r, 64<<10)
		for number := 1; ; number++ {
			line, tooLong, err := readRecord(reader)
			next := record{line: line, number: number, tooLong: tooLong}
			if (tooLong || len(bytes.TrimSpace(line)) > 0) && !yield(next) {
				return
			}
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(record{err: err})
				return
			}
		}
	}
}

// readRecord reads a line, of which only the beginning is kept if it is too long.
func readRecord(reader *bufio.Reader) (line []byte, tooLong bool, err error) {
	for {
		part, err := reader.ReadSlice('\n')
		if len(line)+len(part) > maxRecord {
			tooLong = true
		} else {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimSuffix(line, []byte("\n")), tooLong, err
		}
	}
}
