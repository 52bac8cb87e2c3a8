package hunspell

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// flag names a class of affixes or a property of a word: a character, two of them
// (the first in the upper half) or a number. 0 is no flag.
type flag uint64

// flagType is how flags are written.
type flagType int

const (
	oneCharacter  flagType = iota // the default, and FLAG UTF-8
	twoCharacters                 // FLAG long
	decimal                       // FLAG num
)

// parseFlagType reads what follows FLAG.
func parseFlagType(name string) (flagType, error) {
	switch strings.ToLower(name) {
	case "long":
		return twoCharacters, nil
	case "num":
		return decimal, nil
	case "utf-8", "ascii":
		return oneCharacter, nil
	}
	return 0, fmt.Errorf("FLAG %s: not long, num or UTF-8", name)
}

// parse reads flags that stand side by side.
func (t flagType) parse(s string) ([]flag, error) {
	switch t {
	case twoCharacters:
		return parseLong(s)
	case decimal:
		return parseDecimal(s)
	}
	var flags []flag
	for _, r := range s {
		flags = append(flags, flag(r))
	}
	return flags, nil
}

// one reads a single flag.
func (t flagType) one(s string) (flag, error) {
	flags, err := t.parse(s)
	if err != nil {
		return 0, err
	}
	if len(flags) != 1 {
		return 0, fmt.Errorf("%q is not one flag", s)
	}
	return flags[0], nil
}

func parseLong(s string) ([]flag, error) {
	letters := []rune(s)
	if len(letters)%2 != 0 {
		return nil, fmt.Errorf("flags %q: FLAG long needs two characters each", s)
	}
	var flags []flag
	for pair := range slices.Chunk(letters, 2) {
		flags = append(flags, flag(pair[0])<<32|flag(pair[1]))
	}
	return flags, nil
}

func parseDecimal(s string) ([]flag, error) {
	var flags []flag
	for part := range strings.SplitSeq(s, ",") {
		n, err := strconv.ParseUint(part, 10, 16)
		if err != nil || n == 0 {
			return nil, fmt.Errorf("flags %q: FLAG num needs numbers from 1 to 65535 with commas", s)
		}
		flags = append(flags, flag(n))
	}
	return flags, nil
}
