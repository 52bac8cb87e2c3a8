package findings

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// baselineVersion is that of the file format.
const baselineVersion = 1

// entry is a line of a baseline file.
type entry struct {
	Rule   string `json:"rule"`
	Before string `json:"before"`
	After  string `json:"after"`
	Left   string `json:"left"`
	Right  string `json:"right"`
	Count  int    `json:"count"`
}

// WriteTo writes b as JSON, with a line for each kind of finding, sorted: two versions
// are easy to compare and to merge. It returns the number of bytes written.
func (b *Baseline) WriteTo(w io.Writer) (int64, error) {
	var out bytes.Buffer
	fmt.Fprintf(&out, "{\n \"version\": %d,\n \"findings\": {", baselineVersion)
	for i, path := range slices.Sorted(maps.Keys(b.files)) {
		name, err := marshal(path)
		if err != nil {
			return 0, fmt.Errorf("writing the baseline: %w", err)
		}
		fmt.Fprintf(&out, "%s\n  %s: [", comma(i), name)
		if err := writeEntries(&out, b.files[path]); err != nil {
			return 0, fmt.Errorf("writing the baseline: %w", err)
		}
		out.WriteString("\n  ]")
	}
	out.WriteString("\n }\n}\n")
	n, err := out.WriteTo(w)
	if err != nil {
		return n, fmt.Errorf("writing the baseline: %w", err)
	}
	return n, nil
}

func writeEntries(out *bytes.Buffer, entries []known) error {
	for i, k := range entries {
		line, err := marshal(entry{k.rule, k.before, k.after, k.left, k.right, k.count})
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "%s\n   %s", comma(i), line)
	}
	return nil
}

// comma stands before each element but the first.
func comma(i int) string {
	if i == 0 {
		return ""
	}
	return ","
}

// ReadBaseline reads what [Baseline.WriteTo] wrote. Its errors name the line that they
// are about and what to do.
func ReadBaseline(r io.Reader) (*Baseline, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("reading the baseline: %w", err)
	}
	if err := checkJSON(data); err != nil {
		return nil, fmt.Errorf("reading the baseline: %w", err)
	}
	p := baselineParser{data: data, decoder: json.NewDecoder(bytes.NewReader(data)), baseline: new(Baseline)}
	p.decoder.DisallowUnknownFields()
	if err := p.file(); err != nil {
		return nil, fmt.Errorf("reading the baseline: line %d: %w", p.line(), err)
	}
	return p.baseline, nil
}

// checkJSON says where data is no JSON, and why that may be.
func checkJSON(data []byte) error {
	if len(bytes.TrimSpace(data)) == 0 {
		return errors.New("the file is empty: make it anew")
	}
	var raw json.RawMessage
	err := json.Unmarshal(data, &raw)
	if err == nil {
		return nil
	}
	var syntax *json.SyntaxError
	if !errors.As(err, &syntax) {
		return err
	}
	before := data[:min(len(data), int(syntax.Offset))]
	line := 1 + bytes.Count(before, []byte("\n"))
	rest := strings.TrimLeft(string(data[bytes.LastIndexByte(before, '\n')+1:]), " ")
	for _, mark := range []string{"<<<<<<<", "=======", ">>>>>>>", "|||||||"} {
		if strings.HasPrefix(rest, mark) {
			return fmt.Errorf("line %d: a conflict of a merge is left here: take the lines of both sides, or make the file anew", line)
		}
	}
	return fmt.Errorf("line %d: %w: put it right, or make the file anew", line, err)
}
