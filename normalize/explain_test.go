package normalize

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/normalize/words"
)

func TestExplain(t *testing.T) {
	p := wholePipeline(t)
	prepared, err := p.Prepared("Die Verwal-\ntung fu\u0308r die Biirger ist fir alle da.")
	require.NoError(t, err)
	assert.Equal(t, "Die Verwaltung\nfür die Biirger ist fir alle da.", prepared)
	start := strings.Index(prepared, "fir")
	x, err := p.Explain(prepared, start, start+3)
	require.NoError(t, err)
	require.Len(t, x.Words, 1)
	assert.Equal(t, "fir", x.Words[0].Word)
	assert.Equal(t, words.Changed, x.Words[0].Decision)

	none, err := New(Skip("words"))
	require.NoError(t, err)
	_, err = none.Prepared("fir")
	assert.ErrorIs(t, err, errNoWords)
	_, err = none.Explain("fir", 0, 3)
	assert.ErrorIs(t, err, errNoWords)
}
