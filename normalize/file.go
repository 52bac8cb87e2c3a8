package normalize

import "fmt"

// Format is a kind of file that OCR text comes in.
type Format string

// The formats.
const (
	PlainText Format = "text"
	ALTO      Format = "alto" // ALTO XML, versions 1 to 4
	PAGE      Format = "page" // PAGE XML, 2013 to 2024
	HOCR      Format = "hocr" // HTML with the classes of hOCR 1.2
)

// File is a cleaned file: a text, or a page with the places of its words.
type File struct {
	Format Format
	// Input is the file as read, decoded: what the changes of Result are against.
	Input string
	// Result holds the clean file as its Text. In a page, not only words change but
	// what must follow them, each by a change of its own.
	Result
	// Reading is the file as a reader sees it.
	Reading Reading
}

// Reading is the running text of a file and what was found in it. That of a text is
// the text itself; that of a page holds its words in reading order, with a blank
// between words, a line feed between lines and an empty line between blocks.
type Reading struct {
	Text string
	// Changes and Suggestions are as those of a [Result], against Text.
	Changes, Suggestions []Change
	// Words counts the words of Text.
	Words int
}

// CleanFile decodes and cleans data, which is taken as one document, in the format
// that it shows. It fails if data are binary, or not well-formed in their format.
func (p *Pipeline) CleanFile(data []byte) (File, error) {
	text, err := p.Decode(data)
	if err != nil {
		return File{}, err
	}
	result, err := p.Clean(text)
	if err != nil {
		return File{}, fmt.Errorf("cleaning: %w", err)
	}
	return File{
		Format: PlainText,
		Input:  text,
		Result: result,
		Reading: Reading{
			Text: text, Changes: result.Changes, Suggestions: result.Suggestions, Words: countWords(text),
		},
	}, nil
}
