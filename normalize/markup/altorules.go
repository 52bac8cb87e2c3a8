package markup

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"klartext/normalize/edit"
)

// altoRules are what must follow a change in ALTO.
type altoRules struct {
	version     int // 1 to 4
	prefix      string
	ids         map[string]bool // that begin like ours
	root        tag
	step        string // ID of our Processing, which Strings refer to
	description int    // where </Description> begins, 0 if there is none
	processing  int    // behind the last OCRProcessing or Processing, 0 if there is none
	lastStep    int    // behind the last step in an OCRProcessing after which ours may stand
}

// stepID is the ID of the Processing that klartext adds, with a number from the
// second on.
const stepID = "klartext"

func (r *altoRules) note(source string, t tag) {
	if r.root.name == "" {
		r.root, r.prefix, r.version = t, t.prefix, altoVersion(source[t.start:t.end])
		r.ids, r.step = make(map[string]bool), stepID
	}
	if t.name == "Processing" {
		r.ids[t.value(source, "ID")] = true
		for n := 2; r.ids[r.step]; n++ {
			r.step = stepID + "_" + strconv.Itoa(n)
		}
	}
}

func (r *altoRules) noteEnd(name string, start, end int) {
	switch name {
	case "Description":
		r.description = start
	case "OCRProcessing", "Processing":
		r.processing = end
	case "ocrProcessingStep", "postProcessingStep":
		r.lastStep = end
	}
}

// altoVersion tells the version by the namespace in the root's tag. Version 1 has
// several, or none.
func altoVersion(root string) int {
	for _, version := range []string{"4", "3", "2"} {
		if strings.Contains(root, "ns-v"+version) {
			return int(version[0] - '0')
		}
	}
	return 1
}

func (r *altoRules) follow(source string, c boxChange, o Options) []edit.Edit {
	b := c.box
	content, ok := b.element.attribute(source, "CONTENT")
	if !ok {
		return nil
	}
	var added strings.Builder
	var out []edit.Edit
	if c.half > 0 {
		out = append(out, r.setHalf(source, c, &added)...)
	}
	if c.text != b.content.text {
		if o.Recorded {
			out = append(out, r.setReference(source, c, &added)...)
		}
		out = append(out, confidenceDigits(source, c)...)
		out = append(out, glyphsFollow(source, c, whole)...)
		if o.KeepOriginal {
			out = append(out, r.keepOriginal(source, c)...)
		}
	}
	if added.Len() > 0 {
		out = append(out, c.edit(content.to+1, content.to+1, "", added.String(), "markup/string"))
	}
	return out
}

// edit is an edit of the source that follows c.
func (c boxChange) edit(start, end int, before, after, rule string) edit.Edit {
	return edit.Edit{Start: start, End: end, Before: before, After: after, Rule: rule, Confidence: c.confidence}
}

// set sets an attribute of c's element: in place, or by adding it to added.
func (c boxChange) set(source, name, value string, added *strings.Builder) []edit.Edit {
	a, ok := c.box.element.attribute(source, name)
	if !ok {
		added.WriteString(" " + name + `="` + escape(value, '"') + `"`)
		return nil
	}
	if a.mirror(source).text == value {
		return nil
	}
	return []edit.Edit{c.edit(a.from, a.to, source[a.from:a.to], escape(value, a.quote), "markup/string")}
}

// setHalf says which word the String holds a part of.
func (r *altoRules) setHalf(source string, c boxChange, added *strings.Builder) []edit.Edit {
	out := c.set(source, "SUBS_TYPE", "HypPart"+strconv.Itoa(c.half), added)
	return append(out, c.set(source, "SUBS_CONTENT", c.whole, added)...)
}

// setReference names the processing step that changed the String, as version 4 can
// from 4.1 on, if that step has a place to stand.
func (r *altoRules) setReference(source string, c boxChange, added *strings.Builder) []edit.Edit {
	if r.version < 4 || r.description == 0 || r.root.value(source, "SCHEMAVERSION") == "4.0" {
		return nil
	}
	steps := c.box.element.value(source, "PROCESSINGREFS")
	if slices.Contains(strings.Fields(steps), r.step) {
		return nil
	}
	return c.set(source, "PROCESSINGREFS", strings.TrimLeft(steps+" "+r.step, " "), added)
}

// confidenceDigits writes CC anew, a digit for each character from 0, sure, to 9: those
// that stay keep theirs, the others tell how sure the change is. A CC that did not fit
// the text, which has one, too, is no use and stays.
func confidenceDigits(source string, c boxChange) []edit.Edit {
	a, ok := c.box.element.attribute(source, "CC")
	if !ok {
		return nil
	}
	before, digits := []rune(c.box.content.text), strings.Fields(source[a.from:a.to])
	separator := " "
	if len(digits) == 1 {
		digits, separator = strings.Split(digits[0], ""), ""
	}
	aligned := align(before, []rune(c.text))
	if len(digits) != len(before) || aligned == nil {
		return nil
	}
	ours := strconv.Itoa(int(math.Round(9 * (1 - c.confidence))))
	var out []string
	for i, characters := range aligned {
		for n, r := range characters {
			if r == before[i] && n == 0 {
				out = append(out, digits[i])
			} else {
				out = append(out, ours)
			}
		}
	}
	return []edit.Edit{c.edit(a.from, a.to, source[a.from:a.to], strings.Join(out, separator), "markup/cc")}
}

// keepOriginal stores the former reading as an ALTERNATIVE, which stands before the
// Glyphs.
func (r *altoRules) keepOriginal(source string, c boxChange) []edit.Edit {
	b := c.box
	kept := "<" + r.prefix + `ALTERNATIVE PURPOSE="ocr">` + escape(b.content.text, 0) + "</" + r.prefix + "ALTERNATIVE>"
	if b.element.empty {
		return []edit.Edit{c.edit(b.element.end-2, b.element.end, "/>", ">"+kept+"</"+r.prefix+"String>", "markup/original")}
	}
	at := b.closing[0]
	if len(b.glyphs) > 0 {
		at, _ = whole(source, b.glyphs[0])
	}
	return []edit.Edit{c.edit(at, at, "", kept, "markup/original")}
}

func (r *altoRules) provenance(source string, p Provenance) []edit.Edit {
	at, text := 0, ""
	switch {
	case r.version >= 4 && r.processing > 0:
		at, text = r.processing, r.processingElement(p)
	case r.version >= 4 && r.description > 0:
		at, text = r.description, r.processingElement(p)
	case r.version >= 4:
		return nil // a Description of our own would have to say more than we know
	case r.lastStep > 0:
		at, text = r.lastStep, r.wrap("postProcessingStep", r.stepContent(p))
	default:
		return nil // versions 1 to 3 have a place only beside the step of the OCR
	}
	text = indentOf(source, at) + text
	return []edit.Edit{{Start: at, End: at, After: text, Rule: "markup/provenance", Confidence: 1}}
}

func (r *altoRules) processingElement(p Provenance) string {
	return "<" + r.prefix + `Processing ID="` + r.step + `">` +
		r.wrap("processingCategory", "contentModification") + r.stepContent(p) + "</" + r.prefix + "Processing>"
}

func (r *altoRules) stepContent(p Provenance) string {
	var b strings.Builder
	if !p.Time.IsZero() {
		b.WriteString(r.wrap("processingDateTime", p.Time.UTC().Format(time.RFC3339)))
	}
	b.WriteString(r.wrap("processingStepDescription", "correction of OCR errors"))
	if p.Settings != "" {
		b.WriteString(r.wrap("processingStepSettings", escape(p.Settings, 0)))
	}
	software := r.wrap("softwareName", escape(p.Software, 0)) + r.wrap("softwareVersion", escape(p.Version, 0))
	if p.Creator != "" {
		software = r.wrap("softwareCreator", escape(p.Creator, 0)) + software
	}
	b.WriteString(r.wrap("processingSoftware", software))
	return b.String()
}

func (r *altoRules) wrap(name, content string) string {
	return "<" + r.prefix + name + ">" + content + "</" + r.prefix + name + ">"
}

// maxIndented is how many bytes of a line are looked at for its indentation: a file
// may be one line.
const maxIndented = 16 << 10

// indentOf is the white space before the line that holds offset at, with its line
// feed, so that what is inserted there stands on a line of its own.
func indentOf(source string, at int) string {
	near := max(0, at-maxIndented)
	begin := strings.LastIndexByte(source[near:at], '\n')
	if begin < 0 {
		return ""
	}
	begin += near
	line := source[begin:at]
	indent := line[:len(line)-len(strings.TrimLeft(line, whiteSpace))]
	if begin > 0 && source[begin-1] == '\r' {
		return "\r" + indent
	}
	return indent
}
