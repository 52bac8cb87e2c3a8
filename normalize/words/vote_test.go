package words

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestVoteTogether(t *testing.T) {
	guess := func(after string, confidence float64) placed {
		q := placed{Proposal: Proposal{After: after, Confidence: confidence}}
		q.Features[featureGuessed] = 1
		return q
	}
	word := placed{Proposal: Proposal{After: "Brückner", Confidence: 0.3}}
	proposals := []placed{guess("Brückner", 0.6), guess("Brückner", 0.9), guess("Bröckner", 0.2), word}
	(&document{}).voteTogether(proposals)
	var got []float64
	for _, q := range proposals {
		got = append(got, q.Confidence)
	}
	assert.Equal(t, []float64{0.9, 0.9, 0.2, 0.3}, got)
}
