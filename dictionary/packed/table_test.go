package packed

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTableFindsWhatWasPutIn(t *testing.T) {
	var entries []Entry
	for i := range uint64(5000) {
		entries = append(entries, Entry{Key: i * 0x9e3779b97f4a7c15, Value: Value{byte(i), byte(i >> 8)}})
	}
	data := append(Append(nil, entries, 2), "rest"...)
	table, rest, err := Open(data, 2)
	require.NoError(t, err)
	assert.Equal(t, "rest", string(rest))
	for i := range uint64(5000) {
		v, ok := table.Find(i * 0x9e3779b97f4a7c15)
		require.True(t, ok, i)
		assert.Equal(t, []byte{byte(i), byte(i >> 8)}, v[:2])
		_, ok = table.Find(i*0x9e3779b97f4a7c15 + 1)
		assert.False(t, ok, i)
	}
}

func TestAppendIsDeterministic(t *testing.T) {
	a := []Entry{{Key: 1 << 60, Value: Value{1}}, {Key: 5, Value: Value{2}}}
	b := []Entry{a[1], a[0]}
	assert.Equal(t, Append(nil, a, 1), Append(nil, b, 1))
}

func TestOpenRefusesDamage(t *testing.T) {
	data := Append(nil, []Entry{{Key: 7}}, 1)
	for _, damaged := range [][]byte{nil, data[:4], data[:len(data)-1], {0, 0, 0, 0, 0, 0, 0, 0}} {
		_, _, err := Open(damaged, 1)
		assert.ErrorIs(t, err, ErrCorrupt)
	}
}

func TestQuantisation(t *testing.T) {
	for _, x := range []float64{0, -0.5, -3.3, -15} {
		assert.InDelta(t, x, float64(UnpackProb(PackProb(x))), 1.0/23)
	}
	for _, x := range []float64{1.9, 0, -4, -8} {
		assert.InDelta(t, x, float64(UnpackBackoff(PackBackoff(x))), 1.0/48)
	}
	assert.InDelta(t, -255.0/12, float64(UnpackProb(PackProb(-99))), 1e-6)
}
