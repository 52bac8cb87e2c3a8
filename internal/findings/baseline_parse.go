package findings

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
)

// baselineParser reads a baseline token by token, so that its errors have a place. Of
// an object decoded at once, also the second of two equal names would be lost.
type baselineParser struct {
	data     []byte
	decoder  *json.Decoder
	baseline *Baseline
	start    int64 // of the value that is being decoded
	total    int   // of findings
}

// line is where the parser is, from 1.
func (p *baselineParser) line() int {
	return 1 + bytes.Count(p.data[:min(p.start, int64(len(p.data)))], []byte("\n"))
}

// value decodes what comes next. It notes where that begins.
func (p *baselineParser) value(v any) error {
	p.mark()
	return p.decoder.Decode(v)
}

// mark notes where the next value begins: behind the blanks, a comma and a colon.
func (p *baselineParser) mark() {
	p.start = p.decoder.InputOffset()
	rest := p.data[p.start:]
	p.start += int64(len(rest) - len(bytes.TrimLeft(rest, " \t\r\n,:")))
}

// open reads the beginning of an object or array.
func (p *baselineParser) open(delimiter json.Delim, what string) error {
	p.mark()
	token, err := p.decoder.Token()
	if err != nil {
		return err
	}
	if token != delimiter {
		return fmt.Errorf("%s begins with %s here, not with %v: is this a baseline?", what, delimiter, token)
	}
	return nil
}

// name reads the name of a member.
func (p *baselineParser) name() (string, error) {
	p.mark()
	token, err := p.decoder.Token()
	if err != nil {
		return "", err
	}
	return fmt.Sprint(token), nil
}

func (p *baselineParser) file() error {
	if err := p.open('{', "the file"); err != nil {
		return err
	}
	version := 0
	for p.decoder.More() {
		name, err := p.name()
		if err != nil {
			return err
		}
		switch name {
		case "version":
			if err := p.value(&version); err != nil {
				return err
			}
			err = checkVersion(version)
		case "findings":
			err = p.findings()
		default:
			err = fmt.Errorf("there is nothing named %q in a baseline: take it out, or update klartext", name)
		}
		if err != nil {
			return err
		}
	}
	return checkVersion(version)
}

func checkVersion(version int) error {
	switch {
	case version == 0:
		return errors.New(`the file names no "version": is this a baseline?`)
	case version != baselineVersion:
		const text = "the file has version %d, and this klartext reads %d: update klartext, or make the file anew"
		return fmt.Errorf(text, version, baselineVersion)
	}
	return nil
}

func (p *baselineParser) findings() error {
	if err := p.open('{', `"findings"`); err != nil {
		return err
	}
	for p.decoder.More() {
		path, err := p.name()
		if err != nil {
			return err
		}
		if _, ok := p.baseline.files[cleanPath(path)]; ok {
			return fmt.Errorf("%q is here for a second time: put its lines together", path)
		}
		entries, err := p.entries()
		if err != nil {
			return err
		}
		p.baseline.set(path, entries)
	}
	_, err := p.decoder.Token()
	return err
}

func (p *baselineParser) entries() ([]known, error) {
	if err := p.open('[', "a list of findings"); err != nil {
		return nil, err
	}
	var entries []known
	for p.decoder.More() {
		var e entry
		if err := p.value(&e); err != nil {
			return nil, err
		}
		if e.Rule == "" {
			return nil, errors.New(`a finding has a "rule"; this one has none`)
		}
		// A sum of counts must not overflow.
		if e.Count < 1 || e.Count > math.MaxInt32 || p.total > math.MaxInt-e.Count {
			return nil, fmt.Errorf(`a finding has a "count" from 1 to %d; this one has %d`, math.MaxInt32, e.Count)
		}
		p.total += e.Count
		id := identity{e.Rule, e.Before, e.After, context{e.Left, e.Right}}
		entries = append(entries, known{id, e.Count})
	}
	_, err := p.decoder.Token()
	return merged(entries), err
}

// merged sorts entries and makes one of those that are equal, which a merge may leave.
func merged(entries []known) []known {
	slices.SortFunc(entries, func(a, b known) int { return compareIdentity(a.identity, b.identity) })
	var out []known
	for _, k := range entries {
		if n := len(out); n > 0 && out[n-1].identity == k.identity {
			out[n-1].count += k.count
			continue
		}
		out = append(out, k)
	}
	return out
}
