package normalize

import (
	"fmt"

	"klartext/normalize/markup"
)

// File is a cleaned file: a text, or a page with the places of its words.
type File struct {
	Format markup.Format
	// Input is the file as read, decoded: what the changes of Result are against.
	Input string
	// Result holds the clean file as its Text. In a page, not only words change but
	// what must follow them, each by a change of its own, whose rule begins with
	// "markup/".
	Result
	// Reading is the file as a reader sees it.
	Reading Reading
}

// Reading is the running text of a file and what was found in it. That of a text is
// the text itself; that of a page holds its words in reading order, with a blank
// between words, a line feed between lines and an empty line between blocks. The
// halves of a word that a page has on two lines stay apart in it.
type Reading struct {
	Text string
	// Changes and Suggestions are as those of a [Result], against Text.
	Changes, Suggestions []Change
	// Words counts the words of Text.
	Words int
}

// CleanFile decodes and cleans data, which is taken as one document, in the format
// set by [InFormat] or the one that it shows. It fails if data are binary, not
// well-formed in their format, or markup of a kind that is not known.
func (p *Pipeline) CleanFile(data []byte) (File, error) {
	input, format, err := p.decodeFile(data)
	if err != nil {
		return File{}, err
	}
	if format != markup.Plain {
		return p.cleanMarkup(input, format)
	}
	result, err := p.Clean(input)
	if err != nil {
		return File{}, fmt.Errorf("cleaning: %w", err)
	}
	return File{
		Format: markup.Plain,
		Input:  input,
		Result: result,
		Reading: Reading{
			Text: input, Changes: result.Changes, Suggestions: result.Suggestions, Words: countWords(input),
		},
	}, nil
}

// Running returns the running text of a file in any format, as [Reading] has it. It
// fails as [Pipeline.CleanFile] does.
func (p *Pipeline) Running(data []byte) (string, error) {
	input, format, err := p.decodeFile(data)
	if err != nil || format == markup.Plain {
		return input, err
	}
	doc, err := markup.Parse(input, format)
	if err != nil {
		return "", err
	}
	return doc.Text(), nil
}
