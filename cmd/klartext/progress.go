package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"klartext/internal/batch"
	"klartext/normalize"
)

// sayEvery is how often a batch says how far it is where there is no terminal.
const sayEvery = 30 * time.Second

// progress shows how far a batch is and sums it up in the end. A nil progress shows
// nothing.
type progress struct {
	out     io.Writer
	bar     *progressbar.ProgressBar // nil where there is no terminal
	said    time.Time
	total   int
	tally   tally
	skipped batch.Skipped
}

// tally is what a batch has come to.
type tally struct {
	files, done, changed, before, words int
	rules                               map[string]int
	failures                            []error
}

// newProgress is for a batch with out for its messages; quiet wants none.
func newProgress(out io.Writer, quiet bool, skipped batch.Skipped) *progress {
	if quiet {
		return nil
	}
	return &progress{out: out, skipped: skipped, tally: tally{rules: make(map[string]int)}}
}

func (p *progress) begin(total int) {
	if p == nil {
		return
	}
	p.total, p.said = total, time.Now()
	if file, ok := p.out.(*os.File); ok && os.Getenv("TERM") != "dumb" && term.IsTerminal(int(file.Fd())) {
		p.bar = progressbar.NewOptions(total,
			progressbar.OptionSetWriter(file), progressbar.OptionSetItsString("files"), progressbar.OptionShowIts(),
			progressbar.OptionShowCount(), progressbar.OptionSetPredictTime(true), progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionClearOnFinish(), progressbar.OptionFullWidth())
	}
}

// clear makes room for a message.
func (p *progress) clear() {
	if p != nil && p.bar != nil {
		// That the terminal is gone shows elsewhere.
		_ = p.bar.Clear()
	}
}

// done counts an outcome, which err is wrong with.
func (p *progress) done(o *outcome, err error) {
	if p == nil {
		return
	}
	t := &p.tally
	t.files++
	switch {
	case err != nil:
		t.failures = append(t.failures, err)
	case o.skipped:
		t.before++
		t.add(o.entry.Words, o.entry.Changes)
	default:
		t.done++
		t.add(o.file.Reading.Words, countRules(o.file.Reading.Changes))
	}
	if p.bar != nil {
		_ = p.bar.Add(1)
	} else if time.Since(p.said) >= sayEvery {
		p.said = time.Now()
		fmt.Fprintf(p.out, "klartext: %d of %d files\n", t.files, p.total)
	}
}

func (t *tally) add(words int, rules map[string]int) {
	t.words += words
	if len(rules) > 0 {
		t.changed++
	}
	for rule, n := range rules {
		t.rules[rule] += n
	}
}

// countRules counts the changes that are applied, by rule.
func countRules(changes []normalize.Change) map[string]int {
	rules := make(map[string]int)
	for _, c := range changes {
		if c.Applied {
			rules[c.Rule]++
		}
	}
	return rules
}

// end writes the summary.
func (p *progress) end() {
	if p == nil {
		return
	}
	if p.bar != nil {
		_ = p.bar.Finish()
	}
	t := p.tally
	fmt.Fprintf(p.out, "%s cleaned, %s changed", count(t.done+t.before, "file"), number(t.changed))
	if t.before > 0 {
		fmt.Fprintf(p.out, ", %s of them done before", number(t.before))
	}
	fmt.Fprintf(p.out, "; %s\n", count(t.words, "word"))
	writeRules(p.out, t.rules)
	if p.skipped.Other > 0 {
		fmt.Fprintf(p.out, "%s other files left out (see --include)\n", number(p.skipped.Other))
	}
	writeLeftOut(p.out, p.skipped)
	if len(t.failures) > 0 {
		fmt.Fprintf(p.out, "%s failed:\n", count(len(t.failures), "file"))
		for _, err := range t.failures {
			fmt.Fprintf(p.out, "  %v\n", err)
		}
	}
}

// writeRules lists rules by how often they changed something.
func writeRules(out io.Writer, rules map[string]int) {
	total := 0
	for _, n := range rules {
		total += n
	}
	fmt.Fprintf(out, "%s\n", count(total, "change"))
	names := slices.SortedFunc(maps.Keys(rules), func(a, b string) int {
		return cmp.Or(cmp.Compare(rules[b], rules[a]), strings.Compare(a, b))
	})
	for _, name := range names {
		fmt.Fprintf(out, "%9s %s\n", number(rules[name]), name)
	}
}

func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return number(n) + " " + what
}

// number writes n with a comma between each three digits.
func number(n int) string {
	digits := fmt.Sprint(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
