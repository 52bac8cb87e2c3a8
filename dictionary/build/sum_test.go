package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary"
)

func TestSumIsWrittenBesideTheData(t *testing.T) {
	b := builder{out: t.TempDir()}
	assert.ErrorContains(t, b.writeSum(), "summing up the data")
	for _, name := range []string{"words", "forms", "parts", "modifiers", "heads", "model", "letters", "bilinear"} {
		require.NoError(t, b.write(name+".bin", []byte(name)))
	}
	require.NoError(t, b.writeSum())
	got, err := os.ReadFile(filepath.Join(b.out, dictionary.SumFile))
	require.NoError(t, err)
	assert.Equal(t, dictionary.Files{
		Words: []byte("words"), Forms: []byte("forms"), Parts: []byte("parts"), Modifiers: []byte("modifiers"),
		Heads: []byte("heads"), Model: []byte("model"), Letters: []byte("letters"),
		Bilinear: []byte("bilinear"),
	}.Sum()+"\n", string(got))
}
