package report

import "strconv"

// words are what the page says, in one language.
type words struct {
	Title, Summary, Documents, Words, Changes, Suggestions string
	Frequent, FrequentHint, All, Before, After, Rule       string
	Count, InDocuments, Confidence, Kind, Place, Context   string
	Changed, Suggested, Search, SearchHint, AnyRule        string
	AtLeast, ShowAll, ShowChanges, ShowSuggestions         string
	EveryDocument, Reset, Page, Of, Previous, Next, Rows   string
	NoRows, Keys, Left, NoScript, Nothing, Separator       string
}

// languages are those that a report can be in.
var languages = map[string]words{
	"en": {
		Title: "klartext report", Summary: "Summary", Documents: "Documents", Words: "Words", Changes: "Changes", Suggestions: "Suggestions",
		Frequent: "Most frequent", FrequentHint: "What was made of the same text by the same rule. A wrong rule shows here first. Choose one to see its places.",
		All: "Every place", Before: "Before", After: "After", Rule: "Rule", Count: "Count", InDocuments: "Documents", Confidence: "Confidence",
		Kind: "Made?", Place: "Place", Context: "In context", Changed: "changed", Suggested: "suggested",
		Search: "Word", SearchHint: "before, after or file name", AnyRule: "every rule", AtLeast: "Confidence from",
		ShowAll: "changes and suggestions", ShowChanges: "changes", ShowSuggestions: "suggestions", EveryDocument: "every document",
		Reset: "Show all", Page: "Page", Of: "of", Previous: "Previous", Next: "Next", Rows: "places", NoRows: "No place fits. Show all?",
		Keys: "Keys: / search · n next page · p previous page · j and k down and up · g frequent changes · Esc show all",
		Left: "more changes have no place here; --report with a name in .jsonl lists all.", NoScript: "Without JavaScript the page shows the most frequent changes only.",
		Nothing: "Nothing was changed, and nothing is suggested.", Separator: ",",
	},
	"de": {
		Title: "Bericht von klartext", Summary: "Überblick", Documents: "Dokumente", Words: "Wörter", Changes: "Änderungen", Suggestions: "Vorschläge",
		Frequent: "Am häufigsten", FrequentHint: "Was aus demselben Text durch dieselbe Regel wurde. Eine falsche Regel fällt hier zuerst auf. Ein Klick zeigt die Stellen.",
		All: "Alle Stellen", Before: "Vorher", After: "Nachher", Rule: "Regel", Count: "Anzahl", InDocuments: "Dokumente", Confidence: "Sicherheit",
		Kind: "Gemacht?", Place: "Stelle", Context: "Im Zusammenhang", Changed: "geändert", Suggested: "vorgeschlagen",
		Search: "Wort", SearchHint: "vorher, nachher oder Dateiname", AnyRule: "jede Regel", AtLeast: "Sicherheit ab",
		ShowAll: "Änderungen und Vorschläge", ShowChanges: "Änderungen", ShowSuggestions: "Vorschläge", EveryDocument: "jedes Dokument",
		Reset: "Alles zeigen", Page: "Seite", Of: "von", Previous: "Zurück", Next: "Weiter", Rows: "Stellen", NoRows: "Keine Stelle passt. Alles zeigen?",
		Keys: "Tasten: / suchen · n nächste Seite · p vorige Seite · j und k nach unten und oben · g häufigste Änderungen · Esc alles zeigen",
		Left: "weitere Änderungen haben hier keinen Platz; --report mit einem Namen auf .jsonl listet alle.", NoScript: "Ohne JavaScript zeigt die Seite nur die häufigsten Änderungen.",
		Nothing: "Nichts wurde geändert, und nichts ist vorgeschlagen.", Separator: ".",
	},
}

// number writes n with a separator between each three digits.
func (t words) number(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + t.Separator + digits[i:]
	}
	return digits
}
