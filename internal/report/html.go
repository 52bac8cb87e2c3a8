package report

import (
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html/template"
	"io"
	"maps"
	"slices"
)

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

//go:embed page.js
var pageJS string

// Up to maxRows changes are in the page, which a browser opens and filters at ease;
// more are counted only. Of the groups, those with the most changes are shown.
const (
	maxRows   = 300_000
	maxGroups = 500
)

// group is all that was made of one text by one rule.
type group struct {
	Before, After, Rule string
	applied             bool
}

// counted is how often, in how many documents and with which confidence in all.
type counted struct {
	n, documents int
	last         int // document that counted
	confidence   float64
}

// htmlReport is a page with all in it. The rows wait in a temporary file.
type htmlReport struct {
	lang      string
	spill     *spill
	rows      int // of all changes, also those that have no place
	documents [][4]any
	rules     map[string]int
	groups    map[group]*counted
	applied   int
	words     int
}

func newHTML(s *spill, lang string) Writer {
	return &htmlReport{lang: lang, spill: s, rules: make(map[string]int), groups: make(map[group]*counted)}
}

func (h *htmlReport) Add(d Document) error {
	h.documents = append(h.documents, [4]any{d.Name, d.Words, len(d.Changes), len(d.Suggestions)})
	h.words += d.Words
	for _, c := range inContext(d) {
		if err := h.addRow(c); err != nil {
			return waiting(err)
		}
	}
	return nil
}

func (h *htmlReport) addRow(c shown) error {
	rule, known := h.rules[c.Rule]
	if !known {
		rule = len(h.rules)
		h.rules[c.Rule] = rule
	}
	h.count(c)
	if c.Applied {
		h.applied++
	}
	h.rows++
	if h.rows > maxRows {
		return nil
	}
	applied := 0
	if c.Applied {
		applied = 1
	}
	row, err := json.Marshal([]any{
		len(h.documents) - 1, rule, int(1000*c.Confidence + 0.5), applied, c.Line, c.Column, c.left, c.Before, c.After, c.right,
	})
	if err != nil {
		return err
	}
	if h.rows > 1 {
		row = append([]byte(",\n"), row...)
	}
	_, err = h.spill.w.Write(row)
	return err
}

// count adds c to its group.
func (h *htmlReport) count(c shown) {
	g := group{Before: c.Before, After: c.After, Rule: c.Rule, applied: c.Applied}
	n := h.groups[g]
	if n == nil {
		n = &counted{last: -1}
		h.groups[g] = n
	}
	n.n++
	n.confidence += c.Confidence
	if document := len(h.documents) - 1; n.last != document {
		n.last = document
		n.documents++
	}
}

// groupRow is a group as it is shown.
type groupRow struct {
	group
	N, Documents, Percent int
	Applied               bool
}

// frequent are the groups with the most changes, in order.
func (h *htmlReport) frequent() []groupRow {
	order := slices.SortedFunc(maps.Keys(h.groups), func(a, b group) int {
		return cmp.Or(cmp.Compare(h.groups[b].n, h.groups[a].n), cmp.Compare(a.Before, b.Before), cmp.Compare(a.After, b.After),
			cmp.Compare(a.Rule, b.Rule), cmp.Compare(place(a.applied), place(b.applied)))
	})
	var out []groupRow
	for _, g := range order[:min(len(order), maxGroups)] {
		n := h.groups[g]
		g.Before, g.After = visible(g.Before), visible(g.After)
		out = append(out, groupRow{
			group: g, N: n.n, Documents: n.documents, Percent: int(100*n.confidence/float64(n.n) + 0.5), Applied: g.applied,
		})
	}
	return out
}

// place puts what was changed in front of what is suggested.
func place(applied bool) int {
	if applied {
		return 0
	}
	return 1
}

// page is what the template shows.
type page struct {
	Lang                          string
	T                             words
	CSS                           template.CSS
	JS                            template.JS
	CSSHash, JSHash               string
	Documents, Words              int
	Applied, Suggested, Left, Max int
	Groups                        []groupRow
}

func (h *htmlReport) Finish(out io.Writer) error {
	defer h.Discard()
	page := page{
		Lang: h.lang, T: languages[h.lang], CSS: template.CSS(pageCSS), JS: template.JS(pageJS),
		CSSHash: sourceHash(pageCSS), JSHash: sourceHash(pageJS),
		Documents: len(h.documents), Words: h.words, Applied: h.applied, Suggested: h.rows - h.applied,
		Left: max(0, h.rows-maxRows), Max: maxRows, Groups: h.frequent(),
	}
	parsed, err := template.New("page").Funcs(template.FuncMap{"number": page.T.number}).Parse(pageHTML)
	if err != nil {
		return fmt.Errorf("reading the template of the report: %w", err)
	}
	if err := parsed.ExecuteTemplate(out, "head", page); err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	if err := h.writeData(out, page.T); err != nil {
		return err
	}
	if err := parsed.ExecuteTemplate(out, "tail", page); err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	return nil
}

// writeData writes the JSON that the script reads. json.Marshal writes <, > and & by
// escapes, so that no text can end the element that it stands in.
func (h *htmlReport) writeData(out io.Writer, t words) error {
	rules := make([]string, len(h.rules))
	for name, i := range h.rules {
		rules[i] = name
	}
	head, err := json.Marshal(map[string]any{"documents": h.documents, "rules": rules, "t": t})
	if err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	const element = `<script type="application/json" id="data">`
	if _, err := fmt.Fprintf(out, "%s\n%s,\"rows\":[\n", element, head[:len(head)-1]); err != nil {
		return fmt.Errorf("writing the report: %w", err)
	}
	if err := h.spill.copyTo(out); err != nil {
		return err
	}
	_, err = io.WriteString(out, "]}</script>\n")
	return err
}

func (h *htmlReport) Discard() { h.spill.discard() }

// sourceHash lets a browser run or apply an inline source, and no other.
func sourceHash(source string) string {
	sum := sha256.Sum256([]byte(source))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
