package normalize

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestOnePipelineForMany cleans, streams and reads files with one pipeline in many
// goroutines at once, each file several times: all comes out as it does alone.
func TestOnePipelineForMany(t *testing.T) {
	p := wholePipeline(t)
	var files [][]byte
	for _, pattern := range []string{"../testdata/formats/nachrichten*[lr]", "../testdata/articles/*/eng.ocr.txt"} {
		paths, err := filepath.Glob(pattern)
		require.NoError(t, err)
		for _, path := range paths[:min(3, len(paths))] {
			data, err := os.ReadFile(path)
			require.NoError(t, err)
			files = append(files, data)
		}
	}
	alone := make([]string, len(files))
	for i, data := range files {
		alone[i] = allOf(t, p, data)
	}
	var wait sync.WaitGroup
	for worker := range 4 {
		wait.Go(func() {
			for n := range files {
				i := (n + worker) % len(files)
				assert.True(t, alone[i] == allOf(t, p, files[i]), "file %d, worker %d", i, worker)
			}
		})
	}
	wait.Wait()
}

// allOf is everything that p says of a file, as a file and as a stream.
func allOf(t *testing.T, p *Pipeline, data []byte) string {
	file, err := p.CleanFile(data)
	assert.NoError(t, err)
	var streamed bytes.Buffer
	assert.NoError(t, p.Stream(bytes.NewReader(data), &streamed, func(c Change) error {
		_, err := fmt.Fprintf(&streamed, "%+v", c)
		return err
	}))
	return fmt.Sprintf("%+v%s", file, streamed.String())
}
