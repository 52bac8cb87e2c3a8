package findings

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// fuzzed is a finding of arbitrary texts and places.
func fuzzed(path, rule, before, after, text string, column, length int) Finding {
	return Finding{
		Path: path, Line: 1 + length%3, Column: column, EndLine: 2, EndColumn: column + length, Rule: rule,
		Before: before, After: after, Fixable: column%2 == 0, Confidence: float64(length) / 7, Message: after, Text: text,
	}
}

func addSeeds(f *testing.F) {
	f.Add("a.txt", "words/confusion", "=fir", "für", "und =fir alle", 5, 4)
	f.Add("\x1b[2J\n", "r\x00", "]]>\uFFFE", "<a>&\"'\xff", "\t\u202e\u009b東京 😀\u0308", 2, 3)
	f.Add("::error::,%", "", "", "", strings.Repeat("ä", 300), 150, 9)
}

// put writes a finding, its file and a failure.
func put(t *testing.T, format string, o Options, x Finding) string {
	var b strings.Builder
	w, err := New(format, &b, o)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Write(x), w.File(x.Path, 1, 1), w.Fail(x.Path+"2", errors.New(x.Text)), w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// FuzzTerminal looks for what a terminal would obey.
func FuzzTerminal(f *testing.F) {
	addSeeds(f)
	ansi := regexp.MustCompile("\x1b\\[[0-9]+m")
	f.Fuzz(func(t *testing.T, path, rule, before, after, text string, column, length int) {
		x := fuzzed(path, rule, before, after, text, column, length)
		for _, got := range []string{
			put(t, "human", Options{Width: length % 200}, x), put(t, "brief", Options{}, x), put(t, "github", Options{}, x),
			ansi.ReplaceAllString(put(t, "human", Options{Color: true}, x), ""),
		} {
			if !utf8.ValidString(got) {
				t.Fatalf("not UTF-8: %q", got)
			}
			if i := strings.IndexFunc(got, func(r rune) bool { return r != '\n' && r != '\t' && unicode.In(r, unicode.Cc, unicode.Cf) }); i >= 0 {
				t.Fatalf("control character at %d of %q", i, got)
			}
		}
	})
}

// FuzzXML wants XML that is read back with all its suites.
func FuzzXML(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, path, rule, before, after, text string, column, length int) {
		got := put(t, "junit", Options{}, fuzzed(path, rule, before, after, text, column, length))
		var s suites
		if err := xml.Unmarshal([]byte(got), &s); err != nil {
			t.Fatalf("%v in %q", err, got)
		}
		if len(s.Suites) != 2 || s.Suites[0].Failures != 1 || s.Suites[1].Errors != 1 {
			t.Fatalf("suites are missing: %q", got)
		}
	})
}

// FuzzJSON wants JSON of both formats that are.
func FuzzJSON(f *testing.F) {
	addSeeds(f)
	f.Fuzz(func(t *testing.T, path, rule, before, after, text string, column, length int) {
		x := fuzzed(path, rule, before, after, text, column, length)
		for line := range strings.Lines(put(t, "json", Options{}, x)) {
			if !json.Valid([]byte(line)) {
				t.Fatalf("no JSON: %q", line)
			}
		}
		if got := put(t, "sarif", Options{}, x); !json.Valid([]byte(got)) {
			t.Fatalf("no JSON: %q", got)
		}
	})
}

// FuzzReadBaseline wants what is read to be written, and read again as the same.
func FuzzReadBaseline(f *testing.F) {
	var b Baseline
	b.Collect("a.txt", check("die =fir alle\nund =dcr"))
	var file strings.Builder
	if _, err := b.WriteTo(&file); err != nil {
		f.Fatal(err)
	}
	f.Add(file.String())
	f.Add(`{"version":1,"findings":{"a":[{"rule":"q","count":2},{"rule":"q","count":2}],"":[]}}`)
	f.Add("{\n<<<<<<<")
	f.Fuzz(func(t *testing.T, data string) {
		b, err := ReadBaseline(strings.NewReader(data))
		if err != nil {
			return
		}
		var first, second strings.Builder
		if _, err := b.WriteTo(&first); err != nil {
			t.Fatal(err)
		}
		again, err := ReadBaseline(strings.NewReader(first.String()))
		if err != nil {
			t.Fatalf("%v in %q", err, first.String())
		}
		if _, err := again.WriteTo(&second); err != nil {
			t.Fatal(err)
		}
		if first.String() != second.String() || b.Len() != again.Len() {
			t.Fatalf("%q became %q", first.String(), second.String())
		}
	})
}
