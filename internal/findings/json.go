package findings

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// aroundText is how many code points of a line are told on either side of a finding.
// Without a bound, a book on one line would be told once for each of its errors.
const aroundText = 200

// jsonLines is an object on each line.
type jsonLines struct {
	output
	cursor cursor
	seen   occurrences
}

func newJSON(w io.Writer, _ Options) Writer { return &jsonLines{output: output{w}} }

// jsonFinding is a finding with what a reader can't find out by itself.
type jsonFinding struct {
	Finding
	// TextColumn is the column that Text begins at: 1, or more if the line is long.
	TextColumn  int    `json:"text_column"`
	Fingerprint string `json:"fingerprint"`
}

func (j *jsonLines) Write(f Finding) error {
	s := j.cursor.locate(f)
	row := jsonFinding{Finding: f, TextColumn: 1, Fingerprint: j.seen.fingerprint(f, s)}
	from, skipped := stepsBack(f.Text, s.start, aroundText)
	row.Text = f.Text[from:stepsOn(f.Text, s.end, aroundText)]
	if from > 0 {
		row.TextColumn = j.cursor.column - skipped
	}
	row.Confidence = f.certainty()
	return j.encode(row)
}

func (j *jsonLines) File(string, int, int) error { return nil }

func (j *jsonLines) Fail(path string, err error) error {
	return j.encode(struct {
		Path  string `json:"path"`
		Error string `json:"error"`
	}{path, err.Error()})
}

func (j *jsonLines) Close() error { return nil }

func (j *jsonLines) encode(row any) error {
	line, err := marshal(row)
	if err != nil {
		return fmt.Errorf("writing the findings: %w", err)
	}
	return j.print(line + "\n")
}

// marshal is the JSON of v on one line, with <, > and & as they are.
func marshal(v any) (string, error) {
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		return "", err
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}

// stepsBack is the offset up to n code points before at, and how many it went.
func stepsBack(s string, at, n int) (offset, went int) {
	for went < n && at > 0 {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
		went++
	}
	return at, went
}

// stepsOn is the offset up to n code points after at.
func stepsOn(s string, at, n int) int {
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return at
}
