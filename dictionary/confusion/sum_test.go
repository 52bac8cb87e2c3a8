package confusion

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEachShippedTableHasASum(t *testing.T) {
	tables, err := Shipped()
	require.NoError(t, err)
	sums, err := Sums()
	require.NoError(t, err)
	assert.Len(t, sums, len(tables))
	seen := make(map[string]string)
	for _, table := range tables {
		sum := sums[table.Name]
		assert.Regexp(t, "^[0-9a-f]{12}$", sum, table.Name)
		assert.Empty(t, seen[sum], "%s has the sum of another table", table.Name)
		seen[sum] = table.Name
	}
}
