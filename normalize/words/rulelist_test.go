package words

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestRuleListLeadsOn: the rules that are looked at are those that fit and whose first
// letter goes on from the state, or that intend nothing.
func TestRuleListLeadsOn(t *testing.T) {
	f := shippedFixer(t).finder
	x := f.index(f.channel.all()) // lists longer than a word of bits
	forms := f.dict.Forms()
	longest := 0
	for _, observed := range []string{"iiber", "lich", "«eit", "m", "ſtadt"} {
		letters := []rune(observed)
		list := x.observing(letters[0])
		if list == nil {
			continue
		}
		longest = max(longest, len(list.ids))
		fit, _ := list.fit(letters, nil)
		for _, beginning := range []string{"V", "Ver", "Verwal", "kön"} {
			codes, _ := encode(beginning)
			state := forms.Root()
			for _, code := range codes {
				arc, ok := forms.Step(state, code)
				assert.True(t, ok)
				state = arc.Target
			}
			for i, id := range list.ids {
				r := &f.channel.rules[id]
				want := hasPrefix(letters, r.observed)
				if len(r.intended) > 0 {
					_, ok := forms.Step(state, r.intended[0])
					want = want && ok
				}
				got := fit.leading(forms, state, i/64)>>(i%64)&1 == 1
				assert.Equal(t, want, got, "%s behind %s: %s", observed, beginning, spell(r.intended))
			}
		}
	}
	assert.Greater(t, longest, 64)
}
