package batch

import (
	"crypto/sha256"
	"encoding/hex"
	"io"

	"klartext/internal/files"
)

// Sum is the SHA-256 of data, in hexadecimal.
func Sum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// SumFile is the SHA-256 of a file, in hexadecimal, and its length in bytes. It fails for
// what is not a regular file.
func SumFile(source files.Source, path string) (sum string, length int64, err error) {
	file, err := files.OpenRegular(source, path)
	if err != nil {
		return "", 0, err
	}
	defer file.Close()
	hash := sha256.New()
	length, err = io.Copy(hash, file)
	if err != nil {
		return "", 0, err
	}
	return hex.EncodeToString(hash.Sum(nil)), length, nil
}
