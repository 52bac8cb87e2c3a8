package confusion

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"strings"
)

// Sums tells the shipped tables from others: the first twelve hexadecimal digits of the
// SHA-256 of each file, by the table's name. They are made when asked for, since anyone
// may add a table or edit one.
func Sums() (map[string]string, error) {
	files, err := profiles.ReadDir("profiles")
	if err != nil {
		return nil, fmt.Errorf("listing the shipped confusions: %w", err)
	}
	sums := make(map[string]string, len(files))
	for _, file := range files {
		data, err := profiles.ReadFile(path.Join("profiles", file.Name()))
		if err != nil {
			return nil, fmt.Errorf("reading the shipped confusions: %w", err)
		}
		sum := sha256.Sum256(data)
		sums[strings.TrimSuffix(file.Name(), ".tsv")] = hex.EncodeToString(sum[:])[:12]
	}
	return sums, nil
}
