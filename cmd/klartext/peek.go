package main

import (
	"bytes"
	"io"

	"klartext/normalize/markup"
)

// peeked reads r after its first bytes have been looked at.
type peeked struct {
	r    io.Reader
	head []byte
}

// isMarkup tells whether r begins like XML or HTML. It reads no more of r than it
// takes to see that, so that a stream that comes slowly is not held up.
func (p *peeked) isMarkup(format string) bool {
	if format == string(markup.Plain) {
		return false
	}
	buffer := make([]byte, 512)
	for len(bytes.Trim(p.head, "\xef\xbb\xbf\xfe\xff\x00 \t\r\n")) == 0 && len(p.head) < markup.Sniffed() {
		n, err := p.r.Read(buffer)
		p.head = append(p.head, buffer[:n]...)
		if err != nil {
			break // the next read meets it again
		}
	}
	return beginsLikeMarkup(p.head)
}

func (p *peeked) Read(b []byte) (int, error) {
	if len(p.head) == 0 {
		return p.r.Read(b)
	}
	n := copy(b, p.head)
	p.head = p.head[n:]
	return n, nil
}

var _ io.Reader = (*peeked)(nil)
