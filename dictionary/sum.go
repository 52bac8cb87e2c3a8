package dictionary

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"strings"
)

// SumFile is the name of the file, among the compiled data, that holds their sum.
const SumFile = "sum.txt"

// sumData is a file of its own because summing up all data would take longer than
// cleaning a page.
//
//go:embed data/sum.txt
var sumData string

// Sum tells one embedded dictionary from another: it is that of its [Files], noted when
// they were built.
func Sum() string { return strings.TrimSpace(sumData) }

// Sum is the first twelve hexadecimal digits of a SHA-256 of all files.
func (f Files) Sum() string {
	all := sha256.New()
	for _, data := range [][]byte{f.Words, f.Forms, f.Parts, f.Modifiers, f.Heads, f.Model, f.Letters, f.Bilinear} {
		// Each by its own sum: where one ends and the next begins must count.
		one := sha256.Sum256(data)
		all.Write(one[:])
	}
	return hex.EncodeToString(all.Sum(nil))[:12]
}
