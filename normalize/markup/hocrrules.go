package markup

import (
	"strings"

	"klartext/normalize/edit"
)

// hocrRules are what must follow a change in hOCR.
type hocrRules struct {
	alternatives map[*box]bool // words that have a former reading
	system       tag           // <meta name="ocr-system">
	head         int           // where </head> begins, 0 if there is none
}

func (r *hocrRules) note(source string, t tag) {
	if strings.EqualFold(t.name, "meta") && t.value(source, "name") == "ocr-system" {
		r.system = t
	}
}

func (r *hocrRules) noteEnd(name string, start int) {
	if strings.EqualFold(name, "head") {
		r.head = start
	}
}

func (r *hocrRules) follow(source string, c boxChange, o Options) []edit.Edit {
	if c.text == c.box.content.text {
		return nil
	}
	out := characterConfidences(source, c)
	if o.KeepOriginal {
		out = append(out, r.keepOriginal(source, c)...)
	}
	return out
}

// characterConfidences drops x_confs, one number for each character, if the word has
// as many no more.
func characterConfidences(source string, c boxChange) []edit.Edit {
	if len([]rune(c.text)) == len([]rune(c.box.content.text)) {
		return nil
	}
	title, ok := c.box.element.attribute(source, "title")
	if !ok {
		return nil
	}
	value := source[title.from:title.to]
	start := strings.Index(value, "x_confs")
	if start < 0 {
		return nil
	}
	end := len(value)
	if i := strings.IndexByte(value[start:], ';'); i >= 0 {
		end = start + i + 1
		for end < len(value) && value[end] == ' ' {
			end++
		}
	} else {
		start = len(strings.TrimRight(value[:start], "; "))
	}
	return []edit.Edit{c.edit(title.from+start, title.from+end, value[start:end], "", "markup/confidences")}
}

// keepOriginal writes the word as alternatives, the former reading as the deleted one.
// A word that has one already, or parts of which are marked up, keeps none.
func (r *hocrRules) keepOriginal(source string, c boxChange) []edit.Edit {
	segments := c.box.content.segments
	if r.alternatives[c.box] || len(segments) == 0 {
		return nil
	}
	from, to := segments[0].from, segments[len(segments)-1].to
	if strings.IndexByte(source[from:to], '<') >= 0 {
		return nil
	}
	return []edit.Edit{
		c.edit(from, from, "", `<span class="alternatives"><ins class="alt">`, "markup/original"),
		c.edit(to, to, "", `</ins><del class="alt">`+source[from:to]+`</del></span>`, "markup/original"),
	}
}

func (r *hocrRules) provenance(source string, p Provenance) []edit.Edit {
	meta := `<meta name="ocr-system" content="` + escape(p.Software+" "+p.Version, '"') + `"`
	at := r.system.end
	switch {
	case r.system.name != "" && !r.system.empty:
		meta += ">"
	case r.system.name != "":
		meta += "/>"
	case r.head > 0:
		at = len(strings.TrimRight(source[:r.head], whiteSpace))
		meta += "/>"
	default:
		return nil
	}
	return []edit.Edit{{Start: at, End: at, After: indentOf(source, at) + meta, Rule: "markup/provenance", Confidence: 1}}
}
