package markup

import "strings"

// matchBoxes finds the words in text, which is a line's own, and the boxes that hold
// the same. In real files the text of a line may have been corrected and that of its
// words not: a word then has no box.
func matchBoxes(text string, boxes []*box, base, lineIndex int) []word {
	var words []word
	for at := 0; ; {
		at += len(text[at:]) - len(strings.TrimLeft(text[at:], whiteSpace))
		if at == len(text) {
			break
		}
		end := at + len(text[at:])
		if i := strings.IndexAny(text[at:], whiteSpace); i >= 0 {
			end = at + i
		}
		words = append(words, word{start: base + at, end: base + end, line: lineIndex})
		at = end
	}
	boxes = filled(boxes)
	for _, pair := range commonWords(text, words, base, boxes) {
		words[pair.word].box = boxes[pair.box]
	}
	return words
}

func filled(boxes []*box) []*box {
	var out []*box
	for _, b := range boxes {
		if b.content.text != "" {
			out = append(out, b)
		}
	}
	return out
}

// pair says that a box holds a word.
type pair struct{ word, box int }

// commonWords is a longest common subsequence of words and boxes.
func commonWords(text string, words []word, base int, boxes []*box) []pair {
	same := func(i, j int) bool {
		return text[words[i].start-base:words[i].end-base] == boxes[j].content.text
	}
	var out []pair
	first := 0
	for first < len(words) && first < len(boxes) && same(first, first) {
		out = append(out, pair{first, first})
		first++
	}
	width := len(boxes) + 1
	if (len(words)+1)*width > maxCells {
		return out
	}
	longest := make([]int, (len(words)+1)*width)
	for i := len(words) - 1; i >= first; i-- {
		for j := len(boxes) - 1; j >= first; j-- {
			if same(i, j) {
				longest[i*width+j] = longest[(i+1)*width+j+1] + 1
			} else {
				longest[i*width+j] = max(longest[(i+1)*width+j], longest[i*width+j+1])
			}
		}
	}
	for i, j := first, first; i < len(words) && j < len(boxes); {
		switch {
		case same(i, j):
			out = append(out, pair{i, j})
			i, j = i+1, j+1
		case longest[(i+1)*width+j] >= longest[i*width+j+1]:
			i++
		default:
			j++
		}
	}
	return out
}
