package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"klartext/dictionary/domain"
	"klartext/internal/batch"
	"klartext/internal/files"
	"klartext/normalize"
	"klartext/normalize/markup"
)

// texts are the files that are named or stand in folders that are, each once. What
// cannot be read is an error: a model of the others would not be what was asked for.
func (o modelOptions) texts(names []string, source files.Source, stderr io.Writer) ([]string, error) {
	var texts []string
	var skipped batch.Skipped
	seen := fileSet{source: source}
	add := func(path string) {
		if _, found := seen.find(path); !found {
			seen.add(path, path)
			texts = append(texts, path)
		}
	}
	for _, name := range names {
		info, err := source.Stat(name)
		if err != nil {
			return nil, failure{fmt.Errorf("reading %s: %w", name, reason(err))}
		}
		if !info.IsDir() {
			add(name)
			continue
		}
		before := len(texts)
		left, err := o.folder(name, source, add)
		if err != nil {
			return nil, failure{err}
		}
		skipped.Add(left)
		if len(texts) == before {
			return nil, failure{fmt.Errorf("reading %s: holds no text that is not named before; --include says which files are wanted", name)}
		}
	}
	writeLeftOut(stderr, skipped)
	return texts, asFailure(seen.err)
}

func (o modelOptions) folder(root string, source files.Source, add func(string)) (skipped batch.Skipped, failed error) {
	walk := batch.Walk{Include: o.include, Exclude: o.exclude, Source: source}
	skipped = walk.Files(root, func(f batch.Found) { add(f.Path) }, func(path string, err error) {
		failed = errors.Join(failed, fmt.Errorf("reading %s: %w", path, reason(err)))
	})
	return skipped, failed
}

// addText reads a file, decompressed if need be, and adds its running text. Text is
// read piece by piece, a page as a whole.
func addText(b *domain.Builder, reader *normalize.Pipeline, source files.Source, name string, o modelOptions) error {
	file, err := openCompressed(source, name)
	if err != nil {
		return err
	}
	defer file.Close()
	buffered := bufio.NewReaderSize(file, markup.Sniffed())
	head, err := buffered.Peek(markup.Sniffed())
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if o.format == string(markup.Plain) || !beginsLikeMarkup(head) {
		return reader.Passages(buffered, b.Add)
	}
	data, err := io.ReadAll(io.LimitReader(buffered, maxMarkup+1))
	if err != nil {
		return err
	}
	if len(data) > maxMarkup {
		return fmt.Errorf("is larger than %d MiB, too large to be taken as a whole", maxMarkup>>20)
	}
	text, err := reader.Running(data)
	if err != nil {
		return err
	}
	return reader.PassagesOf(text, b.Add)
}
