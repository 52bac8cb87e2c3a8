package packed

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// FuzzOpen checks that damaged data are refused, or can be looked up in without harm.
func FuzzOpen(f *testing.F) {
	const valueSize = 2
	var entries []Entry
	for i := range uint64(20) {
		entries = append(entries, Entry{Key: i * 0x9e3779b97f4a7c15, Value: Value{byte(i), 1}})
	}
	data := Append(nil, entries, valueSize)
	f.Add(data, uint64(0x9e3779b97f4a7c15))
	f.Add(data[:len(data)/2], uint64(0))
	f.Add(Append(nil, nil, valueSize), uint64(1))
	f.Fuzz(func(t *testing.T, data []byte, key uint64) {
		table, rest, err := Open(data, valueSize)
		if err == nil {
			err = table.Check()
		}
		if err != nil {
			assert.ErrorIs(t, err, ErrCorrupt)
			return
		}
		assert.Less(t, len(rest), len(data))
		for range 100 {
			if value, ok := table.Find(key); ok {
				assert.Len(t, value, valueSize)
			}
			key = key*0x9e3779b97f4a7c15 + 1
		}
	})
}
