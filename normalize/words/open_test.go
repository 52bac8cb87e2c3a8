package words

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestOnlyOpenSlotsAreOffered: where known words are not suspected, slots that are not
// open would get no reading if they were asked.
func TestOnlyOpenSlotsAreOffered(t *testing.T) {
	const text = "Die Verwal tung.der Stadt,die Haus-und Hof hat s 12 gelesen und Verwal- tung, der Griinflache wegen. " +
		"Das ist's nicht'aber der Ge.meinde Verwaltungs Rat 5 4 un gewiß."
	f := shippedFixer(t)
	d := f.read(text)
	p := newProfile(f.finder.channel)
	p.level = quiet / 2
	d.searched = scope{profiles: f.finder.channel.all()}
	offered := 0
	for i := range d.paragraphs {
		slots := d.paragraphs[i].slots
		for j := range slots {
			d.offer(&slots[j], p)
			d.offerSpacing(slots, j, p)
			if len(slots[j].readings()) > 1 {
				offered++
				assert.True(t, slices.Contains(d.paragraphs[i].open, int32(j)), text[slots[j].start:slots[j].end])
			}
		}
		assert.Less(t, len(d.paragraphs[i].open), len(slots))
	}
	require.Greater(t, offered, 5)
}
