package markup

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// tag is a start tag and where it stands in the source.
type tag struct {
	name       string // without prefix
	prefix     string // of the namespace, with its colon
	start, end int
	empty      bool // <name/>
}

// attribute is one of a tag, and where its value stands in the source.
type attribute struct {
	name     string
	from, to int
	quote    byte
}

// visitor is told what a source holds, in order.
type visitor interface {
	open(t tag)
	text(start, end int)
	// close is given where the end tag stands. That of an empty tag is empty, behind
	// it; so are those that HTML leaves out.
	close(name string, start, end int)
}

// How many elements may stand within one another. OCR files have a dozen levels; a file
// with a hundred thousand is made to exhaust those who read it. In HTML, where end tags
// may be left out, each paragraph may seem to stand within the last.
const (
	maxDepth      = 1000
	maxDepthLoose = 10_000
)

// walk reads source, which is XML or, if loose, HTML, and tells v. The error names
// the line.
func walk(source string, loose bool, v visitor) error {
	decoder := xml.NewDecoder(strings.NewReader(source))
	// The source is decoded already, whatever its declaration says.
	decoder.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	if loose {
		decoder.Strict = false
		decoder.AutoClose = xml.HTMLAutoClose
		decoder.Entity = xml.HTMLEntity
	}
	elements, depth, deepest, begin := 0, 0, maxDepth, -1
	if loose {
		deepest = maxDepthLoose
	}
	for {
		start := int(decoder.InputOffset())
		token, err := decoder.Token()
		end := int(decoder.InputOffset())
		switch {
		case errors.Is(err, io.EOF) && elements == 0:
			return errors.New("has no root element")
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return syntaxError(err)
		}
		if begin >= 0 { // the token was read when an end tag before it was made up
			start, begin = begin, -1
		}
		switch t := token.(type) {
		case xml.StartElement:
			elements++
			if depth++; depth > deepest {
				line, _ := decoder.InputPos()
				return fmt.Errorf("line %d: has more than %d elements within one another", line, deepest)
			}
			v.open(tagAt(source, t.Name.Local, start, end))
		case xml.EndElement:
			depth--
			if start < end && !strings.HasPrefix(source[start:], "</") {
				begin, end = start, start
			}
			v.close(t.Name.Local, start, end)
		case xml.CharData:
			v.text(start, end)
		}
	}
}

// syntaxError puts the line of a syntax error first.
func syntaxError(err error) error {
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("line %d: is not well-formed: %s", syntax.Line, syntax.Msg)
	}
	return fmt.Errorf("is not well-formed: %w", err)
}

func tagAt(source, name string, start, end int) tag {
	t := tag{name: name, start: start, end: end, empty: strings.HasSuffix(source[start:end], "/>")}
	full := strings.TrimPrefix(source[start:end], "<")
	if i := strings.IndexAny(full, ": \t\r\n/>"); i >= 0 && full[i] == ':' {
		t.prefix = full[:i+1]
	}
	return t
}

// attributes lists those of t that have a quoted value.
func (t tag) attributes(source string) []attribute {
	var out []attribute
	at := t.start
	for {
		equals := strings.IndexByte(source[at:t.end], '=')
		if equals < 0 {
			return out
		}
		equals += at
		name := strings.TrimRight(source[at:equals], whiteSpace)
		name = name[strings.LastIndexAny(name, whiteSpace)+1:]
		value := equals + 1
		for value < t.end && strings.IndexByte(whiteSpace, source[value]) >= 0 {
			value++
		}
		if value >= t.end || (source[value] != '"' && source[value] != '\'') {
			at = value // HTML allows values without quotes: none that matter here
			continue
		}
		end := strings.IndexByte(source[value+1:t.end], source[value])
		if end < 0 {
			return out
		}
		out = append(out, attribute{name: name, from: value + 1, to: value + 1 + end, quote: source[value]})
		at = value + 1 + end + 1
	}
}

// attribute returns the one of a name.
func (t tag) attribute(source, name string) (attribute, bool) {
	for _, a := range t.attributes(source) {
		if a.name == name {
			return a, true
		}
	}
	return attribute{}, false
}

// value is the unescaped value of the attribute of a name, "" if there is none.
func (t tag) value(source, name string) string {
	a, ok := t.attribute(source, name)
	if !ok {
		return ""
	}
	return a.mirror(source).text
}

func (a attribute) mirror(source string) mirror {
	var m mirror
	m.add(source, a.from, a.to, a.quote)
	return m
}
