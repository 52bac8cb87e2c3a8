package main

import (
	"debug/elf"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestDockerfileBuildsAStaticBinary runs the Dockerfile's build. The image has nothing
// that a dynamic binary could be loaded by.
func TestDockerfileBuildsAStaticBinary(t *testing.T) {
	if testing.Short() || runtime.GOOS != "linux" {
		t.Skip("builds the program for Linux")
	}
	dockerfile := readRoot(t, "Dockerfile")
	found := regexp.MustCompile(`(?m)^RUN (CGO_ENABLED=0 go build .*)-o /out/klartext (\S+)$`).FindStringSubmatch(dockerfile)
	require.NotNil(t, found, "no build")
	binary := filepath.Join(t.TempDir(), "klartext")
	build := exec.Command("sh", "-c", found[1]+`-o "$0" `+found[2], binary)
	build.Dir = "../.."
	output, err := build.CombinedOutput()
	require.NoError(t, err, string(output))

	file, err := elf.Open(binary)
	require.NoError(t, err)
	defer file.Close()
	for _, p := range file.Progs {
		assert.NotContains(t, []elf.ProgType{elf.PT_INTERP, elf.PT_DYNAMIC}, p.Type)
	}
	fix := exec.Command(binary, "fix")
	fix.Env = []string{}
	fix.Stdin = strings.NewReader("Er ﬁndet.\n")
	clean, err := fix.Output()
	require.NoError(t, err)
	assert.Equal(t, "Er findet.\n", string(clean))
}

// TestDockerfileCopiesWhatThereIs, and is sent it.
func TestDockerfileCopiesWhatThereIs(t *testing.T) {
	dockerfile := readRoot(t, "Dockerfile")
	ignored := strings.Fields(readRoot(t, ".dockerignore"))
	for _, line := range regexp.MustCompile(`(?m)^COPY ([^-].*) \S+$`).FindAllStringSubmatch(dockerfile, -1) {
		for name := range strings.FieldsSeq(line[1]) {
			_, err := os.Stat(filepath.Join("../..", name))
			assert.NoError(t, err)
			assert.NotContains(t, ignored, name)
		}
	}
	assert.Regexp(t, `(?m)^FROM scratch$`, dockerfile)
	assert.Regexp(t, `(?m)^USER [1-9]\d*:[1-9]\d*$`, dockerfile)
	assert.Regexp(t, `(?m)^ENTRYPOINT \["/klartext"\]$`, dockerfile)
	for _, needed := range []string{"cmd", "dictionary", "internal", "normalize", "go.mod", "go.sum", "LICENSE", "NOTICE"} {
		assert.NotContains(t, ignored, needed)
	}
}

// TestDockerUsesTheGoOfTheModule, which an older one could not build.
func TestDockerUsesTheGoOfTheModule(t *testing.T) {
	wanted := regexp.MustCompile(`(?m)^go (\d+\.\d+)`).FindStringSubmatch(readRoot(t, "go.mod"))
	require.NotNil(t, wanted)
	assert.Contains(t, readRoot(t, "Dockerfile"), "FROM golang:"+wanted[1]+" AS build")
}

// readRoot reads a file of the repository.
func readRoot(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../..", name))
	require.NoError(t, err)
	return string(data)
}
