package main

import (
	"bytes"
	"fmt"
	"sort"
	"strings"

	"klartext/normalize"
)

// contextLines is how many unchanged lines a hunk shows before and after.
const contextLines = 3

// block is a run of lines, old[first:last] of the input, that is replaced.
type block struct {
	first, last int
	with        []string
}

// unifiedDiff shows changes to input as a unified diff. It needs no search for
// differences, since all of them are known. Lines keep their ends, CRLF too.
func unifiedDiff(name, input string, changes []normalize.Change, paint painter) []byte {
	lines := splitLines(input)
	blocks := changedBlocks(input, lines, changes)
	if len(blocks) == 0 {
		return nil
	}
	var b bytes.Buffer
	paint.line(&b, bold, "--- "+name+"\n")
	paint.line(&b, bold, "+++ "+name+"\n")
	shift := 0 // lines that the blocks so far have added
	for len(blocks) > 0 {
		n := 1
		for n < len(blocks) && blocks[n].first-blocks[n-1].last <= 2*contextLines {
			n++
		}
		shift += writeHunk(&b, lines, blocks[:n], shift, paint)
		blocks = blocks[n:]
	}
	return b.Bytes()
}

// splitLines cuts text after each line feed.
func splitLines(text string) []string {
	lines := strings.SplitAfter(text, "\n")
	if lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// changedBlocks groups changes of the same and of neighbouring lines.
func changedBlocks(input string, lines []string, changes []normalize.Change) []block {
	starts := make([]int, len(lines)+1)
	for i, l := range lines {
		starts[i+1] = starts[i] + len(l)
	}
	// The line that an offset is in; the end of the text belongs to the last.
	lineOf := func(offset int) int {
		return max(0, min(sort.SearchInts(starts, offset+1)-1, len(lines)-1))
	}
	// A change that takes a line end and puts one back leaves the next line.
	lastLine := func(c normalize.Change) int {
		if strings.HasSuffix(c.Before, "\n") && strings.HasSuffix(c.After, "\n") {
			return lineOf(c.End - 1)
		}
		return lineOf(c.End)
	}
	var blocks []block
	for len(changes) > 0 {
		first, last := lineOf(changes[0].Start), lastLine(changes[0])
		n := 1
		for n < len(changes) && lineOf(changes[n].Start) <= last+1 {
			last = lastLine(changes[n])
			n++
		}
		end := min(last+1, len(lines))
		with := splitLines(replaced(input[starts[first]:starts[end]], changes[:n], starts[first]))
		blocks = append(blocks, trimmed(lines, block{first: first, last: end, with: with})...)
		changes = changes[n:]
	}
	return blocks
}

// replaced makes changes in part, which begins at offset base of the input.
func replaced(part string, changes []normalize.Change, base int) string {
	var b strings.Builder
	at := 0
	for _, c := range changes {
		b.WriteString(part[at : c.Start-base])
		b.WriteString(c.After)
		at = c.End - base
	}
	b.WriteString(part[at:])
	return b.String()
}

// trimmed cuts from b the lines at either end that stay as they are. Nothing is
// left of changes that write what was there.
func trimmed(lines []string, b block) []block {
	for b.first < b.last && len(b.with) > 0 && lines[b.first] == b.with[0] {
		b.first, b.with = b.first+1, b.with[1:]
	}
	for b.first < b.last && len(b.with) > 0 && lines[b.last-1] == b.with[len(b.with)-1] {
		b.last, b.with = b.last-1, b.with[:len(b.with)-1]
	}
	if b.first == b.last && len(b.with) == 0 {
		return nil
	}
	return []block{b}
}

// writeHunk writes blocks with their context and returns how many lines they
// add to the text.
func writeHunk(b *bytes.Buffer, lines []string, blocks []block, shift int, paint painter) (added int) {
	for _, k := range blocks {
		added += len(k.with) - (k.last - k.first)
	}
	from := max(0, blocks[0].first-contextLines)
	to := min(len(lines), blocks[len(blocks)-1].last+contextLines)
	paint.line(b, cyan, fmt.Sprintf("@@ -%s +%s @@\n",
		hunkRange(from, to-from), hunkRange(from+shift, to-from+added)))
	at := from
	for _, k := range blocks {
		paint.lines(b, plain, " ", lines[at:k.first])
		paint.lines(b, red, "-", lines[k.first:k.last])
		paint.lines(b, green, "+", k.with)
		at = k.last
	}
	paint.lines(b, plain, " ", lines[at:to])
	return added
}

// hunkRange writes a range of lines, from 0, as diff does: from 1, without the
// length if that is 1, and an empty range by the line before it.
func hunkRange(first, length int) string {
	switch length {
	case 0:
		return fmt.Sprintf("%d,0", first)
	case 1:
		return fmt.Sprint(first + 1)
	}
	return fmt.Sprintf("%d,%d", first+1, length)
}
