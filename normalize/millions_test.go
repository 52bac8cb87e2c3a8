package normalize

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestMillions cleans with all fixers what has a million of something in one place.
func TestMillions(t *testing.T) {
	const million = 1_000_000
	for name, text := range map[string]string{
		"combining marks": "a" + strings.Repeat("\u0308\u0323", million/2),
		"quotes":          strings.Repeat(`"`, million),
		"opened quotes":   strings.Repeat("„", million),
		"letters":         strings.Repeat("n", million),
	} {
		t.Run(name, func(t *testing.T) {
			result, err := wholePipeline(t).Clean(text)
			require.NoError(t, err)
			replayed, err := Apply(text, result.Changes)
			require.NoError(t, err)
			assert.True(t, replayed == result.Text, "the changes do not replay")
			again, err := wholePipeline(t).Clean(result.Text)
			require.NoError(t, err)
			assert.Empty(t, again.Changes, "cleaning again changes something")
		})
	}
}
