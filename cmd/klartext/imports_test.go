package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestNothingReachesOut holds what SECURITY.md says: klartext opens no connection,
// starts no program and loads no plug-in.
func TestNothingReachesOut(t *testing.T) {
	forbidden := map[string]bool{"net": true, "net/http": true, "os/exec": true, "plugin": true, "C": true}
	files := 0
	require.NoError(t, filepath.WalkDir("../..", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		files++
		for _, i := range file.Imports {
			name, err := strconv.Unquote(i.Path.Value)
			require.NoError(t, err)
			assert.False(t, forbidden[name], "%s imports %s", path, name)
		}
		return nil
	}))
	assert.Greater(t, files, 100)
}
