package domain

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"github.com/cespare/xxhash/v2"

	"klartext/dictionary/automaton"
	"klartext/dictionary/ngram"
)

// A file begins with kind and version, four bytes each, and the xxHash64 of what
// follows: the numbers of [Info], 64 bits each, and the sections, each led by its
// length in 64 bits. All numbers are little endian.
const (
	kind     = "ktdm"
	version  = "0001"
	headSize = len(kind) + len(version) + 8
)

// The numbers and the sections, in their order.
const (
	numberFiles = iota
	numberWords
	numberNewWords
	numberTried
	numberShipped
	numberMerged
	numbers
)

const (
	sectionName = iota
	sectionLicence
	sectionForms
	sectionCounts
	sectionGrams
	sections
)

// LongestText is the largest length of a name or a licence note, in bytes.
const LongestText = 1000

// Errors of opening.
var (
	// ErrNoModel says that the data are no domain model.
	ErrNoModel = errors.New("is no domain model")
	// ErrVersion says that another version of klartext made the model.
	ErrVersion = errors.New("is a domain model of another version; build it again")
	// ErrCorrupt says that the data are damaged.
	ErrCorrupt = errors.New("is a damaged domain model")
)

// Open uses data, which [Builder.Build] made, in place: they must not be changed. It
// fails with [ErrNoModel], [ErrVersion] or [ErrCorrupt].
func Open(data []byte) (*Model, error) {
	if len(data) < headSize || string(data[:len(kind)]) != kind {
		return nil, ErrNoModel
	}
	if v := string(data[len(kind) : len(kind)+len(version)]); v != version {
		return nil, fmt.Errorf("%w (%q, not %q)", ErrVersion, v, version)
	}
	sum := binary.LittleEndian.Uint64(data[headSize-8:])
	if sum != xxhash.Sum64(data[headSize:]) {
		return nil, fmt.Errorf("%w: its checksum is wrong", ErrCorrupt)
	}
	m, err := parse(data[headSize:])
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrCorrupt, err)
	}
	m.sum = sum
	return m, nil
}

var errShort = errors.New("it ends too early")

func parse(data []byte) (*Model, error) {
	if len(data) < 8*numbers {
		return nil, errShort
	}
	m := &Model{info: readInfo(data)}
	var parts [sections][]byte
	rest := data[8*numbers:]
	for i := range parts {
		if len(rest) < 8 {
			return nil, errShort
		}
		size := binary.LittleEndian.Uint64(rest)
		if rest = rest[8:]; size > uint64(len(rest)) {
			return nil, errShort
		}
		parts[i], rest = rest[:size], rest[size:]
	}
	if len(rest) > 0 {
		return nil, fmt.Errorf("%d bytes stand behind its end", len(rest))
	}
	m.info.Name, m.info.Licence = string(parts[sectionName]), string(parts[sectionLicence])
	var err error
	if m.words, err = openWords(parts[sectionForms], parts[sectionCounts]); err != nil {
		return nil, err
	}
	if m.grams, err = ngram.OpenDomain(parts[sectionGrams]); err != nil {
		return nil, err
	}
	return m, nil
}

func readInfo(data []byte) Info {
	number := func(i int) uint64 { return binary.LittleEndian.Uint64(data[8*i:]) }
	return Info{
		Files: int(number(numberFiles)), Words: int(number(numberWords)), NewWords: int(number(numberNewWords)),
		Trial: Trial{
			Tokens:  int(number(numberTried)),
			Shipped: math.Float64frombits(number(numberShipped)), Merged: math.Float64frombits(number(numberMerged)),
		},
	}
}

// write makes the data of a model.
func write(info Info, forms, counts, grams []byte) []byte {
	var of [numbers]uint64
	of[numberFiles], of[numberWords], of[numberNewWords] = uint64(info.Files), uint64(info.Words), uint64(info.NewWords)
	of[numberTried] = uint64(info.Trial.Tokens)
	of[numberShipped], of[numberMerged] = math.Float64bits(info.Trial.Shipped), math.Float64bits(info.Trial.Merged)
	data := append([]byte(kind+version), make([]byte, 8)...)
	for _, n := range of {
		data = binary.LittleEndian.AppendUint64(data, n)
	}
	for _, part := range [sections][]byte{[]byte(info.Name), []byte(info.Licence), forms, counts, grams} {
		data = binary.LittleEndian.AppendUint64(data, uint64(len(part)))
		data = append(data, part...)
	}
	binary.LittleEndian.PutUint64(data[headSize-8:], xxhash.Sum64(data[headSize:]))
	return data
}

// openForms opens the automaton of the words.
func openForms(data []byte) (*automaton.Automaton, error) {
	forms, err := automaton.Open(data)
	if err == nil {
		err = forms.Check()
	}
	if err != nil {
		return nil, fmt.Errorf("words: %w", err)
	}
	return forms, nil
}
