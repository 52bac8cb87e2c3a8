package records

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/normalize"
)

func cleaner(t testing.TB) Cleaner {
	t.Helper()
	p, err := normalize.New(normalize.Only("characters"))
	require.NoError(t, err)
	return Cleaner{Pipeline: p, Text: "text"}
}

const listed = `[{"line":1,"column":1,"start":0,"end":5,"before":"ﬁn","after":"fin","rule":"characters/ligature","confidence":1,"applied":true}]`

func TestClean(t *testing.T) {
	c := cleaner(t)
	changes := func(s string) string {
		return strings.NewReplacer(`"before":"ﬁn","after":"fin"`, `"before":"ﬁ","after":"fi"`, `"end":5`, `"end":3`).Replace(s)
	}
	for _, tt := range []struct{ name, line, want, err string }{
		{"a text", `{"id":7,"text":"ﬁn"}`, `{"id":7,"text":"fin","changes":` + changes(listed) + `}`, ""},
		{"all else stays", `{ "n": 1.50e+3, "text" : "\u00e4", "x":{"text":"ﬁ","b":[1, 2]} }`, `{ "n": 1.50e+3, "text" : "\u00e4", "x":{"text":"ﬁ","b":[1, 2]},"changes":[] }`, ""},
		{"earlier changes are replaced", `{"changes":{"old":1},"text":"a"}`, `{"changes":[],"text":"a"}`, ""},
		{"no JSON", `nonsense`, `{"line":4,"error":"is no JSON object"}`, "is no JSON object"},
		{"not an object", `["text"]`, `{"line":4,"error":"is no JSON object"}`, "is no JSON object"},
		{"no text", `{"id":"a"}`, `{"id":"a","line":4,"error":"has no field \"text\""}`, "has no field"},
		{"a text of another kind", `{"text":null}`, `{"line":4,"error":"the field \"text\" is no string"}`, "is no string"},
		{"two texts", `{"text":"a","text":"b"}`, `{"line":4,"error":"has two fields \"text\""}`, "two fields"},
		{"cut off", `{"id":[1],"text":"a`, `{"id":[1],"line":4,"error":"is no JSON object: unexpected EOF"}`, "is no JSON object"},
		{"more than one", `{"id":1,"text":"a"}{}`, `{"id":1,"line":4,"error":"has more than a JSON object"}`, "more than"},
		{"not UTF-8", "{\"text\":\"\xfc\"}", `{"line":4,"error":"is not UTF-8"}`, "is not UTF-8"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := c.Clean([]byte(tt.line), 4)
			assert.Equal(t, tt.want, string(got))
			if tt.err == "" {
				require.NoError(t, err)
			} else {
				assert.ErrorContains(t, err, tt.err)
			}
		})
	}
}

// FuzzClean checks that what comes out is an object, the other fields of which are
// those that went in, byte for byte.
func FuzzClean(f *testing.F) {
	for _, line := range []string{
		`{"id":7,"text":"ﬁn"}`, `{"text":"","changes":1}`, ` {"a" : [1,{"text":2}] , "text":"\ud800 \u0000"} `, `{"text":"a","x":1E400}`, `{}`, `[]`, "",
	} {
		f.Add([]byte(line))
	}
	c := cleaner(f)
	f.Fuzz(func(t *testing.T, line []byte) {
		got, err := c.Clean(line, 1)
		require.True(t, json.Valid(got), "%s", got)
		if err != nil {
			return
		}
		before, _, err := parse(line)
		require.NoError(t, err)
		after, _, err := parse(got)
		require.NoError(t, err)
		for i, b := range before {
			require.Equal(t, b.name, after[i].name)
			if b.name != "text" && b.name != changesField {
				require.Equal(t, string(b.value), string(after[i].value))
			}
		}
	})
}
