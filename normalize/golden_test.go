package normalize

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// update rewrites the golden files:
//
//	go test ./normalize -run Golden -update
var update = flag.Bool("update", false, "rewrite the golden files in testdata/articles")

// TestGolden shows in a diff what a change of rules or data does to the articles.
// The golden files are what the pipeline makes of them, not what is right.
func TestGolden(t *testing.T) {
	for _, f := range ocrTexts(t) {
		t.Run(f.name(), func(t *testing.T) {
			result, err := wholePipeline(t).Clean(f.text(t))
			require.NoError(t, err)
			path := filepath.Join(articlesFolder, f.article, f.engine+".golden.txt")
			if *update {
				require.NoError(t, os.WriteFile(path, []byte(result.Text), 0o644))
				return
			}
			want, err := os.ReadFile(path)
			require.NoError(t, err, "go test ./normalize -run Golden -update writes it")
			assert.Equal(t, string(want), result.Text)
		})
	}
}
