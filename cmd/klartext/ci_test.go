package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

// TestPreCommitHooks holds them against what pre-commit wants
// (https://pre-commit.com/#creating-new-hooks).
func TestPreCommitHooks(t *testing.T) {
	var hooks []struct {
		ID, Name, Description, Entry, Language string
		TypesOr                                []string `yaml:"types_or"`
		RequireSerial                          bool     `yaml:"require_serial"`
		MinimumVersion                         string   `yaml:"minimum_pre_commit_version"`
	}
	readYAML(t, ".pre-commit-hooks.yaml", &hooks)
	entries := make(map[string]string)
	for _, h := range hooks {
		entries[h.ID] = h.Entry
		assert.Equal(t, "golang", h.Language, h.ID)
		assert.NotEmpty(t, h.Name, h.ID)
		assert.NotEmpty(t, h.TypesOr, h.ID)
		assert.True(t, h.RequireSerial, h.ID)
	}
	assert.Equal(t, map[string]string{
		"klartext-check": "klartext check --output brief",
		"klartext-fix":   "klartext fix --write",
	}, entries)
}

// TestGitHubWorkflow holds the example against what GitHub wants.
func TestGitHubWorkflow(t *testing.T) {
	var workflow struct {
		Name        string
		On          map[string]any
		Permissions map[string]string
		Jobs        map[string]struct {
			RunsOn string `yaml:"runs-on"`
			Steps  []struct {
				Name, Uses, Run, If string
				With                map[string]string
			}
		}
	}
	readYAML(t, "docs/ci/github.yml", &workflow)
	assert.Contains(t, workflow.On, "pull_request")
	assert.Equal(t, "write", workflow.Permissions["security-events"])
	job, ok := workflow.Jobs["check"]
	require.True(t, ok)
	assert.NotEmpty(t, job.RunsOn)
	var written, uploaded string
	for _, s := range job.Steps {
		assert.NotEqual(t, s.Uses == "", s.Run == "", "%s either uses an action or runs a command", s.Name)
		if _, file, found := strings.Cut(s.Run, " > "); found {
			written = file
		}
		if strings.HasPrefix(s.Uses, "github/codeql-action/upload-sarif@") {
			uploaded = s.With["sarif_file"]
			assert.Contains(t, s.If, "!cancelled()", "findings must not keep it from running")
		}
	}
	assert.NotEmpty(t, written)
	assert.Equal(t, written, uploaded)
}

// TestExamplesInYAML parses those of the docs.
func TestExamplesInYAML(t *testing.T) {
	examples := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(readRoot(t, "docs/ci.md"), -1)
	require.NotEmpty(t, examples)
	for _, example := range examples {
		var any map[string]any
		assert.NoError(t, yaml.Unmarshal([]byte(example[1]), &any), example[1])
		assert.NotEmpty(t, any)
	}
}

// readYAML reads a file of the repository that has each key once.
func readYAML(t *testing.T, name string, into any) {
	t.Helper()
	require.NoError(t, yaml.Unmarshal([]byte(readRoot(t, name)), into), name)
}

// TestCommandsForCI runs each command line of klartext, in what is written for scripts,
// far enough to see that its flags exist.
func TestCommandsForCI(t *testing.T) {
	root := newRootCommand(&replacer{})
	for _, name := range []string{".pre-commit-hooks.yaml", "docs/ci/github.yml", "docs/ci.md"} {
		lines := commandLines(readRoot(t, name))
		require.NotEmpty(t, lines, name)
		for _, args := range lines {
			if command, _, err := root.Find(args[:1]); err != nil || command == root {
				continue // not built into this program
			}
			var stderr strings.Builder
			code := run(append(args, "--help"), strings.NewReader(""), io.Discard, &stderr)
			assert.Equal(t, exitDone, code, "%s: %v: %s", name, args, stderr.String())
		}
	}
}

// commandLines are the arguments of klartext in each of its command lines in a text: all
// of a line up to what ends a command in the shell, or in the text.
func commandLines(text string) [][]string {
	var lines [][]string
	for _, found := range regexp.MustCompile("(?m)(?:^|[ `'])klartext ([a-z][^>|;&#`'\n]*)").FindAllStringSubmatch(text, -1) {
		lines = append(lines, strings.Fields(strings.ReplaceAll(found[1], "< ", "")))
	}
	return lines
}

func TestCommandLines(t *testing.T) {
	text := "    klartext check a/ > b  # so\nsay `klartext fix -w` to\n  entry: klartext man x\n  sh 'klartext text y'\nin klartext, klartext. z\n"
	assert.Equal(t, [][]string{{"check", "a/"}, {"fix", "-w"}, {"man", "x"}, {"text", "y"}}, commandLines(text))
}

// TestLinksOfTheDocs leads to each file that docs/ci.md names.
func TestLinksOfTheDocs(t *testing.T) {
	for _, link := range regexp.MustCompile(`\]\(([^):]+)\)`).FindAllStringSubmatch(readRoot(t, "docs/ci.md"), -1) {
		_, err := os.Stat(filepath.Join("../../docs", link[1]))
		assert.NoError(t, err)
	}
}
