package confusion

import (
	"bytes"
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzRead wants tables that are read to hold what a channel can work with, and to be
// written and read as the same rules.
func FuzzRead(f *testing.F) {
	f.Add([]byte("# a\nintended\tobserved\tprobability\tcount\nü\tii\t0.1\t30\n␣\t∅\t1\t0\n"))
	f.Add([]byte("a\tb\tNaN\tInf\nc\td\t1e-400\t1e999\n\xff\t\x00\t.5\tNaN"))
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := Read("t", bytes.NewReader(data))
		if err != nil {
			return
		}
		for _, r := range table.Rules {
			require.True(t, r.Prob > 0 && r.Prob <= 1)
			require.True(t, r.Count >= 0 && !math.IsInf(r.Count, 0))
			require.NotEqual(t, r.Intended, r.Observed)
		}
		var out bytes.Buffer
		require.NoError(t, table.Write(&out))
		again, err := Read("t", &out)
		require.NoError(t, err)
		require.Len(t, again.Rules, len(table.Rules))
		for i, r := range again.Rules {
			require.Equal(t, table.Rules[i].Intended, r.Intended)
			require.Equal(t, table.Rules[i].Observed, r.Observed)
		}
	})
}
