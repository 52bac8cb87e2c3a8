package report

import "strings"

const (
	// formulaStarts are the characters that make a spreadsheet take a cell for a formula,
	// or that it skips in front of one.
	// See https://owasp.org/www-community/attacks/CSV_Injection.
	formulaStarts = "=+-@\t\r\n＝＋－＠"
	// separators begin a new cell where a spreadsheet goes by the separators of its
	// country, as the German ones do, or loses count of the quotation marks.
	separators = ";\t\r\n"
)

// defused puts an apostrophe in front of what would be a formula, at the beginning of a
// cell and behind each separator: spreadsheets take it for text then. Quotation marks
// and apostrophes may stand between, so that taking one apostrophe away at each such
// place gives back the text, whatever it was.
func defused(cell string) string {
	var b strings.Builder
	begins, done := true, 0
	for i, r := range cell {
		if begins && isFormula(cell[i:]) {
			b.WriteString(cell[done:i])
			b.WriteByte('\'')
			done = i
		}
		begins = strings.ContainsRune(separators, r)
	}
	b.WriteString(cell[done:])
	return b.String()
}

// isFormula tells whether a spreadsheet may take a cell for a formula, with marks in
// front of it or without.
func isFormula(cell string) bool {
	cell = strings.TrimLeft(cell, `'"`)
	return cell != "" && strings.IndexAny(cell, formulaStarts) == 0
}
