package findings

import "fmt"

// suggestion is what to do about a finding, without the text that it is about.
func suggestion(f Finding) string {
	switch {
	case !f.suggests():
		return f.Message
	case f.After == "":
		return "should this go?"
	case f.Before == "":
		return fmt.Sprintf("is \"%s\" missing here?", shown(f.After))
	}
	return fmt.Sprintf("did you mean \"%s\"?", shown(f.After))
}

// message is a finding in a sentence, for readers that may not see its text.
func message(f Finding) string {
	s := suggestion(f)
	if s == "" {
		s = "this looks wrong"
	}
	if f.Before == "" {
		return s
	}
	return fmt.Sprintf("\"%s\": %s", shown(f.Before), s)
}

// longest is how many code points of a text are shown within a sentence.
const longest = 200

// shown is s made visible, and cut if it is long.
func shown(s string) string {
	if end := stepsOn(s, 0, longest); end < len(s) {
		return visible(s[:end]) + ellipsis
	}
	return visible(s)
}

// place is where a finding is, as compilers write it.
func place(f Finding) string {
	if f.whole() {
		return visible(f.Path)
	}
	return fmt.Sprintf("%s:%d:%d", visible(f.Path), f.Line, f.Column)
}
