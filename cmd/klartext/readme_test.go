package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestReadmeShowsWhatTheProgramDoes holds the README's example and its list of
// changes against the program.
func TestReadmeShowsWhatTheProgramDoes(t *testing.T) {
	const article = "testdata/articles/verwaltung/eng.ocr.txt"
	t.Chdir("../..")
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	ocr, err := os.ReadFile(article)
	require.NoError(t, err)
	changes := filepath.Join(t.TempDir(), "changes.jsonl")
	var clean, stderr strings.Builder
	require.Equal(t, exitDone, run([]string{"fix", "--changes", changes, article}, strings.NewReader(""), &clean, &stderr), stderr.String())

	assert.True(t, strings.HasPrefix(string(ocr), blockAfter(t, readme, "before: "+article)), "not how the article begins")
	after := blockAfter(t, readme, "after")
	assert.Equal(t, after, clean.String()[:min(len(after), clean.Len())])

	logged, err := os.ReadFile(changes)
	require.NoError(t, err)
	// Confidences move with every gain of the models.
	example := regexp.MustCompile("```json\n(.*\"confidence\":)").FindSubmatch(readme)
	require.NotNil(t, example)
	assert.True(t, strings.Contains(string(logged), string(example[1])), "no such change is listed: %s", example[1])
}

// blockAfter is the code block after a comment in the README.
func blockAfter(t *testing.T, readme []byte, comment string) string {
	t.Helper()
	_, rest, found := strings.Cut(string(readme), "<!-- "+comment+" -->\n```text\n")
	require.True(t, found, comment)
	block, _, found := strings.Cut(rest, "```")
	require.True(t, found, comment)
	return block
}

// TestReadmeCommandsExist runs each klartext command line of the README far
// enough to see that its flags exist.
func TestReadmeCommandsExist(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	lines := regexp.MustCompile(`(?m)^    (?:.*\| )?klartext (fix|explain|eval|learn) (.*)$`).FindAllStringSubmatch(string(readme), -1)
	require.NotEmpty(t, lines)
	for _, line := range lines {
		command, _, _ := strings.Cut(line[2], "#")
		args := append([]string{line[1]}, strings.Fields(command)...)
		args = upTo(args, ">")
		var stderr strings.Builder
		code := run(append(args, "--help"), strings.NewReader(""), io.Discard, &stderr)
		assert.Equal(t, exitDone, code, "%v: %s", args, stderr.String())
	}
}

// upTo is what stands before a word.
func upTo(args []string, word string) []string {
	if i := slices.Index(args, word); i >= 0 {
		return args[:i]
	}
	return args
}
