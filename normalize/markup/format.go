// Package markup reads OCR files that say where on a page each word stands, as
// running text, and carries edits of that text back to the words in the file.
//
// The file is never written anew: edits of the text become edits of the bytes that
// hold the changed words and of what must follow them, and every other byte stays.
package markup

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Format is a kind of file that OCR text comes in.
type Format string

// The formats. Auto stands for the one that a file shows.
const (
	Auto  Format = ""
	Plain Format = "text"
	ALTO  Format = "alto" // ALTO XML, versions 1 to 4
	PAGE  Format = "page" // PAGE XML, 2013 and later
	HOCR  Format = "hocr" // HTML with the classes of hOCR 1.2
)

// Names are the names of the formats, as users give them.
func Names() []string { return []string{string(Plain), string(ALTO), string(PAGE), string(HOCR)} }

// Named returns the format of a name, Auto for "auto" and "". It fails if there is
// none.
func Named(name string) (Format, error) {
	if name == "" || name == "auto" {
		return Auto, nil
	}
	if !slices.Contains(Names(), name) {
		return Auto, fmt.Errorf("there is no format %q; there are auto, %s", name, strings.Join(Names(), ", "))
	}
	return Format(name), nil
}

// ErrUnknown says that a file is markup of a kind that klartext does not read. To
// take its tags for text would damage it.
var ErrUnknown = errors.New("is neither ALTO, PAGE nor hOCR")

// sniffed is how many bytes, at least, [Recognise] wants of a file to be sure.
const sniffed = 4096

// Sniffed is how many bytes of the beginning of a file are enough for [Recognise].
func Sniffed() int { return sniffed }

// Recognise tells the format of a decoded file by its beginning. All that does not
// begin like XML or HTML is plain text. It fails with [ErrUnknown] for other markup.
func Recognise(text string) (Format, error) {
	text = strings.TrimLeft(strings.TrimPrefix(text, byteOrderMark), " \t\r\n")
	declared := hasPrefixFold(text, "<?xml") || hasPrefixFold(text, "<!doctype")
	root := rootName(text)
	switch strings.ToLower(root) {
	case "alto":
		return ALTO, nil
	case "pcgts":
		return PAGE, nil
	case "html":
		if looksLikeHOCR(text) {
			return HOCR, nil
		}
		return Auto, fmt.Errorf("%w, but HTML without the classes of hOCR", ErrUnknown)
	}
	if declared && root != "" {
		return Auto, fmt.Errorf("%w, but XML with the root element %q", ErrUnknown, root)
	}
	if declared {
		return Auto, fmt.Errorf("%w: it begins like XML and has no root element", ErrUnknown)
	}
	return Plain, nil
}

const byteOrderMark = "\ufeff"

func hasPrefixFold(text, prefix string) bool {
	return len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix)
}

// looksLikeHOCR looks for a class or a meta element of hOCR. The head of an HTML file
// can be long, so that all there is of text counts.
func looksLikeHOCR(text string) bool {
	for _, mark := range []string{"ocr_page", "ocrx_word", "ocr_line", "ocr-system", "ocr-capabilities"} {
		if strings.Contains(text, mark) {
			return true
		}
	}
	return false
}

// rootName is the local name of the first element in text, behind declarations and
// comments, "" if anything else comes first.
func rootName(text string) string {
	for {
		text = strings.TrimLeft(text, " \t\r\n")
		switch {
		case strings.HasPrefix(text, "<!--"):
			text = after(text, "-->")
		case strings.HasPrefix(text, "<?"):
			text = after(text, "?>")
		case strings.HasPrefix(text, "<!"):
			text = after(text, ">")
		case strings.HasPrefix(text, "<"):
			name := text[1:]
			if end := strings.IndexAny(name, " \t\r\n/>"); end >= 0 {
				name = name[:end]
			}
			return name[strings.IndexByte(name, ':')+1:]
		default:
			return ""
		}
	}
}

// after is what follows the first end in text, "" if there is none.
func after(text, end string) string {
	_, rest, _ := strings.Cut(text, end)
	return rest
}
