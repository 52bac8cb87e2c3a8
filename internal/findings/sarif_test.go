package findings

import (
	"encoding/json"
	"errors"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// object is a JSON object that is looked at without its Go type.
type object = map[string]any

func sarifLogOf(t *testing.T, o Options, failures map[string]error, fs ...Finding) object {
	t.Helper()
	var b strings.Builder
	w, err := New("sarif", &b, o)
	require.NoError(t, err)
	for _, f := range fs {
		require.NoError(t, w.Write(f))
	}
	for path, err := range failures {
		require.NoError(t, w.Fail(path, err))
	}
	require.NoError(t, w.Close())
	var log object
	require.NoError(t, json.Unmarshal([]byte(b.String()), &log))
	return log
}

func TestSARIF(t *testing.T) {
	emoji := found("Äh 😀 {=fir} alle", "=fir", "f{ür")
	emoji.Path = hostilePath
	gone := found("so  viel", "  ", "")
	gone.Path = "/abs/ü.txt"
	hint := found("fir", "fir", "")
	hint.Fixable, hint.Message = false, "see [this](https://example.org)"
	hint.Path = "C:/x y.txt"
	log := sarifLogOf(t, Options{Version: "1.2", URL: "https://example.org", Rules: map[string]string{"words/confusion": "a word that is none"}},
		map[string]error{hostilePath: errors.New("cut off\n")}, emoji, hyphenated(), mojibake(), gone, missing(), hint)
	(&sarifChecker{t: t}).log(log)

	run := log["runs"].([]any)[0].(object)
	results := run["results"].([]any)
	require.Len(t, results, 6)
	first := results[0].(object)
	assert.Equal(t, 2.0, first["ruleIndex"])
	assert.Equal(t, object{"text": `"=fir": did you mean "f{{ür"?`}, first["message"])
	assert.InDelta(t, 95.4, first["rank"], 1e-9)
	physical := first["locations"].([]any)[0].(object)["physicalLocation"].(object)
	artifact := object{"uri": "Scans%201/50%25%2C%23%C3%A4%3Ab%0A%3C/testsuite%3E.txt", "uriBaseId": "%SRCROOT%"}
	assert.Equal(t, artifact, physical["artifactLocation"])
	assert.Equal(t, object{"startLine": 3.0, "startColumn": 8.0, "endLine": 3.0, "endColumn": 12.0, "snippet": object{"text": "=fir"}}, physical["region"])
	region := object{"startLine": 3.0, "startColumn": 8.0, "endLine": 3.0, "endColumn": 12.0}
	assert.Equal(t, []any{object{
		"description": object{"text": `did you mean "f{{ür"?`},
		"artifactChanges": []any{object{"artifactLocation": artifact, "replacements": []any{
			object{"deletedRegion": region, "insertedContent": object{"text": "f{ür"}},
		}}},
	}}, first["fixes"])
	assert.Equal(t, Fingerprint(emoji, 0), first["partialFingerprints"].(object)["klartext/v1"])
	assert.NotContains(t, results[2].(object), "fixes")
	assert.NotContains(t, results[5].(object), "fixes")
	assert.Equal(t, object{"uri": "file:///abs/%C3%BC.txt"}, artifactOf(results[3]))
	assert.Equal(t, object{"uri": "file:///C:/x%20y.txt"}, artifactOf(results[5]))
	assert.Equal(t, `"fir": see [this] (https://example.org)`, results[5].(object)["message"].(object)["text"])

	invocation := run["invocations"].([]any)[0].(object)
	assert.Equal(t, false, invocation["executionSuccessful"])
	rules := run["tool"].(object)["driver"].(object)["rules"].([]any)
	assert.Equal(t, "found by the rule file/mojibake", rules[0].(object)["shortDescription"].(object)["text"])
	assert.Equal(t, "a word that is none", rules[2].(object)["shortDescription"].(object)["text"])
}

func artifactOf(result any) any {
	return result.(object)["locations"].([]any)[0].(object)["physicalLocation"].(object)["artifactLocation"]
}

func TestSARIFEmpty(t *testing.T) {
	(&sarifChecker{t: t}).log(sarifLogOf(t, Options{}, nil))
	assert.Equal(t, `{
 "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
 "version": "2.1.0",
 "runs": [
  {
   "tool": {
    "driver": {
     "name": "klartext",
     "rules": []
    }
   },
   "invocations": [
    {
     "executionSuccessful": true,
     "toolExecutionNotifications": []
    }
   ],
   "columnKind": "utf16CodeUnits",
   "results": []
  }
 ]
}
`, printed(t, "sarif", Options{}))
}

// TestSARIFRegionsMarkTheText cuts each region out of its file as a reader does, in
// UTF-16, and finds what was meant.
func TestSARIFRegionsMarkTheText(t *testing.T) {
	lines := []string{"😀 der Verwal-", "tnng 😀 alle"}
	f := hyphenated()
	f.Line, f.EndLine, f.Text, f.Before = 1, 2, lines[0], "Verwal-\ntnng 😀"
	f.Column, f.EndColumn = 7, 7
	r := sarifRegionOf(f, new(cursor).locate(f))
	first, second := utf16.Encode([]rune(lines[0])), utf16.Encode([]rune(lines[1]))
	got := append(slices.Clone(first[r.StartColumn-1:]), '\n')
	got = append(got, second[:r.EndColumn-1]...)
	assert.Equal(t, f.Before, string(utf16.Decode(got)))
}

// sarifChecker checks a log by the rules of the schema and of the specification, as far
// as they are about what klartext writes.
type sarifChecker struct {
	t     *testing.T
	rules []any
}

func (c *sarifChecker) log(log object) {
	c.only(log, "$schema", "version", "runs")
	require.Equal(c.t, "2.1.0", log["version"])
	c.uri(log["$schema"], true)
	runs := log["runs"].([]any)
	require.Len(c.t, runs, 1)
	run := runs[0].(object)
	c.only(run, "tool", "invocations", "columnKind", "results")
	assert.Contains(c.t, []any{"utf16CodeUnits", "unicodeCodePoints"}, run["columnKind"])
	c.driver(run["tool"].(object)["driver"].(object))
	for _, i := range run["invocations"].([]any) {
		c.invocation(i.(object))
	}
	for _, r := range run["results"].([]any) {
		c.result(r.(object))
	}
}

// only says that an object has no properties but these: the schema allows no others.
func (c *sarifChecker) only(o object, names ...string) {
	for name := range o {
		assert.Contains(c.t, names, name)
	}
}

func (c *sarifChecker) uri(v any, absolute bool) {
	s, ok := v.(string)
	require.True(c.t, ok)
	u, err := url.Parse(s)
	if assert.NoError(c.t, err) {
		assert.Equal(c.t, absolute, u.IsAbs(), s)
		assert.Empty(c.t, u.Fragment+u.RawQuery, s)
	}
	for _, r := range s {
		assert.True(c.t, r > ' ' && r < 0x7f, s)
	}
}

func (c *sarifChecker) driver(d object) {
	c.only(d, "name", "version", "informationUri", "rules")
	assert.NotEmpty(c.t, d["name"])
	if u, ok := d["informationUri"]; ok {
		c.uri(u, true)
	}
	c.rules = d["rules"].([]any)
	ids := make(map[any]bool)
	for _, r := range c.rules {
		rule := r.(object)
		c.only(rule, "id", "shortDescription", "defaultConfiguration")
		assert.False(c.t, ids[rule["id"]], "rules are unique")
		ids[rule["id"]] = true
		c.message(rule["shortDescription"])
		c.level(rule["defaultConfiguration"].(object)["level"])
	}
	assert.True(c.t, slices.IsSortedFunc(c.rules, func(a, b any) int {
		return strings.Compare(a.(object)["id"].(string), b.(object)["id"].(string))
	}))
}

func (c *sarifChecker) level(v any) {
	assert.Contains(c.t, []any{"none", "note", "warning", "error"}, v)
}

func (c *sarifChecker) message(v any) {
	m := v.(object)
	c.only(m, "text")
	text, ok := m["text"].(string)
	assert.True(c.t, ok && text != "")
	rest := strings.NewReplacer("{{", "", "}}", "").Replace(text)
	assert.False(c.t, strings.ContainsAny(rest, "{}"), "no placeholders")
}

func (c *sarifChecker) invocation(i object) {
	c.only(i, "executionSuccessful", "toolExecutionNotifications")
	assert.IsType(c.t, true, i["executionSuccessful"])
	for _, n := range i["toolExecutionNotifications"].([]any) {
		notification := n.(object)
		c.only(notification, "level", "message", "locations")
		c.level(notification["level"])
		c.message(notification["message"])
		c.locations(notification["locations"])
	}
}

func (c *sarifChecker) result(r object) {
	c.only(r, "ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints", "fixes", "rank")
	index := int(r["ruleIndex"].(float64))
	if assert.True(c.t, index >= 0 && index < len(c.rules)) {
		assert.Equal(c.t, c.rules[index].(object)["id"], r["ruleId"])
	}
	c.level(r["level"])
	c.message(r["message"])
	c.locations(r["locations"])
	rank := r["rank"].(float64)
	assert.True(c.t, rank >= 0 && rank <= 100)
	for _, v := range r["partialFingerprints"].(object) {
		assert.Regexp(c.t, "^[0-9a-f]{32}$", v)
	}
	if fixes, ok := r["fixes"]; ok {
		for _, f := range fixes.([]any) {
			c.fix(f.(object))
		}
	}
}

func (c *sarifChecker) locations(v any) {
	require.NotEmpty(c.t, v)
	for _, l := range v.([]any) {
		c.only(l.(object), "physicalLocation")
		physical := l.(object)["physicalLocation"].(object)
		c.only(physical, "artifactLocation", "region")
		c.artifact(physical["artifactLocation"].(object))
		if r, ok := physical["region"]; ok {
			c.region(r.(object))
		}
	}
}

func (c *sarifChecker) artifact(a object) {
	c.only(a, "uri", "uriBaseId")
	_, based := a["uriBaseId"]
	c.uri(a["uri"], !based)
}

func (c *sarifChecker) region(r object) {
	c.only(r, "startLine", "startColumn", "endLine", "endColumn", "snippet")
	line, column := r["startLine"].(float64), r["startColumn"].(float64)
	endLine, endColumn := r["endLine"].(float64), r["endColumn"].(float64)
	assert.True(c.t, line >= 1 && column >= 1 && endLine >= line && endColumn >= 1)
	assert.True(c.t, endLine > line || endColumn >= column)
}

func (c *sarifChecker) fix(f object) {
	c.only(f, "description", "artifactChanges")
	c.message(f["description"])
	require.NotEmpty(c.t, f["artifactChanges"])
	for _, a := range f["artifactChanges"].([]any) {
		change := a.(object)
		c.only(change, "artifactLocation", "replacements")
		c.artifact(change["artifactLocation"].(object))
		require.NotEmpty(c.t, change["replacements"])
		for _, p := range change["replacements"].([]any) {
			c.only(p.(object), "deletedRegion", "insertedContent")
			c.region(p.(object)["deletedRegion"].(object))
			assert.IsType(c.t, "", p.(object)["insertedContent"].(object)["text"])
		}
	}
}
