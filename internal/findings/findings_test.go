package findings

import (
	"errors"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// found is a finding of before at its first place in line, which is line 3 of a file.
func found(line, before, after string) Finding {
	column := 1 + utf8.RuneCountInString(line[:strings.Index(line, before)])
	return Finding{
		Path: "a.txt", Line: 3, Column: column, EndLine: 3, EndColumn: column + utf8.RuneCountInString(before),
		Rule: "words/confusion", Before: before, After: after, Fixable: true, Confidence: 0.954, Text: line,
	}
}

// mojibake is a finding that suggests nothing, about a whole file.
func mojibake() Finding {
	return Finding{Path: "b.txt", Rule: "file/mojibake", Confidence: 0.8, Message: "this seems to be UTF-8 read as Latin-1"}
}

// hyphenated is a finding of more than one line.
func hyphenated() Finding {
	return Finding{
		Path: "a.txt", Line: 7, Column: 5, EndLine: 8, EndColumn: 6, Rule: "line-ends/join", Before: "Verwal-\ntnng ",
		After: "Verwaltung\n", Fixable: true, Confidence: 0.9, Text: "der Verwal-",
	}
}

// missing is a finding of something that is not there.
func missing() Finding {
	f := found("daß er kam", "er", "")
	f.Column, f.EndColumn, f.Before, f.After = 4, 4, "", ","
	return f
}

// printed is what a format makes of findings, each of a file of its own.
func printed(t *testing.T, format string, o Options, fs ...Finding) string {
	t.Helper()
	var b strings.Builder
	w, err := New(format, &b, o)
	require.NoError(t, err)
	for _, f := range fs {
		require.NoError(t, w.Write(f))
		require.NoError(t, w.File(f.Path, 1, 4))
	}
	require.NoError(t, w.Close())
	return b.String()
}

func TestNewRefuses(t *testing.T) {
	_, err := New("xml", nil, Options{})
	assert.EqualError(t, err, `there is no format "xml": it is one of brief, github, human, json, junit, sarif`)
}

// broken is an output that can't be written.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestOutputFails(t *testing.T) {
	for _, format := range Formats() {
		w, err := New(format, broken{}, Options{})
		require.NoError(t, err)
		errs := []error{w.Write(found("fir", "fir", "für")), w.File("a.txt", 1, 1), w.Fail("b.txt", errors.New("x")), w.Close()}
		assert.ErrorContains(t, errors.Join(errs...), "writing the findings: no space left", format)
	}
}

func TestConfidenceIsHeldInBounds(t *testing.T) {
	for _, tt := range []struct {
		confidence float64
		want       int
	}{{math.NaN(), 0}, {-1, 0}, {0.949, 95}, {7, 100}, {math.Inf(1), 100}} {
		f := found("fir", "fir", "für")
		f.Confidence = tt.confidence
		assert.Equal(t, tt.want, f.percent())
		for _, format := range Formats() {
			assert.NotEmpty(t, printed(t, format, Options{}, f), format)
		}
	}
}

func TestMessage(t *testing.T) {
	gone := found("so  viel", "  ", "")
	unsure := mojibake()
	unsure.Message = ""
	for _, tt := range []struct {
		f    Finding
		want string
	}{
		{found("und =fir", "=fir", "für"), `"=fir": did you mean "für"?`},
		{gone, `"␣␣": should this go?`},
		{missing(), `is "," missing here?`},
		{hyphenated(), `"Verwal-⏎tnng ": did you mean "Verwaltung⏎"?`},
		{mojibake(), "this seems to be UTF-8 read as Latin-1"},
		{unsure, "this looks wrong"},
		{found("x", "x", strings.Repeat("ü", 300)), `"x": did you mean "` + strings.Repeat("ü", 200) + `…"?`},
	} {
		assert.Equal(t, tt.want, message(tt.f))
	}
}

func TestVisible(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Größe", "Größe"},
		{"\x1b[31m", "␛[31m"},
		{"a\u009bb", "a<U+009B>b"},
		{"\u202egnal", "<U+202E>gnal"},
		{"Wort\u00adtrennung", "Wort<U+00AD>trennung"},
		{"a\r\nb\nc\td\x7f", "a⏎b⏎c␉d␡"},
		{"  ", "␣␣"}, {" a", " a"}, {"", ""},
		{"\xff\xfe", "\uFFFD\uFFFD"},
		{"\uFFFE", "<U+FFFE>"},
	} {
		assert.Equal(t, tt.want, visible(tt.text))
		assert.Equal(t, tt.want, visible(tt.want), "once is enough")
	}
}

func TestCursor(t *testing.T) {
	line := "ä😀 fir \xff fir"
	var c cursor
	for _, tt := range []struct {
		column, end int
		want        span
	}{
		{1, 2, span{0, 2, 1, 2}},
		{4, 7, span{7, 10, 5, 8}},
		{4, 7, span{7, 10, 5, 8}},
		{10, 13, span{13, 16, 11, 14}},
		{1, 1, span{0, 0, 1, 1}},
		{99, 100, span{16, 16, 14, 14}},
		{-4, 3, span{0, 6, 1, 4}},
	} {
		got := c.locate(Finding{Line: 1, EndLine: 1, Column: tt.column, EndColumn: tt.end, Text: line})
		assert.Equal(t, tt.want, got, tt)
	}
}

func TestFingerprint(t *testing.T) {
	f := found("alle und =fir viele Tage da", "=fir", "für")
	first := Fingerprint(f, 0)
	assert.Regexp(t, "^[0-9a-f]{32}$", first)
	moved := found("  nun alle   und,  =fir viele\tTage", "=fir", "für")
	moved.Line, moved.EndLine, moved.Path = 90, 90, "./a.txt"
	assert.Equal(t, first, Fingerprint(moved, 0), "line, blanks and signs don't count")
	for name, change := range map[string]func(*Finding){
		"path":   func(f *Finding) { f.Path = "b.txt" },
		"rule":   func(f *Finding) { f.Rule = "words/context" },
		"before": func(f *Finding) { f.Before = "fir" },
		"after":  func(f *Finding) { f.After = "vor" },
		"words":  func(f *Finding) { f.Text = strings.Replace(f.Text, "viele", "wenig", 1) },
	} {
		other := f
		change(&other)
		assert.NotEqual(t, first, Fingerprint(other, 0), name)
	}
	assert.NotEqual(t, first, Fingerprint(f, 1))
}

func TestContext(t *testing.T) {
	tooLong := strings.Repeat("ä", 100)
	for _, tt := range []struct{ line, left, right string }{
		{"ein, zwei – drei =fir vier (5) sechs", "zwei drei", "vier 5"},
		{"kom=firnen u\u0308ber", "kom", "nen u\u0308ber"},
		{"=fir", "", ""},
		{"x " + tooLong + " =fir", tooLong[:158], ""},
		{"x" + tooLong + "=fir" + tooLong + " x", tooLong[:160], tooLong[:160]},
		{tooLong + "a=fira" + tooLong, tooLong[:158] + "a", "a" + tooLong[:158]},
	} {
		f := found(tt.line, "=fir", "für")
		assert.Equal(t, context{tt.left, tt.right}, contextOf(f, new(cursor).locate(f)), tt.line)
	}
	assert.Equal(t, context{"der", ""}, contextOf(hyphenated(), new(cursor).locate(hyphenated())))
}
