package edit

import "math"

// Unlimited lets [Settle] go on as long as there is something to change.
const Unlimited = math.MaxInt

// Settle runs pass over text, then over what its edits make of text, and so on
// until a pass finds nothing more or limit passes are done, and returns all edits
// as one list against text. With [Unlimited], pass must come to an end by itself,
// for example because each edit makes the text shorter. Settle does not allocate
// if the first pass finds nothing.
//
// Edits of a pass that do not fit its text are a fault of pass. The list returned
// does not fit text then, and [Apply] says why.
func Settle(text string, limit int, pass func(text string) []Edit) []Edit {
	var all []Edit
	current := text
	for range limit {
		edits := pass(current)
		if len(edits) == 0 {
			break
		}
		next, err := Apply(current, edits)
		if err != nil {
			beyond := len(text) + 1
			return append(all, Edit{Start: beyond, End: beyond, Before: err.Error()})
		}
		all = Compose(text, all, edits)
		current = next
	}
	return all
}
