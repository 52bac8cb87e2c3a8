package manual

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestEscape(t *testing.T) {
	for plain, roff := range map[string]string{
		"":                "",
		"klartext --jobs": `klartext \-\-jobs`,
		".gt.txt":         `\&.gt.txt`,
		"'a' `b` ^~":      `\(aqa\(aq \(gab\(ga \(ha\(ti`,
		`a\nb`:            `a\enb`,
		"ö→é":             `\[u00F6]\[u2192]\[u00E9]`,
		"𝔉":               `\[u1D509]`,
	} {
		assert.Equal(t, roff, escape(plain))
	}
	assert.Equal(t, `"a \(dqb\(dq"`, quoted(`a "b"`))
}
