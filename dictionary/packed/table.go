// Package packed holds maps from 64-bit keys to a few bytes in a layout that is
// used where it lies, and the quantisation of their values.
package packed

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
	"slices"
)

// Table maps 64-bit keys to a few bytes. Entries are gathered in buckets by the
// upper bits of their key and hold the lower 24 bits as a fingerprint, so that a
// key that is not there is taken for another once in about two million times.
// Layout: the number of buckets and the number of entries (32 bits each), the
// first entry of each bucket and the end of the last (32 bits each), then the
// entries, ordered by fingerprint within a bucket.
type Table struct {
	offsets, entries []byte
	buckets          uint64
	size             int // bytes of an entry, fingerprint included
}

const (
	fingerprintSize = 3
	bucketEntries   = 8 // on average
)

// ErrCorrupt says that the data are no table.
var ErrCorrupt = errors.New("packed: corrupt data")

// Open uses the table at the front of data, whose entries hold values of
// valueSize bytes, and returns what follows it.
func Open(data []byte, valueSize int) (t Table, rest []byte, err error) {
	if len(data) < 8 {
		return Table{}, nil, ErrCorrupt
	}
	buckets := int(binary.LittleEndian.Uint32(data))
	entries := int(binary.LittleEndian.Uint32(data[4:]))
	data = data[8:]
	size := fingerprintSize + valueSize
	need := 4*(buckets+1) + entries*size
	if buckets == 0 || len(data) < need {
		return Table{}, nil, fmt.Errorf("%w: %d bytes left of a table of %d", ErrCorrupt, len(data), need)
	}
	offsets := data[:4*(buckets+1)]
	return Table{
		offsets: offsets, entries: data[len(offsets):need], buckets: uint64(buckets), size: size,
	}, data[need:], nil
}

// Find returns the value of key.
func (t *Table) Find(key uint64) (value []byte, ok bool) {
	bucket, _ := bits.Mul64(key, t.buckets)
	from := int(binary.LittleEndian.Uint32(t.offsets[bucket*4:]))
	to := int(binary.LittleEndian.Uint32(t.offsets[bucket*4+4:]))
	want := fingerprint(key)
	for i := from; i < to; i++ {
		e := t.entries[i*t.size : (i+1)*t.size]
		if f := uint32(e[0]) | uint32(e[1])<<8 | uint32(e[2])<<16; f >= want {
			return e[fingerprintSize:], f == want
		}
	}
	return nil, false
}

func fingerprint(key uint64) uint32 { return uint32(key) & 0xffffff }

// Value is what a table holds for a key: as many of the bytes as its values are
// long.
type Value [4]byte

// Entry is a key and its value on the way into a table.
type Entry struct {
	Key   uint64
	Value Value
}

// Append appends the table of entries to data; of two entries that look
// alike the first in order of key stays.
func Append(data []byte, entries []Entry, valueSize int) []byte {
	buckets := uint64(len(entries)/bucketEntries + 1)
	bucketOf := func(e Entry) uint64 {
		b, _ := bits.Mul64(e.Key, buckets)
		return b
	}
	slices.SortFunc(entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(bucketOf(a), bucketOf(b)), cmp.Compare(fingerprint(a.Key), fingerprint(b.Key)), cmp.Compare(a.Key, b.Key))
	})
	entries = slices.CompactFunc(entries, func(a, b Entry) bool {
		return bucketOf(a) == bucketOf(b) && fingerprint(a.Key) == fingerprint(b.Key)
	})
	data = binary.LittleEndian.AppendUint32(data, uint32(buckets))
	data = binary.LittleEndian.AppendUint32(data, uint32(len(entries)))
	next := 0
	for b := range buckets + 1 {
		for next < len(entries) && bucketOf(entries[next]) < b {
			next++
		}
		data = binary.LittleEndian.AppendUint32(data, uint32(next))
	}
	for _, e := range entries {
		f := fingerprint(e.Key)
		data = append(data, byte(f), byte(f>>8), byte(f>>16))
		data = append(data, e.Value[:valueSize]...)
	}
	return data
}
