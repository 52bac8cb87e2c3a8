package findings

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// hostilePath has what formats give a meaning to.
const hostilePath = "Scans 1/50%,#ä:b\n</testsuite>.txt"

func TestJSON(t *testing.T) {
	long := found(strings.Repeat("ä", 300)+"=fir", "=fir", "f<r")
	got := strings.Split(printed(t, "json", Options{}, found("und =fir", "=fir", "für"), long, mojibake()), "\n")
	require.Len(t, got, 4)
	assert.Equal(t, `{"path":"a.txt","line":3,"column":5,"end_line":3,"end_column":9,"rule":"words/confusion","before":"=fir",`+
		`"after":"für","fixable":true,"confidence":0.954,"text":"und =fir","text_column":1,`+
		`"fingerprint":"`+Fingerprint(found("und =fir", "=fir", "für"), 0)+`"}`, got[0])
	var row map[string]any
	require.NoError(t, json.Unmarshal([]byte(got[1]), &row))
	assert.Equal(t, strings.Repeat("ä", 200)+"=fir", row["text"])
	assert.Equal(t, 101.0, row["text_column"])
	assert.Equal(t, "f<r", row["after"])
	require.NoError(t, json.Unmarshal([]byte(got[2]), &row))
	assert.Equal(t, mojibake().Message, row["message"])
}

func TestJSONFailure(t *testing.T) {
	var b strings.Builder
	w := newJSON(&b, Options{})
	require.NoError(t, w.Fail("a.txt", errors.New("no \"permission\"")))
	require.NoError(t, w.Close())
	assert.Equal(t, "{\"path\":\"a.txt\",\"error\":\"no \\\"permission\\\"\"}\n", b.String())
}

func TestJSONNumbersEqualFindings(t *testing.T) {
	f := found("die =fir da", "=fir", "für")
	other := f
	other.Path = "b.txt"
	var got []string
	for line := range strings.Lines(printed(t, "json", Options{}, f, f, other)) {
		var row struct{ Fingerprint string }
		require.NoError(t, json.Unmarshal([]byte(line), &row))
		got = append(got, row.Fingerprint)
	}
	assert.Equal(t, []string{Fingerprint(f, 0), Fingerprint(f, 1), Fingerprint(other, 0)}, got)
}

// command is a workflow command as GitHub reads it.
type command struct {
	name       string
	properties map[string]string
	message    string
}

func parseGitHub(t *testing.T, line string) command {
	t.Helper()
	rest, ok := strings.CutPrefix(line, "::")
	require.True(t, ok, line)
	head, message, ok := strings.Cut(rest, "::")
	require.True(t, ok, line)
	name, list, _ := strings.Cut(head, " ")
	c := command{name: name, properties: make(map[string]string), message: unescape(message)}
	for property := range strings.SplitSeq(list, ",") {
		key, value, ok := strings.Cut(property, "=")
		require.True(t, ok, property)
		c.properties[key] = unescape(value)
	}
	return c
}

func unescape(s string) string {
	return strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%").Replace(s)
}

func TestGitHub(t *testing.T) {
	hostile := found("und =fir", "=fir", "100 %\n::error::x")
	hostile.Path = hostilePath
	two := hyphenated()
	two.Path = "a\x1b.txt"
	lines := strings.Split(printed(t, "github", Options{}, hostile, two, mojibake()), "\n")
	require.Len(t, lines, 4)
	assert.Equal(t, "::warning file=Scans 1/50%25%2C#ä%3Ab%0A</testsuite>.txt,line=3,endLine=3,col=5,endColumn=9,title=words/confusion"+
		"::\"=fir\": did you mean \"100 %25⏎::error::x\"? (95 %25)", lines[0])
	assert.Equal(t, command{"warning", map[string]string{
		"file": hostilePath, "line": "3", "endLine": "3", "col": "5", "endColumn": "9", "title": "words/confusion",
	}, `"=fir": did you mean "100 %⏎::error::x"? (95 %)`}, parseGitHub(t, lines[0]))
	assert.Equal(t, map[string]string{"file": "a␛.txt", "line": "7", "endLine": "8", "title": "line-ends/join"},
		parseGitHub(t, lines[1]).properties, "no columns for more than one line")
	assert.Equal(t, map[string]string{"file": "b.txt", "title": "file/mojibake"}, parseGitHub(t, lines[2]).properties)
}

func TestGitHubFailure(t *testing.T) {
	var b strings.Builder
	w := newGitHub(&b, Options{})
	require.NoError(t, w.Fail(hostilePath, errors.New("no permission\nat all\x1b")))
	got := parseGitHub(t, strings.TrimSuffix(b.String(), "\n"))
	assert.Equal(t, command{"error", map[string]string{"file": hostilePath}, "no permission\nat all␛"}, got)
}

// suites is a JUnit file as it is read back.
type suites struct {
	XMLName xml.Name `xml:"testsuites"`
	Suites  []struct {
		Name     string `xml:"name,attr"`
		Tests    int    `xml:"tests,attr"`
		Failures int    `xml:"failures,attr"`
		Errors   int    `xml:"errors,attr"`
		Cases    []struct {
			Name    string   `xml:"name,attr"`
			Class   string   `xml:"classname,attr"`
			Failure *problem `xml:"failure"`
			Error   *problem `xml:"error"`
		} `xml:"testcase"`
	} `xml:"testsuite"`
}

type problem struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

func TestJUnit(t *testing.T) {
	var b strings.Builder
	w, err := New("junit", &b, Options{})
	require.NoError(t, err)
	f := found("und =fir \x00", "=fir", "f]]>\x00\uFFFEr")
	f.Path = hostilePath
	joined := hyphenated()
	joined.Path = hostilePath
	for _, f := range []Finding{f, joined, f} {
		require.NoError(t, w.Write(f))
	}
	require.NoError(t, w.File(hostilePath, 3, 10))
	require.NoError(t, w.File("clean.txt", 0, 10))
	require.NoError(t, w.Write(mojibake()))
	require.NoError(t, w.Fail("b.txt", errors.New("cut off")))
	require.NoError(t, w.Close())

	var got suites
	require.NoError(t, xml.Unmarshal([]byte(b.String()), &got))
	require.Len(t, got.Suites, 3)
	first := got.Suites[0]
	assert.Equal(t, hostilePath, first.Name)
	assert.Equal(t, []int{2, 2, 0}, []int{first.Tests, first.Failures, first.Errors})
	require.Len(t, first.Cases, 2)
	assert.Equal(t, "line-ends/join", first.Cases[0].Name)
	assert.Equal(t, hostilePath, first.Cases[1].Class)
	line := "Scans 1/50%,#ä:b⏎</testsuite>.txt:3:5: words/confusion: =fir → f]]>␀<U+FFFE>r (0.95)"
	assert.Equal(t, &problem{"2 suspected errors", "words/confusion", line + "\n" + line}, first.Cases[1].Failure)
	clean := got.Suites[1]
	assert.Equal(t, []int{1, 0, 0}, []int{clean.Tests, clean.Failures, clean.Errors})
	assert.Nil(t, clean.Cases[0].Failure)
	failed := got.Suites[2]
	assert.Equal(t, []int{2, 1, 1}, []int{failed.Tests, failed.Failures, failed.Errors})
	assert.Equal(t, &problem{"cut off", "error", "cut off"}, failed.Cases[1].Error)
}

func TestJUnitGolden(t *testing.T) {
	assert.Equal(t, `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="klartext">
  <testsuite name="a.txt" tests="1" failures="1" errors="0">
    <testcase name="words/confusion" classname="a.txt">
      <failure message="1 suspected error" type="words/confusion"><![CDATA[a.txt:3:5: words/confusion: =fir → für (0.95)]]></failure>
    </testcase>
  </testsuite>
</testsuites>
`, printed(t, "junit", Options{}, found("und =fir", "=fir", "für")))
	assert.Equal(t, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"klartext\">\n</testsuites>\n", printed(t, "junit", Options{}))
}

// TestJUnitWithoutFile keeps findings of files whose end is never told.
func TestJUnitWithoutFile(t *testing.T) {
	var b strings.Builder
	w := newJUnit(&b, Options{})
	for i := range 3 {
		f := found("und =fir", "=fir", "für")
		f.Path = strconv.Itoa(i)
		require.NoError(t, w.Write(f))
	}
	require.NoError(t, w.Close())
	var got suites
	require.NoError(t, xml.Unmarshal([]byte(b.String()), &got))
	assert.Len(t, got.Suites, 3)
}
