package wordlist

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestProtect(t *testing.T) {
	text := "Az. 12/34 vom §§ 5, 6 und Az. 7/8"
	for _, test := range []struct {
		patterns []string
		want     []string
	}{
		{nil, nil},
		{[]string{`Az\. \d+/\d+`}, []string{"Az. 12/34", "Az. 7/8"}},
		{[]string{`\d+/\d+`, `Az\. \d+`}, []string{"Az. 12/34", "Az. 7/8"}},
		{[]string{`§§ `, `5, 6`}, []string{"§§ 5, 6"}},
		{[]string{`Az\. 12/34`, `12`}, []string{"Az. 12/34"}},
		{[]string{`\bund|\b`}, []string{"und"}},
	} {
		p, err := Patterns(test.patterns)
		require.NoError(t, err)
		var got []string
		for _, s := range p.Protect(text) {
			got = append(got, text[s.Start:s.End])
		}
		assert.Equal(t, test.want, got, test.patterns)
	}
}

func TestPatternsErrors(t *testing.T) {
	for _, test := range []struct {
		patterns []string
		want     string
	}{
		{[]string{"a", "(b"}, "protected pattern 2: \"(b\": error parsing regexp: missing closing ): `(b`"},
		{[]string{"x*"}, `protected pattern 1: "x*" matches the empty text`},
		{[]string{""}, `protected pattern 1: "" matches the empty text`},
	} {
		_, err := Patterns(test.patterns)
		assert.EqualError(t, err, test.want)
	}
}
