package automaton

// letters are the characters that words of the dictionary may hold; a letter's
// code is its place in this string, from 1. Changing it needs a new build of
// the data.
const letters = "-'0123456789" +
	"ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ" +
	"abcdefghijklmnopqrstuvwxyzäöüß" +
	"ÉéÈèÊêËëÀàÂâÁáÇçÔôÓóÒòÎîÍíÏïÑñÛûÙùÚúÅåØøÆæœŠšČčŽžőćğłěř"

// NumCodes is one more than the largest letter code.
const NumCodes = 128

var codes, runes = tables() // never written after start

func tables() (map[rune]byte, [NumCodes]rune) {
	byRune := make(map[rune]byte, NumCodes)
	var byCode [NumCodes]rune
	next := byte(1)
	for _, r := range letters {
		byRune[r] = next
		byCode[next] = r
		next++
	}
	return byRune, byCode
}

// latinCodes answers for the characters below U+0180, nearly all there are.
var latinCodes = func() (t [0x180]byte) {
	for r, c := range codes {
		if int(r) < len(t) {
			t[r] = c
		}
	}
	return t
}()

// Code returns the letter code of r; ok is false if no word may hold r.
func Code(r rune) (code byte, ok bool) {
	if r < 0 || int(r) >= len(latinCodes) {
		return 0, false
	}
	code = latinCodes[r]
	return code, code != 0
}

// Rune returns the character with the given code; 0 if there is none.
func Rune(code byte) rune { return runes[code] }
