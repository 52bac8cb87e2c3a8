package markup

import (
	"strings"

	"klartext/normalize/edit"
)

// DeclaredEncoding is the encoding that the XML declaration at the beginning of
// source names, "" if there is none.
func DeclaredEncoding(source string) string {
	a, ok := encodingAttribute(source)
	if !ok {
		return ""
	}
	return source[a.from:a.to]
}

// AsUTF8 returns the edit that makes source declare the encoding UTF-8, none if it
// does so already or declares nothing.
func AsUTF8(source string) []edit.Edit {
	a, ok := encodingAttribute(source)
	if !ok || strings.EqualFold(source[a.from:a.to], "utf-8") {
		return nil
	}
	return []edit.Edit{{
		Start: a.from, End: a.to, Before: source[a.from:a.to], After: "UTF-8", Rule: "markup/encoding", Confidence: 1,
	}}
}

func encodingAttribute(source string) (attribute, bool) {
	start := 0
	if strings.HasPrefix(source, byteOrderMark) {
		start = len(byteOrderMark)
	}
	if !strings.HasPrefix(source[start:], "<?xml") {
		return attribute{}, false
	}
	end := strings.Index(source[start:], "?>")
	if end < 0 {
		return attribute{}, false
	}
	declaration := tag{start: start, end: start + end}
	return declaration.attribute(source, "encoding")
}
