package bilinear

import (
	"encoding/binary"
	"math"

	"klartext/dictionary/ngram"
	"klartext/dictionary/packed"
)

// pack quantises what was learned, vectors to 8 bits and a scale each.
func (e *estimator) pack(words []string) []byte {
	entries := make([]packed.Entry, len(words))
	for i, w := range words {
		entries[i] = packed.Entry{Key: uint64(ngram.WordOf(w)), Value: packed.Value{byte(i), byte(i >> 8)}}
	}
	data := packed.Append([]byte(magic), entries, rowValue)
	data = binary.LittleEndian.AppendUint32(data, uint32(len(words)))
	for p := range e.weights {
		for _, x := range e.weights[p] {
			data = binary.LittleEndian.AppendUint32(data, math.Float32bits(x))
		}
	}
	for i := range e.contexts {
		scale, values := quantise(&e.contexts[i])
		data = append(binary.LittleEndian.AppendUint16(data, scale), values[:]...)
	}
	for i := range e.targets {
		scale, values := quantise(&e.targets[i])
		data = binary.LittleEndian.AppendUint16(data, scale)
		bias := max(math.MinInt16, min(math.MaxInt16, math.Round(biasScale*float64(e.bias[i]))))
		data = append(binary.LittleEndian.AppendUint16(data, uint16(int16(bias))), values[:]...)
	}
	return data
}

// quantise returns the upper half of the scale's bits and the values in steps of it.
func quantise(v *vector) (scale uint16, values [Dim]byte) {
	most := float32(0)
	for _, x := range v {
		most = max(most, max(x, -x))
	}
	// One more in the last place that is kept: no value must come to more than 127.
	scale = uint16(math.Float32bits(most/127)>>16) + 1
	step := math.Float32frombits(uint32(scale) << 16)
	for d, x := range v {
		values[d] = byte(int8(math.Round(float64(x / step))))
	}
	return scale, values
}
