package token

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Digits of other scripts once made an empty token, and the tokens never ended.
func TestDigitsOfOtherScriptsEnd(t *testing.T) {
	for text, want := range map[string][]Token{
		"a ٣٤ x": {{0, 1, Word}, {2, 6, Number}, {7, 8, Word}},
		"1٣.5":   {{0, 5, Number}},
	} {
		assert.Equal(t, want, All(nil, text), text)
	}
}
