package main

import (
	"path/filepath"
	"sync"
	"time"

	"github.com/spf13/pflag"

	"klartext/internal/files"
	"klartext/internal/settings"
	"klartext/normalize"
	"klartext/normalize/markup"
)

// engine makes the pipelines that inputs are cleaned with, as flags and the settings
// for each input want it. It is safe for many goroutines.
type engine struct {
	options engineOptions
	given   *pflag.FlagSet
	format  markup.Format

	mu        sync.Mutex
	files     map[string]*settings.File // by the folder of the input
	pipelines map[string]*tuned         // by their settings
	loaded    ownFiles
}

// tuned is a pipeline and the settings that it was made with.
type tuned struct {
	*normalize.Pipeline
	settings settings.Settings
	// fingerprint tells of all settings that the clean text depends on, in one line.
	fingerprint string
}

func newEngine(o engineOptions, given *pflag.FlagSet, source files.Source) (*engine, error) {
	format, err := markup.Named(o.format)
	if err != nil {
		return nil, err
	}
	return &engine{
		options: o, given: given, format: format,
		files: make(map[string]*settings.File), pipelines: make(map[string]*tuned),
		loaded: ownFiles{source: source},
	}, nil
}

// settings are those in force for an input; "" stands for the working folder.
func (e *engine) settings(name string) (settings.Settings, error) {
	file, err := e.file(name)
	if err != nil {
		return settings.Settings{}, failure{err}
	}
	return e.options.over(file.For(name), e.given), nil
}

// file is the settings file for an input, nil if there is none.
func (e *engine) file(name string) (*settings.File, error) {
	if e.options.isolated {
		return nil, nil
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	dir := filepath.Dir(name)
	if file, ok := e.files[dir]; ok {
		return file, nil
	}
	file, err := e.find(name)
	if err == nil {
		e.files[dir] = file
	}
	return file, err
}

func (e *engine) find(name string) (*settings.File, error) {
	path := e.options.config
	if path == "" {
		found, err := settings.Find(name)
		if err != nil || found == "" {
			return nil, err
		}
		path = found
	}
	for _, known := range e.files {
		if known != nil && known.Path == path {
			return known, nil
		}
	}
	return settings.Load(path)
}

// pipeline is what an input is cleaned with.
func (e *engine) pipeline(name string) (*tuned, error) {
	s, err := e.settings(name)
	if err != nil {
		return nil, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	key := keyOf(s)
	if t, ok := e.pipelines[key]; ok {
		return t, nil
	}
	t, err := e.tune(s)
	if err != nil {
		return nil, err
	}
	e.pipelines[key] = t
	return t, nil
}

// keyOf is the same for settings with the same values.
func keyOf(s settings.Settings) string {
	key := ""
	for _, row := range s.Rows() {
		key += row.Key + "=" + row.Value + "\n"
	}
	return key
}

// tune makes a pipeline.
func (e *engine) tune(s settings.Settings) (*tuned, error) {
	options := []normalize.Option{
		normalize.Only(s.Only.Value...), normalize.Skip(s.Skip.Value...), normalize.Mode(s.Mode.Value), normalize.Era(s.Era.Value),
		normalize.Encoding(s.Encoding.Value), normalize.InFormat(e.format),
	}
	if s.FoldLongS.Value {
		options = append(options, normalize.FoldLongS())
	}
	if s.KeepOriginal.Value {
		options = append(options, normalize.KeepOriginal())
	}
	own, sums, err := e.loaded.options(s)
	if err != nil {
		return nil, failure{err}
	}
	t := &tuned{settings: s, fingerprint: fingerprint(s, e.options, sums)}
	options = append(options, own...)
	if s.Provenance.Value && !e.options.readsOnly {
		at, err := recordedTime(time.Now())
		if err != nil {
			return nil, err
		}
		options = append(options, normalize.Recording(markup.Provenance{
			Software: "klartext", Version: shortVersion(), Settings: t.fingerprint, Time: at,
		}))
	}
	t.Pipeline, err = normalize.New(options...)
	return t, err
}
