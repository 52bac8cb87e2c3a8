package markup

import (
	"strconv"
	"strings"
	"time"

	"klartext/normalize/edit"
)

// pageRules are what must follow a change in PAGE.
type pageRules struct {
	equivs     map[*box][]equiv
	prefix     string
	items      bool   // the version has MetadataItem
	lastChange [2]int // where the content of LastChange stands
	behindLast int    // behind </LastChange>
	comments   int    // where </Comments> begins, 0 if there are none
	metadata   int    // where </Metadata> begins, 0 if there is none
	begin      int    // of the content of what is open
}

// withItems is the first version, by its date, whose metadata have MetadataItem.
const withItems = "2018"

func (r *pageRules) note(source string, t tag) {
	switch t.name {
	case "PcGts":
		r.prefix = t.prefix
		r.items = pageVersion(source[t.start:t.end]) >= withItems
	case "LastChange":
		r.begin = t.end
	}
}

// pageVersion is the date in the namespace of the root's tag.
func pageVersion(root string) string {
	_, version, _ := strings.Cut(root, "/pagecontent/")
	if len(version) < len("2019-07-15") {
		return ""
	}
	return version[:len("2019-07-15")]
}

func (r *pageRules) noteEnd(name string, start, end int) {
	switch name {
	case "LastChange":
		r.lastChange, r.behindLast = [2]int{r.begin, start}, end
	case "Comments":
		if r.metadata == 0 {
			r.comments = start
		}
	case "Metadata":
		r.metadata = start
	}
}

func (r *pageRules) follow(source string, c boxChange, o Options) []edit.Edit {
	if c.text == c.box.content.text {
		return nil
	}
	out := glyphsFollow(source, c, whole)
	if o.KeepOriginal {
		out = append(out, r.keepOriginal(source, c)...)
	}
	return out
}

// keepOriginal adds the former reading as another TextEquiv, with the next index.
func (r *pageRules) keepOriginal(source string, c boxChange) []edit.Edit {
	equivs := r.equivs[c.box]
	main := mainReading(equivs)
	last := main.index
	for _, e := range equivs {
		last = max(last, e.index)
	}
	var out []edit.Edit
	if last < 0 {
		at := main.element.start + len("<"+r.prefix+"TextEquiv")
		out = append(out, c.edit(at, at, "", ` index="1"`, "markup/original"))
		last = 1
	}
	kept := "<" + r.prefix + `TextEquiv index="` + strconv.Itoa(last+1) + `"`
	if a, ok := main.element.attribute(source, "conf"); ok {
		kept += ` conf="` + source[a.from:a.to] + `"`
	}
	kept += "><" + r.prefix + "Unicode>" + escape(c.box.content.text, 0) + "</" + r.prefix + "Unicode></" + r.prefix + "TextEquiv>"
	kept = indentOf(source, main.element.start) + kept
	return append(out, c.edit(main.end, main.end, "", kept, "markup/original"))
}

func (r *pageRules) provenance(source string, p Provenance) []edit.Edit {
	if r.metadata == 0 {
		return nil
	}
	record := func(start, end int, after string) edit.Edit {
		return edit.Edit{Start: start, End: end, Before: source[start:end], After: after, Rule: "markup/provenance", Confidence: 1}
	}
	var out []edit.Edit
	if !p.Time.IsZero() && r.lastChange[1] > 0 {
		out = append(out, record(r.lastChange[0], r.lastChange[1], p.Time.UTC().Format(time.RFC3339)))
	}
	note := escape("OCR errors corrected by "+p.Software+" "+p.Version, 0)
	switch {
	case r.items:
		// Behind what is there: its white space belongs to </Metadata>.
		at := len(strings.TrimRight(source[:r.metadata], whiteSpace))
		out = append(out, record(at, at, indentOf(source, at)+r.item(p)))
	case r.comments > 0:
		out = append(out, record(r.comments, r.comments, indentOf(source, r.comments)+note))
	case r.behindLast > 0:
		out = append(out, record(r.behindLast, r.behindLast, indentOf(source, r.behindLast)+
			"<"+r.prefix+"Comments>"+note+"</"+r.prefix+"Comments>"))
	}
	return out
}

// item is the MetadataItem of a processing step.
func (r *pageRules) item(p Provenance) string {
	var b strings.Builder
	attribute := func(name, value string) { b.WriteString(" " + name + `="` + escape(value, '"') + `"`) }
	b.WriteString("<" + r.prefix + "MetadataItem")
	attribute("type", "processingStep")
	attribute("name", "post-correction")
	attribute("value", p.Software)
	if !p.Time.IsZero() {
		attribute("date", p.Time.UTC().Format(time.RFC3339))
	}
	b.WriteString("><" + r.prefix + "Labels>")
	for _, label := range [][2]string{{"version", p.Version}, {"settings", p.Settings}} {
		if label[1] != "" {
			b.WriteString("<" + r.prefix + "Label")
			attribute("value", label[1])
			attribute("type", label[0])
			b.WriteString("/>")
		}
	}
	b.WriteString("</" + r.prefix + "Labels></" + r.prefix + "MetadataItem>")
	return b.String()
}
