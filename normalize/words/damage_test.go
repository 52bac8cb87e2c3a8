package words

import (
	"strings"
	"unicode"

	"klartext/normalize/edit"
)

// misreadings is what an engine without German makes of letters, in turns.
var misreadings = map[rune][]string{
	'ä': {"a", "a", "i"}, 'ö': {"é", "o", "é", "6"}, 'ü': {"ii", "u", "i", "ii", "ti"}, 'ß': {"B", "f", "&"},
	'Ä': {"A"}, 'Ö': {"O"}, 'Ü': {"U"},
}

// damage misreads text like such an engine, always in the same way.
func damage(text string) string {
	turns := make(map[rune]int)
	var b strings.Builder
	for _, r := range text {
		if as := misreadings[r]; as != nil {
			b.WriteString(as[turns[r]%len(as)])
			turns[r]++
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// run is a piece of text without white space.
type run struct {
	start, end int
	text       string
}

func runs(text string) (out []run) {
	start := -1
	for i, r := range text + " " {
		if !unicode.IsSpace(r) {
			if start < 0 {
				start = i
			}
		} else if start >= 0 {
			out = append(out, run{start, i, text[start:i]})
			start = -1
		}
	}
	return out
}

// verdict is what edits make of a damaged text.
type verdict struct {
	damaged, repaired int
	broken, missed    []string
}

// judge compares, run by run, the truth with its damaged form before and after
// edits. Both have the same number of runs.
func judge(truth, damaged string, edits []edit.Edit) (v verdict) {
	intended, observed := runs(truth), runs(damaged)
	for i, o := range observed {
		after, touched := within(o, edits)
		switch was := o.text == intended[i].text; {
		case was && touched && after != o.text:
			v.broken = append(v.broken, o.text+" → "+after)
		case was:
		case after == intended[i].text:
			v.damaged++
			v.repaired++
		default:
			v.damaged++
			v.missed = append(v.missed, o.text+" → "+after)
		}
	}
	return v
}

// within is what the edits make of a run. One that goes beyond it makes it wrong.
func within(o run, edits []edit.Edit) (after string, touched bool) {
	at := o.start
	var b strings.Builder
	for _, e := range edits {
		if e.End <= o.start || e.Start >= o.end {
			continue
		}
		touched = true
		if e.Start < o.start || e.End > o.end {
			return e.After, true
		}
		b.WriteString(o.text[at-o.start : e.Start-o.start])
		b.WriteString(e.After)
		at = e.End
	}
	b.WriteString(o.text[at-o.start:])
	return b.String(), touched
}
