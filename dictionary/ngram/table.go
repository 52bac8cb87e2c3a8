package ngram

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
	"slices"
)

// table maps 64-bit keys to a few bytes. Entries are gathered in buckets by the
// upper bits of their key and hold the lower 24 bits as a fingerprint, so that a
// key that is not there is taken for another once in about two million times.
// Layout: the number of buckets and the number of entries (32 bits each), the
// first entry of each bucket and the end of the last (32 bits each), then the
// entries, ordered by fingerprint within a bucket.
type table struct {
	offsets, entries []byte
	buckets          uint64
	size             int // bytes of an entry, fingerprint included
}

const (
	fingerprintSize = 3
	bucketEntries   = 8 // on average
)

// openTable uses the table at the front of data, whose entries hold values of
// valueSize bytes, and returns what follows it.
func openTable(data []byte, valueSize int) (t table, rest []byte, err error) {
	if len(data) < 8 {
		return table{}, nil, ErrCorrupt
	}
	buckets := int(binary.LittleEndian.Uint32(data))
	entries := int(binary.LittleEndian.Uint32(data[4:]))
	data = data[8:]
	size := fingerprintSize + valueSize
	need := 4*(buckets+1) + entries*size
	if buckets == 0 || len(data) < need {
		return table{}, nil, fmt.Errorf("%w: %d bytes left of a table of %d", ErrCorrupt, len(data), need)
	}
	offsets := data[:4*(buckets+1)]
	return table{
		offsets: offsets, entries: data[len(offsets):need], buckets: uint64(buckets), size: size,
	}, data[need:], nil
}

// find returns the value of key.
func (t *table) find(key uint64) (value []byte, ok bool) {
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

// entry is a key and its value on the way into a table.
type entry struct {
	key   uint64
	value [2]byte
}

// appendTable appends the table of entries to data; of two entries that look
// alike the first in order of key stays.
func appendTable(data []byte, entries []entry, valueSize int) []byte {
	buckets := uint64(len(entries)/bucketEntries + 1)
	bucketOf := func(e entry) uint64 {
		b, _ := bits.Mul64(e.key, buckets)
		return b
	}
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(bucketOf(a), bucketOf(b)), cmp.Compare(fingerprint(a.key), fingerprint(b.key)), cmp.Compare(a.key, b.key))
	})
	entries = slices.CompactFunc(entries, func(a, b entry) bool {
		return bucketOf(a) == bucketOf(b) && fingerprint(a.key) == fingerprint(b.key)
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
		f := fingerprint(e.key)
		data = append(data, byte(f), byte(f>>8), byte(f>>16))
		data = append(data, e.value[:valueSize]...)
	}
	return data
}

// Probabilities are kept as -12·ln p, 0 to about -21 nats; backoff weights as
// 24·(2 - ln b), from +2 down to about -8.6 nats.
const (
	probScale     = 12
	backoffScale  = 24
	largestWeight = 2
)

// PackProb quantises a ln probability to a byte.
func PackProb(lnp float64) byte {
	return byte(math.Round(min(255, max(0, -lnp*probScale))))
}

// UnpackProb undoes PackProb, to half a twelfth of a nat.
func UnpackProb(b byte) float32 { return -float32(b) / probScale }

// PackBackoff quantises the ln of a backoff weight to a byte.
func PackBackoff(lnb float64) byte {
	return byte(math.Round(min(255, max(0, (largestWeight-lnb)*backoffScale))))
}

// UnpackBackoff undoes PackBackoff.
func UnpackBackoff(b byte) float32 { return largestWeight - float32(b)/backoffScale }
