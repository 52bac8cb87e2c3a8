package main

import (
	"bytes"
	"errors"
	"io"

	"klartext/internal/files"
)

// sameContent says whether two regular files hold the same bytes, reading both in
// pieces.
func sameContent(source files.Source, a, b string) (bool, error) {
	x, err := files.OpenRegular(source, a)
	if err != nil {
		return false, err
	}
	defer x.Close()
	y, err := files.OpenRegular(source, b)
	if err != nil {
		return false, err
	}
	defer y.Close()
	var piece [2][1 << 16]byte
	for {
		n, errX := io.ReadFull(x, piece[0][:])
		m, errY := io.ReadFull(y, piece[1][:])
		if !bytes.Equal(piece[0][:n], piece[1][:m]) {
			return false, nil
		}
		if ended(errX) && ended(errY) {
			return true, nil
		}
		if err := errors.Join(errX, errY); err != nil {
			return false, err
		}
	}
}

func ended(err error) bool {
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
}
