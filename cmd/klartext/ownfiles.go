package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"klartext/dictionary/confusion"
	"klartext/dictionary/domain"
	"klartext/dictionary/wordlist"
	"klartext/internal/batch"
	"klartext/internal/files"
	"klartext/internal/settings"
	"klartext/normalize"
)

// ownFiles reads what users bring along: lists of words, profiles, domain models.
type ownFiles struct {
	source   files.Source
	lists    map[string]*wordlist.List   // by what they were made of
	profiles map[string]*confusion.Table // by path
	models   map[string]*domain.Model    // by path
}

// options are those of the pipeline for the user's words and profiles. sums name the
// files by their content, since what a text becomes depends on it.
func (f *ownFiles) options(s settings.Settings) (options []normalize.Option, sums []string, err error) {
	list, listed, err := f.list(s.Dictionary)
	if err != nil {
		return nil, nil, err
	}
	if list != nil {
		options = append(options, normalize.Words(list))
	}
	if patterns := s.Dictionary.Protect.All(); len(patterns) > 0 {
		expressions := make([]string, len(patterns))
		for i, p := range patterns {
			expressions[i] = p.String()
		}
		protection, err := wordlist.Patterns(expressions)
		if err != nil {
			return nil, nil, err
		}
		options = append(options, normalize.Protect(protection))
		listed = append(listed, "protect="+shortSum([]byte(strings.Join(expressions, "\n"))))
	}
	for _, path := range s.Profiles.Value {
		table, sum, err := f.profile(path)
		if err != nil {
			return nil, nil, s.Profiles.Origin.Wrap(err)
		}
		options = append(options, normalize.Profiles(table))
		listed = append(listed, "profile="+sum)
	}
	if s.Model.Value == "" {
		return options, listed, nil
	}
	m, err := f.domainModel(s.Model.Value)
	if err != nil {
		return nil, nil, s.Model.Origin.Wrap(err)
	}
	return append(options, normalize.Model(m)), append(listed, modelSum(m)), nil
}

// list gathers the user's words; nil if there are none.
func (f *ownFiles) list(d settings.Dictionary) (*wordlist.List, []string, error) {
	if len(d.Files)+len(d.Words)+len(d.Replace) == 0 {
		return nil, nil, nil
	}
	sums, err := f.sumsOf(d)
	if err != nil {
		return nil, nil, err
	}
	key := strings.Join(sums, " ")
	if list, ok := f.lists[key]; ok {
		return list, sums, nil
	}
	list, err := readList(d)
	if err != nil {
		return nil, nil, err
	}
	if f.lists == nil {
		f.lists = make(map[string]*wordlist.List)
	}
	f.lists[key] = list
	return list, sums, nil
}

// sumsOf names the words, and the files with words, by their content.
func (f *ownFiles) sumsOf(d settings.Dictionary) ([]string, error) {
	var sums []string
	for _, file := range d.Files {
		sum, err := sumOfRegular(f.source, file.Value)
		if err != nil {
			return nil, file.Origin.Wrap(fmt.Errorf("reading %s: %w", called(file.Value), reason(err)))
		}
		sums = append(sums, "dict="+sum[:sumShown])
	}
	var inline strings.Builder
	for _, word := range d.Words.All() {
		inline.WriteString(word + "\n")
	}
	for _, r := range d.Replace.All() {
		inline.WriteString(r.Before + "→" + r.After + "\t" + r.Reason + "\n")
	}
	if inline.Len() > 0 {
		sums = append(sums, "words="+shortSum([]byte(inline.String())))
	}
	return sums, nil
}

// sumOfRegular is the checksum of a file. A list in a pipe could not be read after that,
// and a settings file may name a device that has no end.
func sumOfRegular(source files.Source, path string) (string, error) {
	if err := mustBeRegular(source, path); err != nil {
		return "", err
	}
	sum, _, err := batch.SumFile(source, path)
	return sum, err
}

func mustBeRegular(source files.Source, path string) error {
	info, err := source.Stat(path)
	if err == nil && !info.Mode().IsRegular() {
		err = files.ErrNotRegular
	}
	return err
}

func readList(d settings.Dictionary) (*wordlist.List, error) {
	var b wordlist.Builder
	for _, file := range d.Files {
		add := b.AddFile
		if strings.EqualFold(filepath.Ext(file.Value), ".dic") {
			add = b.AddHunspell
		}
		if err := add(file.Value); err != nil {
			return nil, file.Origin.Wrap(err)
		}
	}
	for _, word := range d.Words {
		if err := b.Add(word.Value, 0); err != nil {
			return nil, word.Origin.Wrap(err)
		}
	}
	for _, r := range d.Replace {
		if err := b.AddReplacement(r.Value.Before, r.Value.After, r.Value.Reason); err != nil {
			return nil, r.Origin.Wrap(err)
		}
	}
	return b.Build()
}

// profile reads a table of confusions.
func (f *ownFiles) profile(path string) (*confusion.Table, string, error) {
	err := mustBeRegular(f.source, path)
	var data []byte
	if err == nil {
		data, err = readWhole(f.source, path)
	}
	if err != nil {
		return nil, "", fmt.Errorf("reading %s: %w", called(path), reason(err))
	}
	sum := shortSum(data)
	if table, ok := f.profiles[sum]; ok {
		return table, sum, nil
	}
	// A name with a slash is none of the known engines'.
	table, err := confusion.Read("./"+strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)), bytes.NewReader(data))
	if err == nil && len(table.Rules) == 0 {
		err = errors.New("has no confusions")
	}
	if err != nil {
		return nil, "", fmt.Errorf("reading %s: %w", called(path), err)
	}
	if f.profiles == nil {
		f.profiles = make(map[string]*confusion.Table)
	}
	f.profiles[sum] = table
	return table, sum, nil
}

// sumShown is how many digits of a checksum tell files apart.
const sumShown = 12

func shortSum(data []byte) string { return batch.Sum(data)[:sumShown] }

// domainModel reads the model of a domain, the first time.
func (f *ownFiles) domainModel(path string) (*domain.Model, error) {
	if m, ok := f.models[path]; ok {
		return m, nil
	}
	m, err := openModel(f.source, path)
	if err != nil {
		return nil, err
	}
	if f.models == nil {
		f.models = make(map[string]*domain.Model)
	}
	f.models[path] = m
	return m, nil
}

// modelSum names a model by its content.
func modelSum(m *domain.Model) string { return fmt.Sprintf("model=%016x", m.Checksum()) }
