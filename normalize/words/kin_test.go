package words

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"klartext/dictionary/confusion"
)

func TestKin(t *testing.T) {
	assert.Equal(t, []uint64{0b1, 0b1010, 0b100, 0b1010}, kinOf([]string{"abbyy", "tesseract-eng", "own", "tesseract-deu"}))
	assert.Equal(t, []uint64{0b1}, kinOf([]string{"tesseract-eng"}), "its kin is not there")
	assert.Empty(t, kinOf(nil))
}

// TestKinAreShipped fails if a profile is renamed.
func TestKinAreShipped(t *testing.T) {
	tables, err := confusion.Shipped()
	require.NoError(t, err)
	names := make([]string, len(tables))
	for i, table := range tables {
		names[i] = table.Name
	}
	for _, group := range kin {
		assert.Subset(t, names, group)
	}
}

func TestKinAreSearchedTogether(t *testing.T) {
	f := tinyFinder(t)
	p := newProfile(f.channel)
	for k := range p.share {
		p.share[k] = 0
	}
	p.share[0] = 1
	alone := p.likeliest()
	f.channel.kin = []uint64{0b1001}
	p.share = p.share[:1]
	assert.Equal(t, uint64(0b1), alone)
	assert.Equal(t, uint64(0b1001), p.likeliest())
}
