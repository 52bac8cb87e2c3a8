package check

import (
	"strings"

	"klartext/normalize/words"
)

// Rules of findings that no change can settle.
const (
	ruleUnreadable  = "file/unreadable"
	ruleEncodings   = "file/mixed-encodings"
	ruleUndecodable = "file/undecodable"
	ruleMojibake    = "file/mojibake"
)

// Rules describes what each rule finds, in a sentence.
func Rules() map[string]string {
	return map[string]string{
		ruleUnreadable:             "So many words are in no dictionary that the page is hardly readable.",
		ruleEncodings:              "Some lines are UTF-8 and others are not.",
		ruleUndecodable:            "A character was lost when the text was decoded.",
		ruleMojibake:               "Text was decoded wrongly and cannot be repaired with certainty.",
		"decode/mojibake":          "Text was decoded wrongly and can be repaired.",
		"words/confusion":          "A word is none, and looks misread.",
		"words/context":            "A word does not fit where it stands, and looks misread.",
		words.RuleUnknown:          "A word is in no dictionary and looks misread.",
		"words/join":               "A word has been torn apart.",
		"words/split":              "Two words have run together.",
		"replacements/own":         "A word is to be replaced, as your dictionaries and settings have it.",
		"line-ends/joined":         "A word is divided at a line end.",
		"line-ends/hyphenated":     "A word with a hyphen is divided at a line end.",
		"line-ends/parted":         "Two words have a hyphen and a line end between them.",
		"line-ends/lost-hyphen":    "A word is divided at a line end, and its hyphen is lost.",
		"typography/quotes":        "Quotation marks are misread or do not match.",
		"typography/single-quotes": "Quotation marks within others are misread or do not match.",
		"typography/guillemets":    "Pointed quotation marks are made of signs for less and greater.",
		"typography/dash":          "A dash is written as a hyphen, or misread.",
		"typography/space":         "A blank stands where none belongs.",
		"typography/ellipsis":      "An ellipsis is written as dots.",
		"characters/nfc":           "A letter and its accent are two characters.",
		"characters/ligature":      "A ligature stands for letters.",
		"characters/space":         "A blank is of an unusual kind.",
		"characters/control":       "An invisible character stands in the text.",
		"characters/soft-hyphen":   "A soft hyphen stands in the text.",
		"characters/long-s":        "A long s is to be written as s.",
		"characters/small-e":       "An umlaut is written with a small e above.",
	}
}

// Rule is the rule that a change is reported by: where several fixers had a hand in it,
// that of the words, or else the first.
func Rule(rules string) string {
	first, _, _ := strings.Cut(rules, "+")
	for rule := range strings.SplitSeq(rules, "+") {
		if strings.HasPrefix(rule, "words/") {
			return rule
		}
	}
	return first
}

// isNote tells of the fixers whose findings are matters of style.
func isNote(fixer string) bool {
	return fixer == "typography" || fixer == "line-ends" || fixer == "characters"
}
