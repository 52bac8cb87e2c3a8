package words

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestModes(t *testing.T) {
	assert.Equal(t, []string{"conservative", "balanced", "aggressive"}, ModeNames())
	previous := Proposal{Confidence: 1}
	for _, name := range ModeNames() {
		m, err := ParseMode(name)
		require.NoError(t, err)
		assert.Equal(t, name, m.String())
		assert.Greater(t, m.least(), leastSuggested)
		assert.Greater(t, previous.Confidence, m.least(), "the modes are in order")
		p := Proposal{Confidence: m.least()}
		assert.True(t, m.accepts(&p))
		p.Confidence -= 0.001
		assert.False(t, m.accepts(&p))
		previous.Confidence = m.least()
	}
	_, err := ParseMode("Bold")
	assert.EqualError(t, err, `there is no mode "Bold"; there are conservative, balanced, aggressive`)
	assert.Equal(t, Balanced, Mode(0), "the default")
	assert.Equal(t, "Mode(9)", Mode(9).String())
}
