package batch

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"sync"
	"unicode/utf8"

	"klartext/internal/files"
)

// Entry is the account of one file of a batch, a line of the manifest. It has no date
// and no duration, so that the same work gives the same line.
type Entry struct {
	// Input is the file's path as it was reached, Output that below the output folder,
	// with slashes.
	Input  string `json:"input"`
	Output string `json:"output"`
	// InputRaw and OutputRaw are the same, byte for byte, in a line of the manifest
	// where the path is not UTF-8, as in folders of other times: JSON can't have it.
	InputRaw  []byte `json:"input_raw,omitempty"`
	OutputRaw []byte `json:"output_raw,omitempty"`
	// The SHA-256 of both, in hexadecimal, and their lengths in bytes.
	InputSHA256  string `json:"input_sha256,omitempty"`
	InputBytes   int64  `json:"input_bytes"`
	OutputSHA256 string `json:"output_sha256,omitempty"`
	OutputBytes  int64  `json:"output_bytes"`
	// Version is that of the program, Options how it was set up.
	Version string `json:"version"`
	Options string `json:"options"`
	// Format, Words, Changes by rule, and Suggestions are of what was found.
	Format      string         `json:"format,omitempty"`
	Words       int            `json:"words"`
	Changes     map[string]int `json:"changes,omitempty"`
	Suggestions int            `json:"suggestions"`
	// Error says why there is no output.
	Error string `json:"error,omitempty"`
}

// Manifest is the account of an output folder. While a batch runs, each entry is
// appended to the file as it comes; in the end the file is written anew, in order of
// the outputs. It is safe for many goroutines.
type Manifest struct {
	mu      sync.Mutex
	system  files.System
	path    string
	entries map[string]Entry // by output
	file    files.File
	length  int64 // of the file, up to the end of the last whole line
	// halved tells that half a line stands at the end and could not be taken back.
	// Nothing must follow it until the file is written anew.
	halved bool
}

// ReadManifest reads the entries in dir, the last of each output. It is empty if
// there is no manifest. A last line that an interruption has cut off does not count;
// any other that can't be read is an error, with its number.
func ReadManifest(source files.Source, dir string) (map[string]Entry, error) {
	path := filepath.Join(dir, ManifestName)
	file, err := files.OpenRegular(source, path)
	if errors.Is(err, fs.ErrNotExist) {
		return map[string]Entry{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", files.Shown(path), reason(err))
	}
	defer file.Close()
	entries := make(map[string]Entry)
	reader := bufio.NewReader(file)
	for number := 1; ; number++ {
		line, err := reader.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			return entries, nil // what is left has no end
		}
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", files.Shown(path), reason(err))
		}
		e, err := decode(line)
		if err != nil {
			return nil, fmt.Errorf("reading %s: line %d: %w", files.Shown(path), number, err)
		}
		entries[e.Output] = e
	}
}

// OpenManifest opens the manifest in dir, which exists, for a batch. What it says of
// other outputs stays.
func OpenManifest(system files.System, dir string) (*Manifest, error) {
	entries, err := ReadManifest(system, dir)
	if err != nil {
		return nil, err
	}
	m := &Manifest{system: system, path: filepath.Join(dir, ManifestName), entries: entries}
	// A line that was cut off must not run into the next one.
	if err := m.rewrite(); err != nil {
		return nil, err
	}
	if m.file, err = system.Append(m.path); err != nil {
		return nil, fmt.Errorf("writing %s: %w", files.Shown(m.path), err)
	}
	return m, nil
}

// Entry returns what is known of an output.
func (m *Manifest) Entry(output string) (Entry, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	e, ok := m.entries[output]
	return e, ok
}

// ForgetFailures forgets the failures of a folder and of all below it. A batch of the
// folder tries them again, and notes those that fail again: some may be gone, or may
// have been folders that could not be read.
func (m *Manifest) ForgetFailures(folder string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	maps.DeleteFunc(m.entries, func(_ string, e Entry) bool {
		relative, err := filepath.Rel(folder, e.Input)
		return e.Error != "" && err == nil && filepath.IsLocal(relative)
	})
}

// Add notes e, in the file, too.
func (m *Manifest) Add(e Entry) error {
	line, err := encode(e)
	if err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.entries[e.Output] = e
	if err := m.append(line); err != nil {
		return fmt.Errorf("writing %s: %w", files.Shown(m.path), err)
	}
	return nil
}

// append writes a line, whole or not at all, as far as that can be helped.
func (m *Manifest) append(line []byte) error {
	if m.halved {
		return errors.New("an earlier line could not be written")
	}
	if _, err := m.file.Write(line); err != nil {
		m.halved = m.file.Truncate(m.length) != nil
		return err
	}
	m.length += int64(len(line))
	return nil
}

// Close writes the manifest in order.
func (m *Manifest) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	err := m.file.Close()
	if err != nil {
		err = fmt.Errorf("writing %s: %w", files.Shown(m.path), err)
	}
	// What is written now has all that may be missing in what was closed.
	return errors.Join(err, m.rewrite())
}

// rewrite replaces the file by one with all entries in order.
func (m *Manifest) rewrite() error {
	if err := m.replace(); err != nil {
		return fmt.Errorf("writing %s: %w", files.Shown(m.path), err)
	}
	return nil
}

func (m *Manifest) replace() error {
	file, err := files.CreateTemporary(m.system, filepath.Dir(m.path))
	if err != nil {
		return err
	}
	defer file.Release()
	err = m.fill(file)
	if err == nil {
		err = m.system.Rename(file.Name(), m.path)
	}
	if err != nil {
		// The error that led here says more than one of removing.
		_ = m.system.Remove(file.Name())
		return err
	}
	return m.system.SyncDir(filepath.Dir(m.path))
}

// fill writes all entries to file and closes it in any case.
func (m *Manifest) fill(file files.File) error {
	counted := counter{Writer: file}
	err := m.writeAll(&counted)
	m.length = counted.n
	if err == nil {
		err = file.Chmod(0o644)
	}
	if err == nil {
		err = file.Sync()
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	return err
}

// counter counts what passes to a writer.
type counter struct {
	io.Writer
	n int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.Writer.Write(p)
	c.n += int64(n)
	return n, err
}

func (m *Manifest) writeAll(w io.Writer) error {
	buffer := bufio.NewWriter(w)
	for _, output := range slices.Sorted(maps.Keys(m.entries)) {
		line, err := encode(m.entries[output])
		if err != nil {
			return err
		}
		if _, err := buffer.Write(line); err != nil {
			return err
		}
	}
	return buffer.Flush()
}

// encode writes e as a line.
func encode(e Entry) ([]byte, error) {
	e.InputRaw, e.OutputRaw = unlessUTF8(e.Input), unlessUTF8(e.Output)
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(e)
	return b.Bytes(), err
}

// decode reads what encode has written.
func decode(line []byte) (Entry, error) {
	var e Entry
	err := json.Unmarshal(line, &e)
	if e.InputRaw != nil {
		e.Input, e.InputRaw = string(e.InputRaw), nil
	}
	if e.OutputRaw != nil {
		e.Output, e.OutputRaw = string(e.OutputRaw), nil
	}
	return e, err
}

// reason strips the operation and the path from an error of the file system, which
// messages name in their own way.
func reason(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

func unlessUTF8(path string) []byte {
	if utf8.ValidString(path) {
		return nil
	}
	return []byte(path)
}
