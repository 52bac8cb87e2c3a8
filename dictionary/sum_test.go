package dictionary

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSumIsThatOfTheData(t *testing.T) {
	assert.Equal(t, embeddedFiles().Sum(), Sum(), "go run ./dictionary/build -sum writes %s", SumFile)
}

func TestSumTellsFilesApart(t *testing.T) {
	a := Files{Words: []byte("ab"), Forms: []byte("c")}
	b := Files{Words: []byte("a"), Forms: []byte("bc")}
	assert.NotEqual(t, a.Sum(), b.Sum())
	assert.Equal(t, a.Sum(), Files{Words: []byte("ab"), Forms: []byte("c")}.Sum())
	assert.Len(t, a.Sum(), 12)
}
