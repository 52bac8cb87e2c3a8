package findings

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// check finds each word that begins with "=", which stands for an error here.
func check(text string) []Finding {
	var out []Finding
	for i, line := range strings.Split(text, "\n") {
		at := 0
		for word := range strings.SplitSeq(line, " ") {
			if strings.HasPrefix(word, "=") {
				column := 1 + utf8.RuneCountInString(line[:at])
				out = append(out, Finding{
					Path: "a.txt", Line: i + 1, Column: column, EndLine: i + 1, EndColumn: column + utf8.RuneCountInString(word),
					Rule: "words/confusion", Before: word, After: word[1:], Fixable: true, Confidence: 0.9, Text: line,
				})
			}
			at += len(word) + 1
		}
	}
	return out
}

// baselineOf knows the errors of a text, and went through a file.
func baselineOf(t *testing.T, text string) *Baseline {
	t.Helper()
	var b Baseline
	b.Collect("a.txt", check(text))
	var file strings.Builder
	_, err := b.WriteTo(&file)
	require.NoError(t, err)
	again, err := ReadBaseline(strings.NewReader(file.String()))
	require.NoError(t, err)
	assert.Equal(t, &b, again)
	return again
}

func TestBaseline(t *testing.T) {
	const old = "die =fir alle\nund =fir viele =dcr Leute\n=fir sich"
	for _, tt := range []struct {
		name, text string
		want       []string // places of what is new
		gone       int
	}{
		{"same", old, nil, 0},
		{"lines moved", "neu\n\n=fir sich\nund =fir viele =dcr Leute\nund\ndie =fir alle", nil, 0},
		{"blanks and signs", "die,   =fir \"alle\"\n  und =fir viele;  =dcr Leute\n=fir sich", nil, 0},
		{"lines joined", "die =fir alle und =fir viele =dcr Leute =fir sich", nil, 0},
		{"neighbour put right", "die =fir alle\nund =fir viele der Leute\n=fir sich", nil, 1},
		{"both neighbours changed", "das =fir uns\nund =fir viele =dcr Leute\n=fir sich", nil, 0},
		{"one more of the same", old + "\nnoch =fir uns", []string{"4:6"}, 0},
		{"before it on its line", "ja =fir uns und die =fir alle\nund =fir viele =dcr Leute\n=fir sich", []string{"1:4"}, 0},
		{"next to it", "die =fir =fir alle\nund =fir viele =dcr Leute\n=fir sich", []string{"1:10"}, 0},
		{"another word", "die =fir alle =uud\nund =fir viele =dcr Leute\n=fir sich", []string{"1:15"}, 0},
		{"all gone", "die für alle", nil, 4},
	} {
		t.Run(tt.name, func(t *testing.T) {
			fresh, gone := baselineOf(t, old).Match("./a.txt", check(tt.text))
			assert.Equal(t, tt.want, places(fresh))
			assert.Equal(t, tt.gone, gone)
		})
	}
}

func places(fs []Finding) []string {
	var out []string
	for _, f := range fs {
		out = append(out, fmt.Sprintf("%d:%d", f.Line, f.Column))
	}
	return out
}

func TestBaselineTellsFilesApart(t *testing.T) {
	b := baselineOf(t, "die =fir alle")
	assert.Len(t, b.New("b.txt", check("die =fir alle")), 1)
	assert.Empty(t, b.New("a.txt", check("die =fir alle")))
	assert.Empty(t, b.New("a.txt", check("die =fir alle")), "nothing is used up")
	b.Collect("a.txt", nil)
	assert.Equal(t, 0, b.Len())
	assert.Len(t, new(Baseline).New("a.txt", check("die =fir alle")), 1)
}

// token is a word of a made-up text. New ones are those that a test planted last.
type token struct {
	text  string
	isNew bool
}

func randomLines(r *rand.Rand, n int) [][]token {
	lines := make([][]token, n)
	for i := range lines {
		for range 5 + r.IntN(8) {
			word := make([]byte, 6)
			for j := range word {
				word[j] = byte('a' + r.IntN(26))
			}
			lines[i] = append(lines[i], token{text: string(word)})
		}
	}
	return lines
}

// plant puts an error in place of a word that is none. Next to an equal one, nobody
// could tell which of the two is new, nor if two planted ones are all the words that a
// known one has around it.
func plant(r *rand.Rand, lines [][]token, isNew bool, errors ...string) {
	for {
		line := lines[r.IntN(len(lines))]
		at, word := r.IntN(len(line)), errors[r.IntN(len(errors))]
		equal := func(t token) bool { return t.text == word }
		other := func(t token) bool { return t.isNew }
		if !strings.HasPrefix(line[at].text, "=") && !slices.ContainsFunc(around(line, at, 1), equal) &&
			!slices.ContainsFunc(around(line, at, 3), other) {
			line[at] = token{word, isNew}
			return
		}
	}
}

// around are the words of a line up to n words from one of them.
func around(line []token, at, n int) []token {
	return line[max(0, at-n):min(len(line), at+n+1)]
}

// written is the text of lines, and the places of what is new in it.
func written(lines [][]token) (text string, isNew []string) {
	var b strings.Builder
	for i, line := range lines {
		column := 1
		for _, t := range line {
			if t.isNew {
				isNew = append(isNew, fmt.Sprintf("%d:%d", i+1, column))
			}
			column += len(t.text) + 1
			b.WriteString(t.text + " ")
		}
		b.WriteByte('\n')
	}
	return b.String(), isNew
}

// TestBaselinePlanted moves the lines of a text with 60 known errors, plants 20 new
// ones, and gets exactly these.
func TestBaselinePlanted(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		lines := randomLines(r, 100)
		for range 60 {
			plant(r, lines, false, "=fir", "=dcr", "=uud", "=nnd")
		}
		old, _ := written(lines)
		b := baselineOf(t, old)
		moved := slices.Concat(randomLines(r, 7), lines[50:], randomLines(r, 3), lines[:50])
		for i := range 20 {
			// Most are equal to known ones but for their place; some stand on their lines.
			plant(r, moved, true, "=fir", "=dcr", "=uud", fmt.Sprint("=neu", i))
		}
		text, want := written(moved)
		require.Len(t, want, 20)
		fresh, gone := b.Match("a.txt", check(text))
		require.Equal(t, want, places(fresh), "seed %d", seed)
		require.Zero(t, gone)
	}
}

// TestBaselineRepaired puts most of the known errors right, so that those that are left
// have other neighbours, and gets nothing new.
func TestBaselineRepaired(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	lines := randomLines(r, 30)
	for range 200 {
		plant(r, lines, false, "=fir", "=dcr", "=uud", "=nnd")
	}
	old, _ := written(lines)
	b := baselineOf(t, old)
	for _, line := range lines {
		for i := range line {
			if r.IntN(4) > 0 {
				line[i].text = strings.TrimPrefix(line[i].text, "=")
			}
		}
	}
	text, _ := written(lines)
	left := check(text)
	fresh, gone := b.Match("a.txt", left)
	assert.Empty(t, fresh)
	assert.Equal(t, b.Len()-len(left), gone)
}

func TestBaselineFile(t *testing.T) {
	var b Baseline
	b.Collect("b.txt", check("x =fir"))
	b.Collect("./a \"1\".txt", check("die =fir alle, die\n=<dcr da\ndie =fir alle: die"))
	const want = `{
 "version": 1,
 "findings": {
  "a \"1\".txt": [
   {"rule":"words/confusion","before":"=<dcr","after":"<dcr","left":"","right":"da","count":1},
   {"rule":"words/confusion","before":"=fir","after":"fir","left":"die","right":"alle die","count":2}
  ],
  "b.txt": [
   {"rule":"words/confusion","before":"=fir","after":"fir","left":"x","right":"","count":1}
  ]
 }
}
`
	var out strings.Builder
	n, err := b.WriteTo(&out)
	require.NoError(t, err)
	assert.Equal(t, want, out.String())
	assert.Equal(t, int64(len(want)), n)
	assert.Equal(t, 4, b.Len())
	_, err = b.WriteTo(broken{})
	assert.EqualError(t, err, "writing the baseline: no space left")
}

// TestBaselineBytes knows a text again that is not UTF-8, which JSON can't hold.
func TestBaselineBytes(t *testing.T) {
	const text = "die\xff =f\xe4\xfcr \x00alle"
	assert.Empty(t, baselineOf(t, text).New("a.txt", check(text)))
}

func TestReadBaselineRefuses(t *testing.T) {
	inFile := func(lines string) string {
		return "{\n\"version\": 1,\n\"findings\": {\n\"a.txt\": [\n" + lines + "\n]\n}\n}"
	}
	const line = `{"rule":"r","before":"a","after":"b","left":"","right":"","count":1}`
	for _, tt := range []struct{ name, file, want string }{
		{"empty", " \n", "the file is empty: make it anew"},
		{"no JSON", "{\n\"version\": 1,\nx", "line 3: invalid character 'x' looking for beginning of object key string: put it right, or make the file anew"},
		{"cut off", inFile(line)[:40], "line 4: unexpected end of JSON input: put it right, or make the file anew"},
		{"more behind", inFile(line) + "\n{}", "line 9: invalid character '{' after top-level value: put it right, or make the file anew"},
		{"conflict", inFile(line + "\n<<<<<<< HEAD"), "line 6: a conflict of a merge is left here: take the lines of both sides, or make the file anew"},
		{"list", "[]", "line 1: the file begins with { here, not with [: is this a baseline?"},
		{"other JSON", `{"name": 1}`, `line 1: there is nothing named "name" in a baseline: take it out, or update klartext`},
		{"no version", "{\n\"findings\": {}}", `line 2: the file names no "version": is this a baseline?`},
		{"newer", "{\n\n\"version\": 2}", "line 3: the file has version 2, and this klartext reads 1: update klartext, or make the file anew"},
		{"no count", inFile(line + ",\n" + `{"rule":"r"}`), `line 6: a finding has a "count" from 1 to 2147483647; this one has 0`},
		{"no rule", inFile(`null`), `line 5: a finding has a "rule"; this one has none`},
		{"unknown", inFile(`{"rule":"r","line":1}`), `line 5: json: unknown field "line"`},
		{"type", inFile(line + ",\n" + `{"rule":1}`), "line 6: json: cannot unmarshal number"},
		{"no list", `{"version":1,"findings":{"a":{}}}`, "line 1: a list of findings begins with [ here, not with {: is this a baseline?"},
		{"twice", strings.Replace(inFile(line), "]\n", "],\n\"./a.txt\": []\n", 1), `line 7: "./a.txt" is here for a second time: put its lines together`},
	} {
		_, err := ReadBaseline(strings.NewReader(tt.file))
		assert.ErrorContains(t, err, "reading the baseline: "+tt.want, tt.name)
	}
	_, err := ReadBaseline(unreadable{})
	assert.EqualError(t, err, "reading the baseline: no such disk")
}

type unreadable struct{}

func (unreadable) Read([]byte) (int, error) { return 0, errors.New("no such disk") }

// TestReadBaselineMerged takes the lines of both sides of a merge, in any order.
func TestReadBaselineMerged(t *testing.T) {
	const line = `{"rule":"r","before":"a","after":"b","left":"","right":"","count":1}`
	b, err := ReadBaseline(strings.NewReader(`{"version":1,"findings":{"a":[` + line + `,{"rule":"q","count":2},` + line + `]}}`))
	require.NoError(t, err)
	assert.Equal(t, 4, b.Len())
	var out strings.Builder
	_, err = b.WriteTo(&out)
	require.NoError(t, err)
	assert.Contains(t, out.String(), strings.Replace(line, `"count":1`, `"count":2`, 1)+"\n")
}

func TestBaselineKnowsTheWordsOfLongerErrors(t *testing.T) {
	line := "wier-\nsebn Perfenen aus der grégten"
	finding := func(before, after string) Finding {
		return Finding{Path: "a.txt", Line: 1, Column: 1, EndLine: 1, EndColumn: 2, Rule: "words/confusion", Before: before, After: after, Text: line}
	}
	var b Baseline
	b.Collect("a.txt", []Finding{finding("-\nsebn Perfenen", "zehn\nPersonen")})
	fresh, gone := b.Match("a.txt", []Finding{finding("Perfenen", "Personen"), finding("grégten", "größten"), finding("Perfenen", "Personen")})
	require.Len(t, fresh, 2, "one of the two is known")
	assert.Equal(t, "grégten", fresh[0].Before)
	assert.Zero(t, gone)
}
